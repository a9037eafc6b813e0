import { type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const trail = of("aws:cloudtrail/trail:Trail");
const bucket = of("aws:s3/bucket:Bucket");
const lifecycle = of("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration");
const archive = of("aws:cloudwatch/eventArchive:EventArchive");
const bus = of("aws:cloudwatch/eventBus:EventBus");
const lake = of("aws:securitylake/dataLake:DataLake");
const retention = of("aws:cfg/retentionConfiguration:RetentionConfiguration");
const detector = of("aws:guardduty/detector:Detector");
const publishing = of("aws:guardduty/publishingDestination:PublishingDestination");

const log = bucket({ bucket: "trail" });
const recording = trail({ s3BucketName: UNKNOWN }, { s3BucketName: log });
const DAYS = "rules[0].expiration.days";
const expiring = (days: number | typeof UNKNOWN, status: string | typeof UNKNOWN = "Enabled"): CaseResource =>
    lifecycle({ bucket: UNKNOWN, rules: [{ id: "old", status, expiration: { days } }] }, { bucket: log });
const onDefault = "arn:aws:events:eu-west-2:111122223333:event-bus/default";
const findings = JSON.stringify({ source: ["aws.guardduty", "aws.securityhub"] });
const orders = JSON.stringify({ source: ["uk.nhs.orders"] });
const own = bus({ name: "orders" });
const lakeKeeping = (days: number | typeof UNKNOWN): CaseResource =>
    lake({ metaStoreManagerRoleArn: "r", configuration: { region: "eu-west-2", lifecycleConfiguration: { expiration: { days } } } });

export const cases: Cases = {
    "aws-incident-evidence-retained": {
        compliant: {
            "a year": [recording, expiring(365)],
            "no end": [
                recording,
                lifecycle(
                    { bucket: UNKNOWN, rules: [{ id: "abort", status: "Enabled", abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } }] },
                    { bucket: log },
                ),
            ],
            "a rule that is off": [recording, expiring(30, "Disabled")],
            "the bucket's own rules": [
                trail({ s3BucketName: "inline" }),
                bucket({ bucket: "inline", lifecycleRules: [{ enabled: true, expiration: { days: 400 } }] }),
            ],
            "archived findings, for ever": archive({ eventSourceArn: onDefault, eventPattern: findings }),
            "for ever, said outright": archive({ eventSourceArn: onDefault, eventPattern: findings, retentionDays: 0 }),
            "archived findings, for two years": archive({ eventSourceArn: onDefault, eventPattern: findings, retentionDays: 730 }),
            "configuration history": retention({ retentionPeriodInDays: 2557 }),
            "a security lake": lakeKeeping(365),
            "a security lake without an end": lake({ metaStoreManagerRoleArn: "r", configuration: { region: "eu-west-2" } }),
            "findings that are exported": [
                detector({}),
                publishing({ detectorId: UNKNOWN, destinationArn: UNKNOWN, kmsKeyArn: UNKNOWN }, { detectorId: detector({}) }),
            ],
            "findings that are not": { resources: [detector({})], advice: true },
        },
        violating: {
            "a trail that goes after 90 days": [[recording, expiring(90)], DAYS],
            "a trail's bucket outside the stack": [
                [
                    trail({ s3BucketName: "central-trail" }),
                    lifecycle({ bucket: "central-trail", rules: [{ id: "old", status: "Enabled", expiration: { days: 30 } }] }),
                ],
                DAYS,
            ],
            "the bucket's own rules": [
                [trail({ s3BucketName: "inline" }), bucket({ bucket: "inline", lifecycleRules: [{ enabled: true, expiration: { days: 90 } }] })],
                "lifecycleRules[0].expiration.days",
            ],
            "archived findings": [archive({ eventSourceArn: onDefault, eventPattern: findings, retentionDays: 30 }), "retentionDays"],
            "an archive of everything": [archive({ eventSourceArn: onDefault, retentionDays: 30 }), "retentionDays"],
            "configuration history": [retention({ retentionPeriodInDays: 90 }), "retentionPeriodInDays"],
            "a security lake": [lakeKeeping(180), "configuration.lifecycleConfiguration.expiration.days"],
            "two years, by setting": { resources: [recording, expiring(365)], settings: { minRetentionDays: 730 }, property: DAYS },
        },
        undetermined: {
            "days that are not known": [[recording, expiring(UNKNOWN)], DAYS],
            "perhaps off": [[recording, expiring(90, UNKNOWN)], DAYS],
            "perhaps a trail's bucket": [[trail({ s3BucketName: UNKNOWN }), expiring(90)], DAYS],
            "rules that are not known": [[recording, lifecycle({ bucket: UNKNOWN, rules: UNKNOWN }, { bucket: log })], "rules"],
            "an archive of a pattern that is not known": [
                archive({ eventSourceArn: onDefault, eventPattern: UNKNOWN, retentionDays: 30 }),
                "retentionDays",
            ],
        },
        notApplicable: {
            "a bucket without a trail": [expiring(30)],
            "an archive of orders": archive({ eventSourceArn: onDefault, eventPattern: orders, retentionDays: 30 }),
            "an archive of a bus of one's own": archive({ eventSourceArn: UNKNOWN, retentionDays: 30 }, { eventSourceArn: own }),
        },
    },
};
