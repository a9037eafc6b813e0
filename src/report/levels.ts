import type { Finding, StackReport } from "./model";

/** Does this finding stop a change? A mandatory violation does, an error in a mandatory policy too, and an undetermined one where that is asked. */
export function blocks(finding: Finding, failOnUndetermined = false): boolean {
    if (finding.enforcementLevel !== "mandatory" || finding.advice || finding.baselined) return false;
    return finding.verdict === "fail" || finding.verdict === "error" || (failOnUndetermined && finding.verdict === "undetermined");
}

/** What a finding is called where people read it. */
export function wordOf(finding: Pick<Finding, "verdict" | "enforcementLevel" | "advice" | "baselined">): string {
    if (finding.advice) return "advice";
    return finding.baselined ? "baselined" : finding.verdict === "fail" ? finding.enforcementLevel : finding.verdict;
}

/** Lines about the run that are no findings: waivers that did not count, a remote component that was not judged. */
export function noticesOf(report: StackReport): string[] {
    const waivers = report.waivers
        .filter(w => w.state !== "used")
        .map(
            w =>
                `Waiver of ${w.policy} for ${w.resource} (expires ${w.expires}) is ${w.state === "overlong" ? "longer than allowed and covers nothing" : w.state === "expired" ? "past its day and covers nothing" : "unused: nothing matched it"}.`,
        );
    const inherited = report.inherited
        .filter(i => i.state !== "used")
        .map(
            i =>
                `Inherited control ${i.policy} from ${i.from} is ${i.state === "expired" ? `expired (${i.expires}) and covers nothing` : "unused: nothing was missing"}.`,
        );
    const mended = (report.baseline?.mended ?? []).map(
        ({ policy, urn, property }) =>
            `The baseline still holds ${policy} on ${urn.slice(urn.lastIndexOf("::") + 2)}${property === undefined ? "" : ` (${property})`}, which is mended: write it anew with \`charter baseline write\`.`,
    );
    return [...(report.notices ?? []), ...waivers, ...inherited, ...mended];
}
