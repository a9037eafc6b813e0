import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import type { Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, every, is, isUnknown, not, or, some } from "../../src/policy/unknown";
import { list, read, truth } from "../../src/policy/values";

const ANALYZER = "aws:accessanalyzer/analyzer:Analyzer";
const ARCHIVE_RULE = "aws:accessanalyzer/archiveRule:ArchiveRule";
const EXTERNAL = ["ACCOUNT", "ORGANIZATION"];
const UNUSED = ["ACCOUNT_UNUSED_ACCESS", "ORGANIZATION_UNUSED_ACCESS"];

/** Does the rule archive every finding, or all about what is public? */
function archivesTooMuch(filters: readonly Value[]): Answer {
    return every(filters, filter => {
        if (isUnknown(filter)) return filter;
        const values = list(read(filter, "eqs"));
        return and(
            isOneOf(read(filter, "criteria"), ["isPublic"]),
            some(values, value => is(value, v => truth(v) ?? false)),
        );
    });
}

export const accessAnalyzerEnabled = stackPolicy({
    name: "aws-iam-access-analyzer-enabled",
    title: "Access Analyzer looks for access from outside and for access that nobody uses",
    commitment: "standards-met",
    topic: "least-privilege",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [ANALYZER, ARCHIVE_RULE],
    holds: "account-baseline",
    why: "Nobody sees by reading alone which of many policies let another account in, or which roles have been idle for months.",
    fix: "Declare an Analyzer of type 'ACCOUNT' and one of type 'ACCOUNT_UNUSED_ACCESS', and let archive rules name particular findings.",
    references: [
        "aws-config:iam-external-access-analyzer-enabled",
        "aws-config:iam-user-unused-credentials-check",
        "fsbp:IAM.28",
        "fsbp:IAM.8",
        "fsbp:IAM.22",
    ],
    settings: {
        maxUnusedAccessAge: { type: "integer", minimum: 1, maximum: 365, default: 90, description: "Most days after which access counts as unused." },
    },
    checkResource(c) {
        if (c.type === ARCHIVE_RULE) {
            const filters = c.all("filters[]").map(at => at.value);
            c.require(not(archivesTooMuch(filters)), "filters", "The rule archives every finding, or all about what is public.");
            return;
        }
        const path = "configuration.unusedAccess.unusedAccessAge";
        // What AWS takes where the age is left out stands in no documentation.
        const soon = is(c.number(path) ?? UNKNOWN, age => age <= c.settings.maxUnusedAccessAge);
        c.require(
            or(not(c.oneOf("type", UNUSED, "ACCOUNT")), soon),
            path,
            `Access counts as unused only after more than ${String(c.settings.maxUnusedAccessAge)} days.`,
        );
    },
    checkStack({ graph, require }) {
        const holds = (types: readonly string[]): Answer =>
            or(...graph.of(ANALYZER).map(({ props }) => isOneOf(read(props, "type"), types, "ACCOUNT")));
        require(holds(EXTERNAL), "", "The stack holds the account's baseline, but no analyzer of access from outside.");
        require(holds(UNUSED), "", "The stack holds the account's baseline, but no analyzer of access that nobody uses.");
    },
});
