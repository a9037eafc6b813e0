import { type Cases, UNKNOWN, of } from "../support/cases";

const cluster = of("aws:eks/cluster:Cluster");

export const cases: Cases = {
    "aws-eks-api-endpoint-private": {
        compliant: {
            "private only": cluster({ vpcConfig: { endpointPublicAccess: false, endpointPrivateAccess: true } }),
            "public for a few addresses": cluster({ vpcConfig: { publicAccessCidrs: ["203.0.113.0/24"], endpointPrivateAccess: true } }),
        },
        violating: {
            "left out": [cluster({ vpcConfig: { subnetIds: UNKNOWN } }), "vpcConfig.publicAccessCidrs"],
            "open to everyone": [
                cluster({ vpcConfig: { publicAccessCidrs: ["203.0.113.0/24", "0.0.0.0/0"], endpointPrivateAccess: true } }),
                "vpcConfig.publicAccessCidrs",
            ],
            "no private endpoint": [cluster({ vpcConfig: { publicAccessCidrs: ["203.0.113.0/24"] } }), "vpcConfig.endpointPrivateAccess"],
            "public for a few, where that is not accepted": {
                resources: [cluster({ vpcConfig: { publicAccessCidrs: ["203.0.113.0/24"], endpointPrivateAccess: true } })],
                settings: { allowRestrictedPublic: false },
                property: "vpcConfig.endpointPublicAccess",
            },
        },
        undetermined: {
            "known only after the update": [
                cluster({ vpcConfig: { endpointPublicAccess: UNKNOWN, endpointPrivateAccess: true } }),
                "vpcConfig.publicAccessCidrs",
            ],
            "addresses that are not known": [
                cluster({ vpcConfig: { publicAccessCidrs: UNKNOWN, endpointPrivateAccess: true } }),
                "vpcConfig.publicAccessCidrs",
            ],
        },
    },
    "aws-eks-secrets-encrypted": {
        compliant: {
            "a key that is made in the same update": cluster({ encryptionConfig: { resources: ["secrets"], provider: { keyArn: UNKNOWN } } }),
        },
        violating: {
            "left out": [cluster({ vpcConfig: { subnetIds: UNKNOWN } }), "encryptionConfig.resources"],
            "of something else": [cluster({ encryptionConfig: { resources: [], provider: { keyArn: UNKNOWN } } }), "encryptionConfig.resources"],
        },
        undetermined: {
            "resources that are not known": [
                cluster({ encryptionConfig: { resources: UNKNOWN, provider: { keyArn: UNKNOWN } } }),
                "encryptionConfig.resources",
            ],
        },
        notApplicable: { "AWS's own key is accepted": { resources: [cluster()], settings: { allowAwsOwnedKey: true } } },
    },
};
