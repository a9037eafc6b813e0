import { compareParts, parseVersion, startsWithParts, type ParsedVersion } from "../policy/versions";
import { CHECKED_ON, FOLLOWS, LIFECYCLES, SOURCES } from "./lifecycles.generated";

/** What has a lifecycle: an engine, runtime, image or service (lifecycles.yaml). */
export type Product = keyof typeof LIFECYCLES | keyof typeof FOLLOWS;

/** Until when a vendor supports one cycle of a product. */
export interface LifecycleRow {
    readonly product: string;
    /** "1.34", "nodejs22.x", "application-gateway-v1". */
    readonly cycle: string;
    /** The last day of support without extra payment; absent where the vendor has set none. */
    readonly standardEnds?: string;
    /** The last day of support that is sold, or given by a long-term team. */
    readonly extendedEnds?: string;
    readonly source: string;
    readonly checkedOn: string;
    /** Not certain: sources disagree, or no date was set. */
    readonly verify?: boolean;
    readonly note?: string;
}

export type LifecycleState =
    /** In standard support, or the vendor has set no end. */
    | "supported"
    /** In standard support, which ends within the days given. */
    | "ending"
    /** Past standard support, in support that is sold. */
    | "extended"
    | "ended"
    /** Not in the table, and older than everything in it: treat as ended. */
    | "unlisted-old"
    /** Not in the table, and newer than everything in it: undetermined. */
    | "unlisted-new"
    /** Not in the table: undetermined. */
    | "unlisted";

export interface Lifecycle {
    readonly state: LifecycleState;
    readonly row?: LifecycleRow;
    /** Whole days until support of the state's kind ends (standard, or extended in state `extended`); 0 on its last day. */
    readonly daysLeft?: number;
}

/** A row from a stack's settings: it replaces the table's row of the same cycle, or adds one. */
export interface ExtraRow {
    readonly product: string;
    readonly cycle: string;
    readonly standardEnds?: string;
    readonly extendedEnds?: string;
}

export interface LifecycleOptions {
    /** From how many days before the end on a cycle is `ending`. */
    readonly warnWithinDays?: number;
    readonly extra?: readonly ExtraRow[];
}

export const DEFAULT_WARN_WITHIN_DAYS = 180;

/** The day on which the row that was looked at longest ago was compared with its source: what a report prints as the age of its reference data. */
export const lifecyclesCheckedOn: string = CHECKED_ON.reduce((oldest, day) => (day < oldest ? day : oldest));

interface Entry {
    readonly row: LifecycleRow;
    readonly version: ParsedVersion | undefined;
}

const TABLES = new Map<string, readonly Entry[]>();

function entryOf(row: LifecycleRow): Entry {
    return { row, version: parseVersion(row.cycle) };
}

/** A product's own rows, then those of the product it follows. */
function entries(product: string): readonly Entry[] {
    let found = TABLES.get(product);
    if (!found) {
        const rows = Object.hasOwn(LIFECYCLES, product) ? LIFECYCLES[product as keyof typeof LIFECYCLES] : [];
        const own = rows.map(([cycle, standardEnds, extendedEnds, source, checkedOn, verify, note]) =>
            entryOf({
                product,
                cycle,
                ...(standardEnds !== "" && { standardEnds }),
                ...(extendedEnds !== "" && { extendedEnds }),
                source: SOURCES[source] ?? "",
                checkedOn: CHECKED_ON[checkedOn] ?? "",
                ...(verify === 1 && { verify: true }),
                ...(note !== undefined && { note }),
            }),
        );
        const leader = Object.hasOwn(FOLLOWS, product) ? FOLLOWS[product as keyof typeof FOLLOWS] : undefined;
        found = leader === undefined ? own : withoutDoubles([...own, ...entries(leader)]);
        TABLES.set(product, found);
    }
    return found;
}

function withoutDoubles(all: readonly Entry[]): readonly Entry[] {
    const cycles = new Set<string>();
    return all.filter(({ row }) => {
        const key = row.cycle.toLowerCase();
        return cycles.has(key) ? false : cycles.add(key);
    });
}

/** Every row of a product, those it follows included. */
export function lifecycleRows(product: Product): readonly LifecycleRow[] {
    return entries(product).map(({ row }) => row);
}

/** Where a cycle of a product stands on a day ("2026-11-22"). A full version finds its cycle: "14.9" that of "14", "8.0.mysql_aurora.3.05.2" that of "8.0". */
export function lifecycle(product: Product, cycle: string, today: string, options: LifecycleOptions = {}): Lifecycle {
    const extra = (options.extra ?? [])
        .filter(row => row.product === product)
        .map(row => entryOf({ ...row, source: "the stack's own settings", checkedOn: today }));
    const table = extra.length === 0 ? entries(product) : withoutDoubles([...extra, ...entries(product)]);
    const wanted = cycle.trim().toLowerCase();
    const exact = table.find(({ row }) => row.cycle.toLowerCase() === wanted);
    if (exact) return standing(exact.row, today, options);

    const version = parseVersion(wanted);
    if (!version) return { state: "unlisted" };
    // Rows such as "nodejs22.x" are compared within their family; where a product's rows bear no name, "OpenSearch_2.11" and "~4" are plain versions.
    const named = table.some(entry => entry.version && entry.version.prefix !== "");
    const family = table.filter(entry => entry.version && (!named || entry.version.prefix === version.prefix));
    if (!named) {
        // A row with an ending of its own ("2012-r2") stands for that spelling only.
        const matches = family.filter(({ version: own }) => own?.suffix === "" && startsWithParts(version.parts, own.parts));
        const longest = matches.sort((a, b) => (b.version?.parts.length ?? 0) - (a.version?.parts.length ?? 0))[0];
        if (longest) return standing(longest.row, today, options);
    }
    const all = family.map(entry => entry.version?.parts ?? []);
    if (all.length === 0 || all.some(parts => startsWithParts(parts, version.parts))) return { state: "unlisted" };
    if (all.every(parts => compareParts(version.parts, parts) < 0)) return { state: "unlisted-old" };
    if (all.every(parts => compareParts(version.parts, parts) > 0)) return { state: "unlisted-new" };
    return { state: "unlisted" };
}

function standing(row: LifecycleRow, today: string, options: LifecycleOptions): Lifecycle {
    if (row.standardEnds === undefined) return { state: "supported", row };
    const left = daysBetween(today, row.standardEnds);
    if (left >= 0) return { state: left <= (options.warnWithinDays ?? DEFAULT_WARN_WITHIN_DAYS) ? "ending" : "supported", row, daysLeft: left };
    const extended = row.extendedEnds === undefined ? -1 : daysBetween(today, row.extendedEnds);
    return extended >= 0 ? { state: "extended", row, daysLeft: extended } : { state: "ended", row };
}

function daysBetween(from: string, to: string): number {
    return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
