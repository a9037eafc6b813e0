import { type Cases, UNKNOWN, of } from "../support/cases";

const cluster = of("aws:eks/cluster:Cluster");

export const cases: Cases = {
    "aws-eks-control-plane-logging": {
        compliant: {
            "the three that are asked for": cluster({ enabledClusterLogTypes: ["api", "audit", "authenticator"] }),
            "all five": cluster({ enabledClusterLogTypes: ["api", "audit", "authenticator", "controllerManager", "scheduler"] }),
            "fewer by setting": { resources: [cluster({ enabledClusterLogTypes: ["audit"] })], settings: { requiredTypes: ["audit"] } },
        },
        violating: {
            "absent is none": [cluster(), "enabledClusterLogTypes"],
            "none, said outright": [cluster({ enabledClusterLogTypes: [] }), "enabledClusterLogTypes"],
            "without the audit log": [cluster({ enabledClusterLogTypes: ["api", "authenticator"] }), "enabledClusterLogTypes"],
            "more by setting": {
                resources: [cluster({ enabledClusterLogTypes: ["api", "audit", "authenticator"] })],
                settings: { requiredTypes: ["audit", "scheduler"] },
                property: "enabledClusterLogTypes",
            },
        },
        undetermined: {
            "a list that is not known": [cluster({ enabledClusterLogTypes: UNKNOWN }), "enabledClusterLogTypes"],
            "an entry that is not known": [cluster({ enabledClusterLogTypes: ["api", "audit", UNKNOWN] }), "enabledClusterLogTypes"],
        },
    },
};
