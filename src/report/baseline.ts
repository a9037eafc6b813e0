import type { BaselineUse, BaselinedFinding, Finding, StackReport } from "./model";

/** Violations that were known on a day, and do not block while they stay. */
export interface BaselineFile {
    readonly schemaVersion: 1;
    readonly writtenOn: string;
    readonly findings: readonly BaselinedFinding[];
}

/** The violations of some reports, in the order of their place. Waived ones have their own record, errors none. */
export function baselineOf(reports: readonly StackReport[], writtenOn: string): BaselineFile {
    const entries = new Map(
        reports
            .flatMap(report => report.findings)
            .filter(finding => finding.verdict === "fail" && finding.advice !== true)
            .map(({ policy, urn, property }) => [keyOf({ policy, urn, property }), { policy, urn, ...(property === undefined ? {} : { property }) }]),
    );
    return { schemaVersion: 1, writtenOn, findings: [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry) };
}

/** A baseline that a run is held against. */
export class Baseline {
    private readonly entries: ReadonlyMap<string, BaselinedFinding>;

    constructor(file: BaselineFile) {
        this.entries = new Map(file.findings.map(entry => [keyOf(entry), entry]));
    }

    holds(finding: Pick<Finding, "policy" | "urn" | "property">): boolean {
        return this.entries.has(keyOf(finding));
    }

    /** @param judged names of the policies that ran. @param stack what the URNs of the stack begin with: "urn:pulumi:STACK::PROJECT::". */
    use(findings: readonly Finding[], judged: ReadonlySet<string>, stack: string): BaselineUse {
        // What is waived or cannot be told is not mended.
        const present = new Set(findings.filter(f => f.advice !== true).map(keyOf));
        const mended = [...this.entries].filter(([key, entry]) => entry.urn.startsWith(stack) && judged.has(entry.policy) && !present.has(key));
        return { known: findings.filter(f => f.baselined).length, mended: mended.map(([, entry]) => entry) };
    }
}

function keyOf({ policy, urn, property = "" }: { readonly policy: string; readonly urn: string; readonly property?: string | undefined }): string {
    return `${urn} ${policy} ${property}`;
}
