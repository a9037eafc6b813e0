import type { Finding, StackReport } from "../../src/report/model";
import type { Violation } from "./pulumi";

/** What two ways of judging must agree on. */
export interface Verdicts {
    readonly summary: StackReport["summary"];
    readonly findings: readonly string[];
    readonly policies: StackReport["policies"];
    readonly unseenTypes: readonly string[];
}

/** The verdicts of a report, in words that a difference can be read from. */
export function verdictsOf(report: StackReport | undefined): Verdicts {
    if (!report) throw new Error("there is no report");
    return {
        summary: report.summary,
        findings: report.findings.map(lineOf).sort(),
        policies: [...report.policies].sort((a, b) => (a.name < b.name ? -1 : 1)),
        unseenTypes: report.source.unseenTypes,
    };
}

function lineOf(finding: Finding): string {
    const { policy, urn, verdict, enforcementLevel, property = "-", advice, message } = finding;
    return [policy, urn, advice === true ? "advice" : verdict, enforcementLevel, property, message].join(" | ");
}

/** The violations that the CLI shows, `charter-notices` left out. */
export function shown(violations: readonly Violation[]): string[] {
    return violations
        .filter(({ policy }) => policy !== "charter-notices")
        .map(({ policy, urn, level }) => [policy, urn, level].join(" | "))
        .sort();
}

/** What the CLI must show of a report: everything but what is undetermined. */
export function showable(report: StackReport | undefined): string[] {
    return (report?.findings ?? [])
        .filter(({ verdict }) => verdict !== "undetermined")
        .map(({ policy, urn, enforcementLevel }) => [policy, urn, enforcementLevel].join(" | "))
        .sort();
}
