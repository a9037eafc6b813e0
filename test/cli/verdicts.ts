import type { Finding, PolicySummary, StackReport } from "../../src/report/model";
import type { Violation } from "./pulumi";

/** What two ways of judging must agree on, in words that a difference can be read from. */
export interface Verdicts {
    readonly findings: readonly string[];
    readonly summary: StackReport["summary"];
    readonly policies: readonly string[];
    readonly unseenTypes: readonly string[];
}

export function verdictsOf({ findings, summary, policies, source }: StackReport): Verdicts {
    return {
        findings: findings.map(findingLine).sort(),
        summary,
        policies: policies.map(policyLine).sort(),
        unseenTypes: source.unseenTypes,
    };
}

function findingLine(finding: Finding): string {
    const { policy, urn, verdict, enforcementLevel, property = "-", advice, message } = finding;
    return [policy, urn, advice === true ? "advice" : verdict, enforcementLevel, property, message].join(" | ");
}

/** A policy's level, and its counts where it says anything of the stack. */
function policyLine({ name, enforcementLevel, pass, fail, waived, undetermined, error, partial }: PolicySummary): string {
    const counts = Object.entries({ pass, fail, waived, undetermined, error, partial }).filter(([, n]) => n > 0);
    return [name, enforcementLevel, ...counts.map(([verdict, n]) => `${verdict} ${String(n)}`)].join(" | ");
}

/** The violations that the CLI shows, `charter-notices` left out. */
export function shown(violations: readonly Violation[]): string[] {
    return violations
        .filter(({ policy }) => policy !== "charter-notices")
        .map(({ policy, urn, level }) => [policy, urn, level].join(" | "))
        .sort();
}

/** What the CLI must show of a report: everything but what is undetermined. */
export function showable({ findings }: StackReport): string[] {
    return findings
        .filter(({ verdict }) => verdict !== "undetermined")
        .map(({ policy, urn, enforcementLevel }) => [policy, urn, enforcementLevel].join(" | "))
        .sort();
}
