import { type Cases, UNKNOWN, of } from "../support/cases";

const cluster = of("aws:redshift/cluster:Cluster");
const workgroup = of("aws:redshiftserverless/workgroup:Workgroup");

const routed = { clusterIdentifier: "dw", clusterSubnetGroupName: "private", enhancedVpcRouting: true };

export const cases: Cases = {
    "aws-redshift-encrypted-and-enhanced-routing": {
        compliant: {
            "encrypted where left out": cluster(routed),
            "said outright, as text": cluster({ ...routed, encrypted: "true" }),
            "not routed through the VPC": { resources: [cluster({ ...routed, enhancedVpcRouting: false })], advice: true },
            "in no subnet group": { resources: [cluster({ clusterIdentifier: "dw", enhancedVpcRouting: true })], advice: true },
            "a serverless one that is routed": workgroup({ namespaceName: "dw", enhancedVpcRouting: true }),
            "a serverless one that is not": { resources: [workgroup({ namespaceName: "dw" })], advice: true },
        },
        violating: { "the text 'false'": [cluster({ ...routed, encrypted: "false" }), "encrypted"] },
        undetermined: { "known only after the update": [cluster({ ...routed, encrypted: UNKNOWN }), "encrypted"] },
    },
};
