import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const plan = of("aws:backup/plan:Plan");
const vault = of("aws:backup/vault:Vault");
const airGapped = of("aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault");
const selection = of("aws:backup/selection:Selection");
const table = of("aws:dynamodb/table:Table");
const database = of("aws:rds/instance:Instance");
const cluster = of("aws:rds/cluster:Cluster");
const bucket = of("aws:s3/bucket:Bucket");
const volume = of("aws:ebs/volume:Volume");
const files = of("aws:efs/fileSystem:FileSystem");
const topic = of("aws:sns/topic:Topic");

type Rule = Exclude<Extract<CaseProps<"aws:backup/plan:Plan">["rules"], readonly unknown[]>[number], typeof UNKNOWN>;

const rule = (over: Rule): Rule => ({ ruleName: "daily", targetVaultName: "daily", ...over });
const scheduled = (schedule: string | typeof UNKNOWN) => plan({ rules: [rule({ schedule })] });
const kept = (...days: (number | typeof UNKNOWN)[]) => plan({ rules: days.map(deleteAfter => rule({ lifecycle: { deleteAfter } })) });

const home = vault({ name: "daily", region: "eu-west-2" });
const abroad = vault({ name: "copies", region: "eu-west-1" });
const apart = airGapped({ name: "apart", region: "eu-west-2" });
const copying = (destinationVaultArn: string | typeof UNKNOWN, lifecycle = {}, links = {}) =>
    plan({ name: "main", region: "eu-west-2", rules: [rule({ copyActions: [{ destinationVaultArn, lifecycle }] })] }, links);
const airGapping = (targetLogicallyAirGappedBackupVaultArn: string | typeof UNKNOWN) =>
    plan({ rules: [rule({ targetLogicallyAirGappedBackupVaultArn })] });

const LONDON = "arn:aws:backup:eu-west-2:111122223333:backup-vault";
const DUBLIN = "arn:aws:backup:eu-west-1:111122223333:backup-vault";

const records = table({ name: "records", region: "eu-west-2", tags: { backup: "critical" } });
const untagged = table({ name: "records", region: "eu-west-2" });
const byTag = selection({ planId: UNKNOWN, selectionTags: [{ type: "STRINGEQUALS", key: "backup", value: "critical" }] });
const byArn = (...resources: (string | typeof UNKNOWN)[]) => selection({ planId: UNKNOWN, resources });
const byConditions = (conditions: CaseProps<"aws:backup/selection:Selection">["conditions"]) => selection({ resources: ["*"], conditions });

export const cases: Cases = {
    "aws-backup-plan-rule-retention": {
        compliant: {
            "one rule for long, one for a week": kept(35, 7),
            "kept for ever, by default": plan({ rules: [rule({})] }),
            "kept for ever, as the provider reads 0": kept(0),
            "lower by setting": { resources: [kept(14)], settings: { minRetentionDays: 14 } },
        },
        violating: {
            "two weeks only": [kept(14, 14), "rules"],
            "one rule of a day": [kept(365, 1), "rules[1].lifecycle.deleteAfter"],
        },
        undetermined: {
            "known only after the update": [kept(UNKNOWN), "rules"],
            "rules that are not known": [plan({ rules: UNKNOWN }), "rules"],
            "one that is long enough, one that is not known": [kept(35, UNKNOWN), "rules[1].lifecycle.deleteAfter"],
        },
    },
    "aws-backup-plan-frequency": {
        compliant: {
            "daily, by default": plan({ rules: [rule({})] }),
            "daily, said outright": scheduled("cron(0 5 ? * * *)"),
            hourly: scheduled("cron(15 * ? * * *)"),
            "twice a day": scheduled("cron(30 0/12 * * ? *)"),
            "a rate": scheduled("rate(12 hours)"),
            continuous: plan({ rules: [rule({ schedule: "cron(0 5 1 * ? *)", enableContinuousBackup: true })] }),
            "monthly beside daily, in another plan": [scheduled("cron(0 5 1 * ? *)"), scheduled("cron(0 5 * * ? *)")],
            "weekly by setting": { resources: [scheduled("cron(0 5 ? * SUN *)")], settings: { maxIntervalHours: 168 } },
        },
        violating: {
            weekly: [scheduled("cron(0 5 ? * SUN *)"), ""],
            "on workdays": [scheduled("cron(0 5 ? * MON-FRI *)"), ""],
            "every other day": [scheduled("cron(0 5 */2 * ? *)"), ""],
            monthly: [scheduled("cron(0 5 L * ? *)"), ""],
            "a rate of days": [scheduled("rate(2 days)"), ""],
        },
        undetermined: {
            "known only after the update": [scheduled(UNKNOWN), ""],
            "a schedule that cannot be read": [scheduled("daily"), ""],
            "some years only": [scheduled("cron(0 5 * * ? 2026)"), ""],
            "rules that are not known": [plan({ rules: UNKNOWN }), ""],
        },
        notApplicable: { "no plan": topic() },
    },
    "aws-backup-plan-copies-offsite": {
        compliant: {
            "an ARN in another region": copying(`${DUBLIN}:copies`),
            "a vault of this stack in another region": [home, copying(UNKNOWN, {}, { rules: [home, abroad] })],
            "an air-gapped vault of this stack, by its ARN": [apart, copying(`${LONDON}:apart`)],
            "an air-gapped vault as a target": airGapping(UNKNOWN),
            "one rule copies, another does not": plan({
                region: "eu-west-2",
                rules: [rule({}), rule({ copyActions: [{ destinationVaultArn: `${DUBLIN}:copies` }] })],
            }),
            "copies kept long enough": copying(`${DUBLIN}:copies`, { deleteAfter: 35 }),
        },
        violating: {
            "no copy": [plan({ rules: [rule({})] }), "rules"],
            "an empty list of copies": [plan({ rules: [rule({ copyActions: [] })] }), "rules"],
            "a vault of this stack beside it": [[home, copying(`${LONDON}:daily`)], "rules"],
            "a vault of this stack beside it, by its output": [
                copying(UNKNOWN, {}, { rules: [home, vault({ name: "second", region: "eu-west-2" })] }),
                "rules",
            ],
            "copies that go too soon": [copying(`${DUBLIN}:copies`, { deleteAfter: 7 }), "rules[0].copyActions[0].lifecycle.deleteAfter"],
        },
        undetermined: {
            "an ARN in the same region, perhaps of another account": [copying(`${LONDON}:central`), "rules"],
            "an ARN from another stack": [copying(UNKNOWN), "rules"],
            "an ARN that left no trace beside the target, which did": [copying(UNKNOWN, {}, { rules: home }), "rules"],
            "an ARN made of something else": [copying(UNKNOWN, {}, { rules: [home, topic()] }), "rules"],
            "rules that are not known": [plan({ rules: UNKNOWN }), "rules"],
            "a retention that is not known": [copying(`${DUBLIN}:copies`, { deleteAfter: UNKNOWN }), "rules[0].copyActions[0].lifecycle.deleteAfter"],
        },
    },
    "aws-backup-air-gapped-vault-used": {
        compliant: {
            "as a target": airGapping(UNKNOWN),
            "as the destination of a copy": [apart, copying(`${LONDON}:apart`)],
            "as the destination of a copy, by its output": copying(UNKNOWN, {}, { rules: [home, apart] }),
        },
        violating: {
            "no copy": [plan({ rules: [rule({})] }), ""],
            "a copy to an ordinary vault": [[abroad, copying(`${DUBLIN}:copies`)], ""],
        },
        undetermined: {
            "an ARN from another stack": [copying(UNKNOWN), ""],
            "a vault that this stack does not hold": [copying(`${LONDON}:central`), ""],
        },
        notApplicable: { "no plan": topic() },
    },
    "aws-backup-plan-covers-data-stores": {
        compliant: {
            "by a tag": [records, byTag],
            "by its ARN, known": [untagged, byArn("arn:aws:dynamodb:eu-west-2:111122223333:table/records")],
            "by its ARN, not known yet": [untagged, selection({ resources: [UNKNOWN] }, { resources: untagged })],
            "by a pattern for its kind": [untagged, byArn("arn:aws:dynamodb:*:*:table/*")],
            "by a pattern for its name": [bucket({ bucket: "patient-records", tags: { backup: "critical" } }), byArn("arn:aws:s3:::patient-*")],
            "by everything": [untagged, byArn("*")],
            "by a selection without criteria": [untagged, selection({ planId: UNKNOWN })],
            "by conditions that all hold": [
                records,
                byConditions([
                    {
                        stringEquals: [{ key: "aws:ResourceTag/backup", value: "critical" }],
                        stringNotLikes: [{ key: "aws:ResourceTag/backup", value: "not-*" }],
                    },
                ]),
            ],
            "an Aurora cluster by a pattern": [cluster(), byArn("arn:aws:rds:*:*:cluster:*")],
            "no selection in this stack, with advice": { resources: [untagged], advice: true, partial: true },
        },
        violating: {
            "another tag": [[table({ tags: { backup: "none" } }), byTag], ""],
            "no tag": [[untagged, byTag], ""],
            "another table": [[untagged, byArn("arn:aws:dynamodb:eu-west-2:111122223333:table/sessions")], ""],
            "only another table, not known yet": [[untagged, selection({ resources: [UNKNOWN] }, { resources: table() })], ""],
            "only a store of another kind, not known yet": [
                [database(), selection({ resources: [UNKNOWN] }, { resources: table({ tags: { backup: "not-required" } }) })],
                "",
            ],
            "a pattern for another kind": [[database(), byArn("arn:aws:dynamodb:*:*:table/*")], ""],
            "taken out again": [[untagged, selection({ resources: ["*"], notResources: ["arn:aws:dynamodb:*:*:table/*"] })], ""],
            "one condition that does not hold": [[records, byConditions([{ stringEquals: [{ key: "aws:ResourceTag/stage", value: "prod" }] }])], ""],
            "a critical bucket": [[bucket({ bucket: "records", tags: { backup: "critical" } }), byArn("arn:aws:dynamodb:*:*:table/*")], ""],
            "a selection of another region": [[records, selection({ region: "eu-west-1", resources: ["*"] })], ""],
        },
        undetermined: {
            "tags that are not known": [[table({ tags: UNKNOWN }), byTag], ""],
            "tags of a bucket that are not known, and no selection": [[bucket({ tags: UNKNOWN })], ""],
            "an ARN from somewhere": [[untagged, byArn(UNKNOWN)], ""],
            "a pattern that may match": [[files(), byArn("arn:aws:elasticfilesystem:*:*:file-system/fs-0*")], ""],
            "tags of a volume that are not known": [[volume({ tags: UNKNOWN }), byArn("arn:aws:rds:*:*:db:*")], ""],
            "perhaps taken out": [[untagged, selection({ resources: ["*"], notResources: [UNKNOWN] })], ""],
            "conditions that are not known": [[records, byConditions(UNKNOWN)], ""],
            "a negated condition on a tag that it lacks": [
                [untagged, byConditions([{ stringNotEquals: [{ key: "aws:ResourceTag/stage", value: "dev" }] }])],
                "",
            ],
        },
        notApplicable: {
            "nothing to recover": [table({ tags: { backup: "not-required" } }), byTag],
            "another stack's plan": [table({ tags: { backup: "central" } }), byTag],
            "a bucket that is not critical": [bucket({ bucket: "assets" }), byTag],
            "a read replica": [database({ replicateSourceDb: "records" }), byTag],
        },
    },
};
