import { type Cases, UNKNOWN, of } from "../support/cases";

const cluster = of("aws:eks/cluster:Cluster");
const nodes = of("aws:eks/nodeGroup:NodeGroup");

const current = cluster({ name: "records", version: "1.36" });

export const cases: Cases = {
    "aws-eks-cluster-version-in-standard-support": {
        compliant: {
            "a version in standard support": cluster({ version: "1.36" }),
            "one that ends soon, with advice": {
                resources: [cluster({ version: "1.34", upgradePolicy: { supportType: "STANDARD" } })],
                advice: true,
            },
            "one in paid extended support, with advice": { resources: [cluster({ version: "1.33" })], advice: true },
        },
        violating: {
            "one that has ended": [cluster({ version: "1.30" }), "version"],
            "past standard support without the extension": [cluster({ version: "1.33", upgradePolicy: { supportType: "STANDARD" } }), "version"],
            "one that is compared as numbers": [cluster({ version: "1.9" }), "version"],
            "in paid extended support, where the setting forbids it": {
                resources: [cluster({ version: "1.33" })],
                settings: { failOnPaidExtension: true },
                property: "version",
            },
            "on the day after extended support": { resources: [cluster({ version: "1.31" })], today: "2026-11-27", property: "version" },
        },
        undetermined: {
            "known only after the update": [cluster({ version: UNKNOWN }), "version"],
            "past standard support, and whether it is extended not known": [cluster({ version: "1.33", upgradePolicy: UNKNOWN }), "version"],
            "none: EKS chooses": { resources: [cluster()], property: "version", advice: true },
            "one newer than the table": [cluster({ version: "1.99" }), "version"],
        },
    },
    "aws-eks-cluster-upgrade-policy-standard": {
        compliant: { "standard support": cluster({ upgradePolicy: { supportType: "STANDARD" } }) },
        violating: {
            "extended, by default": [cluster(), "upgradePolicy.supportType"],
            "extended, said outright": [cluster({ upgradePolicy: { supportType: "EXTENDED" } }), "upgradePolicy.supportType"],
        },
        undetermined: { "known only after the update": [cluster({ upgradePolicy: UNKNOWN }), "upgradePolicy.supportType"] },
    },
    "aws-eks-node-group-release-maintained": {
        compliant: {
            "the default image and the cluster's version": nodes({ clusterName: "records" }),
            Bottlerocket: nodes({ clusterName: "records", amiType: "BOTTLEROCKET_x86_64" }),
            "an image of a launch template": nodes({ clusterName: "records", amiType: "CUSTOM" }),
            "two minors behind": [current, nodes({ clusterName: "records", version: "1.34", amiType: "AL2023_x86_64_STANDARD" })],
            "the same by output": [current, nodes({ clusterName: UNKNOWN, version: "1.36" }, { clusterName: current })],
            "a pinned release, with advice": { resources: [nodes({ releaseVersion: "1.36.1-20261101" })], advice: true },
        },
        violating: {
            "Amazon Linux 2": [nodes({ amiType: "AL2_x86_64" }), "amiType"],
            "a version that has ended": [[cluster({ name: "old", version: "1.30" }), nodes({ clusterName: "old", version: "1.30" })], "version"],
            "too far behind": {
                resources: [current, nodes({ clusterName: "records", version: "1.34" })],
                settings: { maxMinorSkew: 1 },
                property: "version",
            },
        },
        undetermined: {
            "an image that is not known": [nodes({ amiType: UNKNOWN }), "amiType"],
            "a version that is not known": [[current, nodes({ clusterName: "records", version: UNKNOWN })], "version"],
            "a cluster of another stack": [nodes({ clusterName: "records", version: "1.36" }), "version"],
            "a cluster whose version is not known": [
                [cluster({ name: "records", version: UNKNOWN }), nodes({ clusterName: "records", version: "1.36" })],
                "version",
            ],
        },
    },
};
