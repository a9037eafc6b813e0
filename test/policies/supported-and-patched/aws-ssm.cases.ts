import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const baseline = of("aws:ssm/patchBaseline:PatchBaseline");

type Rule = Exclude<Extract<CaseProps<"aws:ssm/patchBaseline:PatchBaseline">["approvalRules"], readonly unknown[]>[number], typeof UNKNOWN>;
const security = { key: "CLASSIFICATION", values: ["Security"] };
const rules = (...approvalRules: Rule[]) => baseline({ approvalRules: approvalRules.map(rule => ({ complianceLevel: "CRITICAL", ...rule })) });
const instance = of("aws:ec2/instance:Instance");
const association = of("aws:ssm/association:Association");
const maintenance = of("aws:ssm/maintenanceWindow:MaintenanceWindow");
const task = of("aws:ssm/maintenanceWindowTask:MaintenanceWindowTask");
const quickSetup = of("aws:ssm/quicksetupConfigurationManager:QuicksetupConfigurationManager");
const topic = of("aws:sns/topic:Topic");

const machine = instance();
const DOCUMENT = "AWS-RunPatchBaseline";
const associated = (over: CaseProps<"aws:ssm/association:Association"> = {}) =>
    association({ name: DOCUMENT, scheduleExpression: "rate(7 days)", parameters: { Operation: "Install" }, ...over });
const nights = maintenance({ schedule: "cron(0 2 ? * SUN *)" });
const run = (taskArn: string | typeof UNKNOWN, operation: string | typeof UNKNOWN, window = nights) =>
    task(
        {
            taskArn,
            windowId: UNKNOWN,
            taskInvocationParameters: { runCommandParameters: { parameters: [{ name: "Operation", values: [operation] }] } },
        },
        { windowId: window },
    );
const patchPolicy = (operation: string) =>
    quickSetup({ configurationDefinition: { type: "AWSQuickSetupType-PatchPolicy", parameters: { ConfigurationOptionsPatchOperation: operation } } });

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
    "aws-ssm-patching-is-scheduled": {
        compliant: {
            "an association": [machine, associated()],
            "a task in a maintenance window": [machine, run(DOCUMENT, "Install")],
            "the document by its ARN": [machine, run("arn:aws:ssm:eu-west-2::document/AWS-RunPatchBaseline", "Install")],
            "a patch policy of Quick Setup": [machine, patchPolicy("ScanAndInstall")],
        },
        violating: {
            nothing: [machine, ""],
            "a scan only, by default": [[machine, associated({ parameters: undefined })], ""],
            "a scan only, said outright": [[machine, associated({ parameters: { Operation: "Scan" } })], ""],
            once: [[machine, associated({ scheduleExpression: undefined })], ""],
            "another document": [[machine, associated({ name: "AWS-GatherSoftwareInventory" })], ""],
            "a window that is off": [[machine, run(DOCUMENT, "Install", maintenance({ enabled: false }))], ""],
            "a patch policy that only scans": [[machine, patchPolicy("Scan")], ""],
        },
        undetermined: {
            "a document that is not known": [[machine, associated({ name: UNKNOWN })], ""],
            "an operation that is not known": [[machine, run(DOCUMENT, UNKNOWN)], ""],
            "a window that may be off": [[machine, run(DOCUMENT, "Install", maintenance({ enabled: UNKNOWN }))], ""],
            "perhaps patched from elsewhere": [instance({ tags: UNKNOWN }), ""],
        },
        notApplicable: { "no machine": topic(), "patched from elsewhere": instance({ tags: { patching: "external" } }) },
    },
};
