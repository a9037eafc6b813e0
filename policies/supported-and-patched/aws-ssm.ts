import { asNumber } from "../../src/policy/check";
import { resourcePolicy } from "../../src/policy/definition";
import type { Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, every, is, some } from "../../src/policy/unknown";
import { list, read, text } from "../../src/policy/values";

/** A filter on the left takes in security fixes where it holds one of each of the sets on the right, or "*". */
const SECURITY_FILTERS: Readonly<Record<string, readonly (readonly string[])[]>> = {
    CLASSIFICATION: [["Security", "SecurityUpdates"]],
    SEVERITY: [["Critical"], ["Important"]],
    MSRC_SEVERITY: [["Critical"], ["Important"]],
    PRIORITY: [["Required"], ["Important"]],
};

/** Do the filters, of a rule or of the whole baseline, let critical and important security fixes through? */
function takesInSecurity(filters: Value | undefined): Answer {
    return every(list(filters), filter => {
        if (filter === UNKNOWN) return UNKNOWN;
        return is(read(filter, "key"), key => {
            const values = list(read(filter, "values"));
            const holds = (words: readonly string[]): Answer => some(values, value => is(value, v => v !== null && words.includes(text(v))));
            return every(SECURITY_FILTERS[text(key ?? "").toUpperCase()] ?? [], words => holds(["*", ...words]));
        });
    });
}

/** Days until the rule approves a patch. A rule with a date is frozen at it; one with neither is of a system that approves at once. */
function approvesWithin(rule: Value, days: number): Answer {
    if (rule === UNKNOWN) return UNKNOWN;
    return is(asNumber(read(rule, "approveAfterDays")), after =>
        after === undefined ? is(read(rule, "approveUntilDate"), date => date === undefined || text(date) === "") : after <= days,
    );
}

export const ssmPatchBaseline = resourcePolicy({
    name: "aws-ssm-patch-baseline-approves-security-promptly",
    title: "Patch baselines approve security fixes within days",
    commitment: "supported-and-patched",
    topic: "automatic-updates",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: ["aws:ssm/patchBaseline:PatchBaseline"],
    why: "Published flaws are attacked within days; a baseline that waits longer, or is frozen at a date, leaves them open.",
    fix: "Give the baseline an approvalRules entry that takes in security fixes, critical and important, with approveAfterDays of the setting maxApproveAfterDays or fewer.",
    references: ["aws-config:ec2-managedinstance-patch-compliance-status-check", "fsbp:SSM.2"],
    settings: {
        maxApproveAfterDays: { type: "integer", minimum: 0, default: 7, description: "Most days after a fix's release until it is approved." },
    },
    check({ get, settings, require, requireAt, remarks, advice }) {
        const rules = list(get("approvalRules"));
        const prompt = (rule: Value): Answer =>
            rule === UNKNOWN ? UNKNOWN : and(takesInSecurity(read(rule, "patchFilters")), approvesWithin(rule, settings.maxApproveAfterDays));
        const limit = String(settings.maxApproveAfterDays);
        require(some(rules, prompt), "approvalRules", `No rule approves security fixes, critical and important, within ${limit} days.`);
        requireAt(takesInSecurity(get("globalFilters")), "globalFilters", "The filters of the whole baseline leave out security fixes.");
        if (rules === UNKNOWN || remarks.length > 0) return;
        const unnamed = rules.some(
            rule => rule !== UNKNOWN && prompt(rule) === true && (read(rule, "complianceLevel") ?? "UNSPECIFIED") === "UNSPECIFIED",
        );
        if (unnamed) advice("approvalRules", "Without complianceLevel, a missing fix is reported as of no severity.");
    },
});
