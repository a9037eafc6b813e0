import { type Lifecycle, type Product, lifecycle, lifecycleRows } from "../../src/charter/lifecycles";
import type { Check } from "../../src/policy/check";
import type { SettingSchemas } from "../../src/policy/settings";
import type { Path, Token } from "../../src/policy/types";
import { type Answer, isUnknown } from "../../src/policy/unknown";
import { parseVersion, startsWithParts } from "../../src/policy/versions";
import { judgeLifecycle } from "./lifecycle";

export const LIFECYCLE_SETTINGS = {
    warnWithinDays: { type: "integer", minimum: 0, default: 180, description: "Days before the end of support from which advice is given." },
    failOnPaidExtension: { type: "boolean", default: false, description: "Whether support that is paid for besides counts as none." },
} as const satisfies SettingSchemas;

/** A product of the lifecycle table, with the words that messages call it by. */
export interface Versioned {
    readonly product: Product;
    readonly label: string;
}

/**
 * Judges the version at a property by the lifecycle table. What is absent is left to the caller. A message names the table's cycle, not the
 * program's own text.
 * @param extensible is the resource one that goes on into extended support, where there is any, rather than being without support?
 */
export function judgeVersion<T extends Token>(
    c: Check<T, typeof LIFECYCLE_SETTINGS>,
    property: Path<T>,
    { product, label }: Versioned,
    extensible: Answer = true,
): void {
    const version = c.word(property);
    if (isUnknown(version)) c.undetermined(property, `Which version of ${label} it is, is not known before the update.`);
    else if (version !== undefined) {
        const found = standing(product, version, c);
        const name = `${label} ${found.row?.cycle ?? "-"}`;
        if (found.state !== "extended" || extensible === true) judgeLifecycle(c, property, name, found, c.settings.failOnPaidExtension);
        else c.require(extensible, property, `${name} has been out of support since ${found.row?.standardEnds ?? ""}, and nothing extends it here.`);
    }
}

/** A version that is shorter than the rows of the table ("8" of 8.0, 8.1 and 8.2) stands where all of them do. */
function standing(product: Product, version: string, c: Pick<Check<Token, typeof LIFECYCLE_SETTINGS>, "today" | "settings">): Lifecycle {
    const { warnWithinDays } = c.settings;
    const found = lifecycle(product, version, c.today, { warnWithinDays });
    const parts = parseVersion(version)?.parts;
    if (found.state !== "unlisted" || !parts) return found;
    const [first, ...others] = lifecycleRows(product)
        .filter(row => startsWithParts(parseVersion(row.cycle)?.parts ?? [], parts))
        .map(row => lifecycle(product, row.cycle, c.today, { warnWithinDays }));
    return first && others.every(other => other.state === first.state) ? first : found;
}

/** Properties that make a database out of another, of which it takes the engine and version that it leaves out. */
const ORIGINS = [
    "snapshotIdentifier",
    "replicateSourceDb",
    "restoreToPointInTime",
    "replicationSourceIdentifier",
    "globalClusterIdentifier",
    "sourceDbClusterIdentifier",
] as const;

/** Is the database made out of another? Of a global cluster, its own name is no origin. */
export function isMadeFromAnother(c: Pick<Check, "type" | "resource">): boolean {
    const isGlobal = c.type.endsWith(":GlobalCluster");
    return ORIGINS.some(origin => (c.resource.props[origin] ?? undefined) !== undefined && !(isGlobal && origin === "globalClusterIdentifier"));
}
