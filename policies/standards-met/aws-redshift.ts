import { resourcePolicy } from "../../src/policy/definition";

export const redshiftEncrypted = resourcePolicy({
    name: "aws-redshift-encrypted-and-enhanced-routing",
    title: "Redshift encrypts its storage, and loads and unloads through the VPC",
    commitment: "standards-met",
    topic: "encryption-at-rest",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: ["aws:redshift/cluster:Cluster", "aws:redshiftserverless/workgroup:Workgroup"],
    why: "A warehouse gathers what other systems hold; unencrypted, all of it lies in plain text in its blocks and snapshots.",
    fix: "Leave encrypted at 'true', and set enhancedVpcRouting to true.",
    references: [
        "aws-config:redshift-cluster-configuration-check",
        "aws-config:redshift-cluster-kms-enabled",
        "aws-config:redshift-enhanced-vpc-routing-enabled",
        "checkov:CKV_AWS_64",
        "checkov:CKV_AWS_154",
        "checkov:CKV_AWS_321",
        "cdk-nag:AwsSolutions-RS2",
        "cdk-nag:AwsSolutions-RS6",
        "fsbp:Redshift.7",
        "fsbp:Redshift.10",
        "fsbp:RedshiftServerless.1",
    ],
    check({ type, on, has, require, advice }) {
        if (type === "aws:redshift/cluster:Cluster") {
            require(on("encrypted", true), "encrypted", "The warehouse is not encrypted.");
            if (!has("clusterSubnetGroupName")) advice("clusterSubnetGroupName", "The cluster stands outside any subnet group.");
        }
        // Serverless warehouses are always encrypted.
        if (on("enhancedVpcRouting", false) === false) advice("enhancedVpcRouting", "COPY and UNLOAD do not go through the VPC.");
    },
});
