import { type Cases, UNKNOWN, holding, of } from "../support/cases";

const account = of("aws:macie2/account:Account");
const organisation = of("aws:macie2/organizationConfiguration:OrganizationConfiguration");
const jobOf = of("aws:macie2/classificationJob:ClassificationJob");
const bucket = of("aws:s3/bucket:Bucket");

const tags = { "data-classification": "patient" };
const records = bucket({ bucket: "records", tags });
const unnamed = bucket({ tags });
const OWNER = "111122223333";
const daily = { jobType: "SCHEDULED", scheduleFrequency: { dailySchedule: true } };
const looksInto = (...buckets: readonly string[]) => ({ bucketDefinitions: [{ accountId: OWNER, buckets }] });
const byTag = (value: string, key = "data-classification") => ({
    bucketCriteria: { includes: { ands: [{ tagCriterion: { comparator: "EQ", tagValues: [{ key, value }] } }] } },
});

export const cases: Cases = {
    "aws-macie-enabled-and-discovering": {
        compliant: {
            "the baseline holds Macie": holding("account-baseline", account({ status: "ENABLED" })),
            "on by default": account(),
            "members join it": organisation({ autoEnable: true }),
            "a job names the bucket": [records, jobOf({ ...daily, s3JobDefinition: looksInto("other", "records") })],
            "a job names the bucket by its id": [
                unnamed,
                jobOf({ ...daily, s3JobDefinition: { bucketDefinitions: [{ accountId: OWNER, buckets: [UNKNOWN] }] } }, { s3JobDefinition: unnamed }),
            ],
            "a job chooses buckets by that tag": [records, jobOf({ ...daily, s3JobDefinition: byTag("patient") })],
            "a job of every bucket": [records, jobOf({ ...daily, s3JobDefinition: { bucketCriteria: {} } })],
        },
        violating: {
            "a baseline without Macie": holding("account-baseline"),
            paused: [account({ status: "PAUSED" }), "status"],
            "members do not join it": [organisation({ autoEnable: false }), "autoEnable"],
            "no job": [records, ""],
            "a job that runs once": [[records, jobOf({ jobType: "ONE_TIME", s3JobDefinition: looksInto("records") })], ""],
            "a job without a time": [[records, jobOf({ jobType: "SCHEDULED", s3JobDefinition: looksInto("records") })], ""],
            "a job that is paused": [[records, jobOf({ ...daily, jobStatus: "USER_PAUSED", s3JobDefinition: looksInto("records") })], ""],
            "a job of another bucket": [[records, jobOf({ ...daily, s3JobDefinition: looksInto("other") })], ""],
            "a job of another tag": [[records, jobOf({ ...daily, s3JobDefinition: byTag("public") })], ""],
        },
        undetermined: {
            "a status that is not known": [account({ status: UNKNOWN }), "status"],
            "whether members join it": [organisation({ autoEnable: UNKNOWN }), "autoEnable"],
            "a job whose buckets are not known": [[records, jobOf({ ...daily, s3JobDefinition: UNKNOWN })], ""],
            "a job that chooses by something else": [
                [
                    records,
                    jobOf({
                        ...daily,
                        s3JobDefinition: {
                            bucketCriteria: { includes: { ands: [{ simpleCriterion: { comparator: "EQ", key: "ACCOUNT_ID", values: [OWNER] } }] } },
                        },
                    }),
                ],
                "",
            ],
            "a job that leaves some out": [[records, jobOf({ ...daily, s3JobDefinition: { bucketCriteria: { excludes: { ands: [] } } } })], ""],
            "tags that are not known": [bucket({ bucket: "records", tags: UNKNOWN }), ""],
        },
        notApplicable: {
            "a bucket that no tag calls one of personal data": bucket({ bucket: "assets" }),
            "one of another kind": bucket({ bucket: "assets", tags: { "data-classification": "public" } }),
        },
    },
};
