import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const plan = of("aws:backup/plan:Plan");
const vault = of("aws:backup/vault:Vault");
const tests = of("aws:backup/restoreTestingPlan:RestoreTestingPlan");
const tested = of("aws:backup/restoreTestingSelection:RestoreTestingSelection");
const selection = of("aws:backup/selection:Selection");
const table = of("aws:dynamodb/table:Table");
const bucket = of("aws:s3/bucket:Bucket");
const topic = of("aws:sns/topic:Topic");

const daily = vault({ name: "daily" });
const scheduled = (scheduleExpression: string | typeof UNKNOWN, includeVaults: readonly (string | typeof UNKNOWN)[] | typeof UNKNOWN = ["*"]) =>
    tests({ scheduleExpression, recoveryPointSelection: { includeVaults } });

const records = table({ name: "records" });
const everything = selection({ planId: UNKNOWN, resources: ["arn:aws:dynamodb:*:*:table/*"] });
const weekly = scheduled("rate(7 days)");
type Tested = CaseProps<"aws:backup/restoreTestingSelection:RestoreTestingSelection">;
const testing = (over: Tested) =>
    tested({ restoreTestingPlanName: "weekly", protectedResourceType: "DynamoDB", protectedResourceArns: ["*"], validationWindowHours: 24, ...over });

export const cases: Cases = {
    "aws-backup-restore-testing-scheduled": {
        compliant: {
            "every week from every vault": [daily, scheduled("cron(0 6 ? * MON *)")],
            "every month from a vault of this stack": [
                daily,
                scheduled("cron(0 6 1 * ? *)", ["arn:aws:backup:eu-west-2:111122223333:backup-vault:daily"]),
            ],
            "a vault of another stack, beside a plan only": [plan(), scheduled("rate(30 days)", [UNKNOWN])],
        },
        violating: {
            none: [daily, ""],
            "once a year": [[daily, scheduled("cron(0 6 1 1 ? *)")], ""],
            "from no vault": [[daily, scheduled("rate(7 days)", [])], ""],
            "seldom, by setting": { resources: [daily, scheduled("cron(0 6 1 * ? *)")], settings: { maxIntervalDays: 7 }, property: "" },
        },
        undetermined: {
            "a schedule that is not known": [[daily, scheduled(UNKNOWN)], ""],
            "a schedule that cannot be read": [[daily, scheduled("monthly")], ""],
            "a vault that this stack does not hold": [
                [daily, scheduled("rate(7 days)", ["arn:aws:backup:eu-west-2:111122223333:backup-vault:other"])],
                "",
            ],
            "vaults that are not known": [[daily, scheduled("rate(7 days)", UNKNOWN)], ""],
        },
        notApplicable: { "no backups": topic() },
    },
    "aws-backup-restore-testing-covers-data-types": {
        compliant: {
            "the kind that is backed up": [records, everything, weekly, testing({})],
            "by conditions": [
                records,
                everything,
                weekly,
                testing({
                    protectedResourceArns: undefined,
                    protectedResourceConditions: { stringEquals: [{ key: "aws:ResourceTag/backup", value: "critical" }] },
                }),
            ],
            "a kind that is not backed up": [records, bucket({ bucket: "assets" }), everything, weekly, testing({})],
            "nothing backed up": [records, weekly],
        },
        violating: {
            "no selection": [[records, everything, weekly], ""],
            "another kind": [[records, everything, weekly, testing({ protectedResourceType: "EBS" })], ""],
            "nothing named": [[records, everything, weekly, testing({ protectedResourceArns: [] })], ""],
            "no time to look, by default": [[records, everything, weekly, testing({ validationWindowHours: undefined })], ""],
            "an hour to look": [[records, everything, weekly, testing({ validationWindowHours: 1 })], ""],
        },
        undetermined: {
            "a kind that is not known": [[records, everything, weekly, testing({ protectedResourceType: UNKNOWN })], ""],
            "time that is not known": [[records, everything, weekly, testing({ validationWindowHours: UNKNOWN })], ""],
            "perhaps backed up": [[records, selection({ resources: [UNKNOWN] }), weekly], ""],
        },
        notApplicable: { "no tests": [records, everything] },
    },
};
