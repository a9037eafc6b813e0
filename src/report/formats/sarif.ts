import type { Log, ReportingDescriptor, Result, Run } from "sarif";
import type { Policy } from "../../policy/definition";
import { HOMEPAGE, VERSION, policyUrl } from "../../version";
import { blocks, noticesOf } from "../levels";
import type { Finding, Severity, StackReport } from "../model";
import { oneLine, waiverText } from "../sentences";
import type { Format } from "./format";
import { fingerprintOf } from "./fingerprint";
import { placeOf } from "./place";

/** GitHub reads severity from a number: critical from 9.0, high from 7.0, medium from 4.0. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = { critical: "9.5", high: "8.0", medium: "5.5", low: "2.0" };

/** SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0), as GitHub code scanning shows it: a run a stack, each of its own category. */
export const sarif: Format = {
    extension: "sarif",
    render(reports, { policies, failOnUndetermined }) {
        const byName = new Map(policies.map(policy => [policy.name, policy]));
        const log: Log = {
            $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
            version: "2.1.0",
            runs: reports.map(report => runOf(report, byName, failOnUndetermined)),
        };
        return `${JSON.stringify(log, undefined, 2)}\n`;
    },
};

function runOf(report: StackReport, byName: ReadonlyMap<string, Policy>, failOnUndetermined?: boolean): Run {
    const first = new Map(report.findings.map(finding => [finding.policy, finding]));
    const names = [...first.keys()].sort();
    const rules = names.flatMap(name => {
        const finding = first.get(name);
        return finding ? [ruleOf(finding, byName.get(name))] : [];
    });
    return {
        tool: { driver: { name: "nhs-supplier-charter", version: report.tool.version, semanticVersion: VERSION, informationUri: HOMEPAGE, rules } },
        automationDetails: { id: `charter/${report.source.project}/${report.source.stack}/` },
        columnKind: "utf16CodeUnits",
        invocations: [
            {
                executionSuccessful: true,
                toolExecutionNotifications: noticesOf(report).map(text => ({ level: "note" as const, message: { text: oneLine(text) } })),
            },
        ],
        results: report.findings.map(finding => resultOf(report, finding, names.indexOf(finding.policy), failOnUndetermined)),
        properties: { kind: report.run.kind, date: report.run.date, preset: report.run.preset, summary: report.summary },
    };
}

function ruleOf(finding: Finding, policy: Policy | undefined): ReportingDescriptor {
    const title = policy?.title ?? finding.policy;
    const references = policy?.references ?? finding.references;
    return {
        id: finding.policy,
        name: finding.policy,
        shortDescription: { text: title },
        fullDescription: { text: policy?.why ?? title },
        ...(policy ? { helpUri: policyUrl(policy.name) } : {}),
        help: {
            text: [policy?.why, finding.fix, `References: ${references.join(", ")}`].filter(Boolean).join("\n\n"),
            markdown: [policy?.why, `**How to mend:** ${finding.fix}`, "**References:**", references.map(r => `- \`${r}\``).join("\n")]
                .filter(Boolean)
                .join("\n\n"),
        },
        defaultConfiguration: { level: finding.severity === "low" ? "note" : finding.severity === "medium" ? "warning" : "error" },
        properties: {
            tags: ["security", finding.commitment, ...references],
            precision: "very-high",
            "security-severity": SECURITY_SEVERITY[finding.severity],
        },
    };
}

function resultOf(report: StackReport, finding: Finding, ruleIndex: number, failOnUndetermined?: boolean): Result {
    const { file, line } = placeOf(report, finding);
    const isOpen = finding.verdict === "undetermined" || finding.verdict === "error";
    return {
        ruleId: finding.policy,
        ruleIndex,
        // SARIF has a level for what failed only; an answer that is outstanding is open.
        ...(isOpen
            ? { kind: "open" as const, level: "none" as const }
            : {
                  kind: "fail" as const,
                  level: blocks(finding, failOnUndetermined) ? ("error" as const) : finding.advice ? ("note" as const) : ("warning" as const),
              }),
        message: { text: messageOf(finding) },
        locations: [
            {
                physicalLocation: { artifactLocation: { uri: encodeURI(file), uriBaseId: "%SRCROOT%" }, region: { startLine: line } },
                logicalLocations: [{ name: finding.name, fullyQualifiedName: finding.urn, kind: "resource" }],
            },
        ],
        partialFingerprints: {
            "charterFinding/v1": fingerprintOf(finding),
        },
        ...(finding.waiver
            ? {
                  suppressions: [
                      {
                          kind: "external" as const,
                          status: "accepted" as const,
                          justification: waiverText(finding).trim(),
                      },
                  ],
              }
            : {}),
        ...(report.baseline ? { baselineState: finding.baselined ? ("unchanged" as const) : ("new" as const) } : {}),
        properties: {
            verdict: finding.verdict,
            enforcementLevel: finding.enforcementLevel,
            resourceType: finding.type,
            ...(finding.property === undefined ? {} : { property: finding.property }),
            ...(finding.resolved ? { resolved: true, standIns: finding.standIns ?? [] } : {}),
        },
    };
}

function messageOf(finding: Finding): string {
    const where = finding.property === undefined ? "" : ` (${oneLine(finding.property)})`;
    const mend = finding.verdict === "error" || finding.verdict === "undetermined" ? "" : ` ${finding.fix}`;
    return `${oneLine(finding.name)}: ${oneLine(finding.message)}${where}${mend}`;
}
