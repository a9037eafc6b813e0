import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const baseline = of("aws:ssm/patchBaseline:PatchBaseline");

type Rule = Exclude<Extract<CaseProps<"aws:ssm/patchBaseline:PatchBaseline">["approvalRules"], readonly unknown[]>[number], typeof UNKNOWN>;
const security = { key: "CLASSIFICATION", values: ["Security"] };
const rules = (...approvalRules: Rule[]) => baseline({ approvalRules: approvalRules.map(rule => ({ complianceLevel: "CRITICAL", ...rule })) });

export const cases: Cases = {
    "aws-ssm-patch-baseline-approves-security-promptly": {
        compliant: {
            "security fixes within a week": rules({ approveAfterDays: 7, patchFilters: [security] }),
            everything: rules({ approveAfterDays: 0, patchFilters: [{ key: "PRODUCT", values: ["*"] }] }),
            "critical and important ones on Windows": rules({
                approveAfterDays: 3,
                patchFilters: [
                    { key: "CLASSIFICATION", values: ["CriticalUpdates", "SecurityUpdates"] },
                    { key: "MSRC_SEVERITY", values: ["Critical", "Important", "Moderate"] },
                ],
            }),
            "a second rule": rules(
                { approveUntilDate: "2026-01-01", patchFilters: [{ key: "PRODUCT", values: ["*"] }] },
                { approveAfterDays: 7, patchFilters: [security] },
            ),
            "Ubuntu, which approves at once": rules({ patchFilters: [{ key: "PRIORITY", values: ["Required", "Important"] }] }),
            "no compliance level, with advice": {
                resources: [baseline({ approvalRules: [{ approveAfterDays: 7, patchFilters: [security] }] })],
                advice: true,
            },
        },
        violating: {
            "no rule": [baseline(), "approvalRules"],
            "after a month": [rules({ approveAfterDays: 30, patchFilters: [security] }), "approvalRules"],
            "frozen at a date": [rules({ approveUntilDate: "2026-01-01", patchFilters: [security] }), "approvalRules"],
            "bug fixes only": [rules({ approveAfterDays: 7, patchFilters: [{ key: "CLASSIFICATION", values: ["Bugfix"] }] }), "approvalRules"],
            "critical ones only": [
                rules({ approveAfterDays: 7, patchFilters: [security, { key: "SEVERITY", values: ["Critical"] }] }),
                "approvalRules",
            ],
            "left out by the whole baseline": [
                baseline({
                    globalFilters: [{ key: "CLASSIFICATION", values: ["Bugfix"] }],
                    approvalRules: [{ approveAfterDays: 7, patchFilters: [security] }],
                }),
                "globalFilters",
            ],
        },
        undetermined: {
            "rules that are not known": [baseline({ approvalRules: UNKNOWN }), "approvalRules"],
            "days that are not known": [rules({ approveAfterDays: UNKNOWN, patchFilters: [security] }), "approvalRules"],
            "filters that are not known": [rules({ approveAfterDays: 7, patchFilters: UNKNOWN }), "approvalRules"],
            "values that are not known": [
                rules({ approveAfterDays: 7, patchFilters: [{ key: "CLASSIFICATION", values: UNKNOWN }] }),
                "approvalRules",
            ],
        },
    },
};
