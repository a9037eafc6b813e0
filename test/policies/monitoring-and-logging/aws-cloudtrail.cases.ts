import type { Unknown } from "../../../src/policy/unknown";
import { type CaseProps, type CaseResource, type Cases, UNKNOWN, holding, of } from "../support/cases";

const trail = of("aws:cloudtrail/trail:Trail");
const bucket = of("aws:s3/bucket:Bucket");
const accessBlock = of("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock");
const accountBlock = of("aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock");
const versioning = of("aws:s3/bucketVersioning:BucketVersioning");
const logging = of("aws:s3/bucketLogging:BucketLogging");
const objectLock = of("aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration");
const eventDataStore = of("aws:cloudtrail/eventDataStore:EventDataStore");
const topic = of("aws:sns/topic:Topic");

type TrailProps = CaseProps<"aws:cloudtrail/trail:Trail">;

const complete = (over: TrailProps = {}): CaseResource => trail({ s3BucketName: "trail-logs", isMultiRegionTrail: true, ...over });
const baseline = (over: TrailProps = {}) => holding("account-baseline", complete(over));
const selectors = (...fields: readonly { field: string; equals?: string[]; notEquals?: string[] }[][]) => ({
    advancedEventSelectors: fields.map(fieldSelectors => ({ fieldSelectors })),
});
const management = { field: "eventCategory", equals: ["Management"] };
const only = (readOnly: boolean) => ({ field: "readOnly", equals: [String(readOnly)] });

const dataCategory = { field: "eventCategory", equals: ["Data"] };
const s3Objects = { field: "resources.type", equals: ["AWS::S3::Object"] };
const data = (values: readonly (string | Unknown)[], type: string | Unknown = "AWS::S3::Object"): TrailProps => ({
    eventSelectors: [{ dataResources: [{ type, values }] }],
});

const logs = bucket({ bucket: "trail-logs" });
const CLOSED = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };
const closed = accessBlock({ bucket: "trail-logs", ...CLOSED });
const versioned = versioning({ bucket: "trail-logs", versioningConfiguration: { status: "Enabled" } });
const logged = logging({ bucket: "trail-logs", targetBucket: "access-logs", targetPrefix: "" });
const locked = objectLock({ bucket: "trail-logs", rule: { defaultRetention: { mode: "COMPLIANCE", days: 365 } } });

export const cases: Cases = {
    "aws-cloudtrail-multi-region-and-logging": {
        compliant: {
            "a trail of all regions, the rest as it is by default": baseline(),
            "the defaults said outright": baseline({ enableLogging: true, includeGlobalServiceEvents: true }),
            "selectors for all events": baseline({ eventSelectors: [{ includeManagementEvents: true, readWriteType: "All" }] }),
            "one selector for reads and one for writes": baseline({
                eventSelectors: [{ readWriteType: "ReadOnly" }, { readWriteType: "WriteOnly" }],
            }),
            "an advanced selector": baseline(selectors([management])),
            "two advanced selectors": baseline(selectors([management, only(true)], [management, only(false)])),
            "calls to KMS left out": baseline(selectors([management, { field: "eventSource", notEquals: ["kms.amazonaws.com"] }])),
            "an empty list of selectors": baseline({ eventSelectors: [] }),
            "a trail of the organisation, where it is asked for": {
                ...baseline({ isOrganizationTrail: true }),
                settings: { requireOrganizationTrail: true },
            },
            "elsewhere, a trail that logs": trail({ s3BucketName: "trail-logs" }),
        },
        violating: {
            "no trail": holding("account-baseline", topic()),
            "one region, as by default": holding("account-baseline", trail({ s3BucketName: "trail-logs" })),
            "one region, said outright": baseline({ isMultiRegionTrail: false }),
            "it does not log": { ...baseline({ enableLogging: false }), property: "enableLogging" },
            "elsewhere, it does not log": [trail({ s3BucketName: "trail-logs", enableLogging: false }), "enableLogging"],
            "without global services": baseline({ includeGlobalServiceEvents: false }),
            "writes only": baseline({ eventSelectors: [{ readWriteType: "WriteOnly" }] }),
            "data events only": baseline({ eventSelectors: [{ includeManagementEvents: false }] }),
            "reads only, by an advanced selector": baseline(selectors([management, only(true)])),
            "one kind of call": baseline(selectors([management, { field: "eventName", equals: ["CreateUser"] }])),
            "an advanced selector of data events": baseline(selectors([{ field: "eventCategory", equals: ["Data"] }])),
            "not the organisation's": { ...baseline(), settings: { requireOrganizationTrail: true } },
        },
        undetermined: {
            "perhaps of all regions": baseline({ isMultiRegionTrail: UNKNOWN }),
            "perhaps logging": { ...baseline({ enableLogging: UNKNOWN }), property: "enableLogging" },
            "selectors that are not known": baseline({ eventSelectors: UNKNOWN }),
            "a category that is not known": baseline({
                advancedEventSelectors: [{ fieldSelectors: [{ field: "eventCategory", equals: [UNKNOWN] }] }],
            }),
        },
        notApplicable: { "another stack holds the baseline": topic() },
    },
    "aws-cloudtrail-log-file-validation": {
        compliant: { "switched on": trail({ s3BucketName: "trail-logs", enableLogFileValidation: true }) },
        violating: {
            "absent is off": [trail({ s3BucketName: "trail-logs" }), "enableLogFileValidation"],
            "said to be off": [trail({ s3BucketName: "trail-logs", enableLogFileValidation: false }), "enableLogFileValidation"],
        },
        undetermined: {
            "known only after the update": [trail({ s3BucketName: "trail-logs", enableLogFileValidation: UNKNOWN }), "enableLogFileValidation"],
        },
    },
    "aws-cloudtrail-encrypted-with-kms": {
        compliant: {
            "a key that is made in the same update": complete({ kmsKeyId: UNKNOWN }),
            "an event data store with a key": eventDataStore({ kmsKeyId: "arn:aws:kms:eu-west-2:111122223333:key/1" }),
        },
        violating: {
            "no key": [complete(), "kmsKeyId"],
            "a key of AWS's own": [complete({ kmsKeyId: "alias/aws/cloudtrail" }), "kmsKeyId"],
            "an event data store without a key": [eventDataStore(), "kmsKeyId"],
        },
    },
    "aws-cloudtrail-to-cloudwatch-logs": {
        compliant: { "a log group and a role": complete({ cloudWatchLogsGroupArn: UNKNOWN, cloudWatchLogsRoleArn: UNKNOWN }) },
        violating: {
            neither: [complete(), "cloudWatchLogsGroupArn"],
            "empty text": [complete({ cloudWatchLogsGroupArn: "", cloudWatchLogsRoleArn: "" }), "cloudWatchLogsGroupArn"],
            "no role": [complete({ cloudWatchLogsGroupArn: UNKNOWN }), "cloudWatchLogsRoleArn"],
        },
    },
    "aws-cloudtrail-data-events-for-sensitive-stores": {
        compliant: {
            "all buckets": complete(data(["arn:aws:s3"])),
            "one bucket": complete(data(["arn:aws:s3:::records/"])),
            "a bucket that is not known": complete(data([UNKNOWN])),
            "an advanced selector": complete(selectors([dataCategory, s3Objects])),
            "reads and writes by a selector each": complete(selectors([dataCategory, s3Objects, only(true)], [dataCategory, s3Objects, only(false)])),
            "another trail's": [complete({ name: "management" }), trail({ s3BucketName: "data-logs", ...data(["arn:aws:s3:::"]) })],
        },
        violating: {
            "management events only, as by default": [complete(), ""],
            "the default said outright": [complete({ eventSelectors: [{ includeManagementEvents: true }] }), ""],
            "another type": [complete(data(["arn:aws:lambda"], "AWS::Lambda::Function")), ""],
            "writes only": [complete(selectors([dataCategory, s3Objects, only(false)])), ""],
            "deletions only": [complete(selectors([dataCategory, s3Objects, { field: "eventName", equals: ["DeleteObject"] }])), ""],
            "no values": [complete(data([])), ""],
            "a further type by setting": {
                resources: [complete(data(["arn:aws:s3"]))],
                settings: { requiredDataTypes: ["AWS::S3::Object", "AWS::DynamoDB::Table"] },
                property: "",
            },
        },
        undetermined: {
            "selectors that are not known": [complete({ eventSelectors: UNKNOWN }), ""],
            "a type that is not known": [complete(data(["arn:aws:s3"], UNKNOWN)), ""],
        },
    },
    "aws-cloudtrail-bucket-protected": {
        compliant: {
            "closed, versioned, logged and locked": [complete(), logs, closed, versioned, logged, locked],
            "without access logging and lock": { resources: [complete(), logs, closed, versioned], advice: true },
            "a bucket known by dependency only": [trail({ s3BucketName: UNKNOWN }, { s3BucketName: logs }), closed, versioned, logged, locked],
            "the account's access block and the inline blocks": {
                resources: [
                    complete(),
                    bucket({ bucket: "trail-logs", versioning: { enabled: true }, logging: { targetBucket: "access-logs" } }),
                    accountBlock(CLOSED),
                    locked,
                ],
            },
            "locked, where that is asked for": {
                resources: [complete(), logs, closed, versioned, logged, locked],
                settings: { requireObjectLock: true },
            },
        },
        violating: {
            "forceDestroy on": [
                [complete(), bucket({ bucket: "trail-logs", forceDestroy: true }), closed, versioned, logged, locked],
                "s3BucketName",
            ],
            "no access block": { resources: [complete(), logs, versioned, logged, locked], property: "s3BucketName" },
            "an access block with a switch off": {
                resources: [complete(), logs, accessBlock({ bucket: "trail-logs", ...CLOSED, ignorePublicAcls: false }), versioned, logged, locked],
                property: "s3BucketName",
            },
            "no versions": { resources: [complete(), logs, closed, logged, locked], property: "s3BucketName" },
            "versions suspended": {
                resources: [
                    complete(),
                    logs,
                    closed,
                    versioning({ bucket: "trail-logs", versioningConfiguration: { status: "Suspended" } }),
                    logged,
                    locked,
                ],
                property: "s3BucketName",
            },
            "no lock, where that is asked for": {
                resources: [complete(), logs, closed, versioned, logged],
                settings: { requireObjectLock: true },
                property: "s3BucketName",
            },
        },
        undetermined: {
            "another stack's bucket": [complete(), "s3BucketName"],
            "a bucket that is only read": [[complete(), { ...logs, read: true }], "s3BucketName"],
            "a bucket that is not known": [[trail({ s3BucketName: UNKNOWN }), logs], "s3BucketName"],
            "a versioning whose bucket is not known": [
                [complete(), logs, closed, versioning({ bucket: UNKNOWN, versioningConfiguration: { status: "Enabled" } }), logged, locked],
                "s3BucketName",
            ],
            "perhaps destroyed with the stack": [
                [complete(), bucket({ bucket: "trail-logs", forceDestroy: UNKNOWN }), closed, versioned, logged, locked],
                "s3BucketName",
            ],
        },
    },
};
