import { type Cases, UNKNOWN, of } from "../support/cases";

const bucket = of("aws:s3/bucket:Bucket");
const versioning = of("aws:s3/bucketVersioning:BucketVersioning");

const records = bucket();
const named = bucket({ bucket: "patient-records" });

export const cases: Cases = {
    "aws-s3-bucket-versioning": {
        compliant: {
            "a versioning that names the bucket by its id": [records, versioning({ bucket: UNKNOWN, versioningConfiguration: { status: "Enabled" } }, { bucket: records })],
            "a versioning that names it by its name": [named, versioning({ bucket: "patient-records", versioningConfiguration: { status: "Enabled" } })],
            "the inline block": bucket({ versioning: { enabled: true } }),
        },
        violating: {
            "no versioning": [bucket(), ""],
            "suspended": [[named, versioning({ bucket: "patient-records", versioningConfiguration: { status: "Suspended" } })], ""],
            "a versioning of another bucket": [[named, versioning({ bucket: "logs", versioningConfiguration: { status: "Enabled" } })], ""],
        },
        undetermined: {
            "status known only after the update": [[named, versioning({ bucket: "patient-records", versioningConfiguration: { status: UNKNOWN } })], ""],
            "a versioning whose bucket is not known": [[named, versioning({ bucket: UNKNOWN, versioningConfiguration: { status: "Enabled" } })], ""],
            "perhaps exempt by a tag that is not known": [bucket({ tags: UNKNOWN }), ""],
        },
        notApplicable: { "a bucket of logs": bucket({ tags: { purpose: "logs" } }) },
    },
};
