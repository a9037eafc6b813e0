import { blocks } from "./levels";
import type { Finding, StackReport } from "./model";

/** Does something in the report stop a change? */
export function isBlocked(report: StackReport, failOnUndetermined?: boolean): boolean {
    return report.findings.some(finding => blocks(finding, failOnUndetermined));
}

/** What a reader is told first: how many pairs of policy and resource came out how, worst first, without those of which there are none. */
export function countsOf(report: StackReport): readonly (readonly [number, string])[] {
    const pairs = (wanted: (finding: Finding) => boolean): number => new Set(report.findings.filter(wanted).map(f => `${f.policy} ${f.urn}`)).size;
    const counts: readonly (readonly [number, string])[] = [
        [pairs(f => f.verdict === "fail" && f.enforcementLevel === "mandatory" && !f.advice), "mandatory violations"],
        [pairs(f => f.verdict === "fail" && f.enforcementLevel !== "mandatory" && !f.advice && !f.baselined), "advisory violations"],
        [pairs(f => f.baselined === true), "baselined"],
        [report.summary.error, "errors"],
        [report.summary.waived, "waived"],
        [report.summary.undetermined, "undetermined"],
        [pairs(f => f.advice === true), "with advice"],
    ];
    return [...counts.filter(([n]) => n > 0), [report.summary.pass, "checks passed"]];
}

/** "1 check passed", "2 checks passed". */
export function counted(n: number, plural: string): string {
    return `${String(n)} ${n === 1 ? plural.replace(/s\b/, "") : plural}`;
}
