import { wordOf } from "../levels";
import type { Severity } from "../model";
import { oneLine, waiverText } from "../sentences";
import type { Format } from "./format";
import { fingerprintOf } from "./fingerprint";
import { placeOf } from "./place";

const SEVERITIES: Readonly<Record<Severity, string>> = { critical: "blocker", high: "critical", medium: "major", low: "minor" };

/** GitLab's code quality report (https://docs.gitlab.com/ci/testing/code_quality/), which merge requests show. What is waived, outstanding or advice is info. */
export const codequality: Format = {
    extension: "codequality.json",
    render: reports => {
        const issues = reports.flatMap(report =>
            report.findings.map(finding => {
                const { file, line } = placeOf(report, finding);
                const isViolation = finding.verdict === "fail" && !finding.advice && !finding.baselined;
                return {
                    description: `${wordOf(finding)}: ${oneLine(finding.name)}: ${oneLine(finding.message)}${waiverText(finding)}`,
                    check_name: finding.policy,
                    fingerprint: fingerprintOf(finding),
                    severity: isViolation ? SEVERITIES[finding.severity] : "info",
                    location: { path: file, lines: { begin: line } },
                };
            }),
        );
        return `${JSON.stringify(issues, undefined, 2)}\n`;
    },
};
