import { type Cases, UNKNOWN, of } from "../support/cases";

const gateway = of("aws:ec2transitgateway/transitGateway:TransitGateway");
const endpoint = of("aws:ec2/vpcEndpointService:VpcEndpointService");
const share = of("aws:ram/resourceShare:ResourceShare");

export const cases: Cases = {
    "aws-network-sharing-not-auto-accepted": {
        compliant: {
            "a gateway that asks where left out": gateway(),
            "said outright": gateway({ autoAcceptSharedAttachments: "disable" }),
            "a service that asks": endpoint({ acceptanceRequired: true, allowedPrincipals: ["arn:aws:iam::111122223333:root"] }),
            "a share within the organisation, by default": share({ name: "network" }),
        },
        violating: {
            "a gateway that accepts everyone": [gateway({ autoAcceptSharedAttachments: "enable" }), "autoAcceptSharedAttachments"],
            "a service that accepts everyone": [endpoint({ acceptanceRequired: false }), "acceptanceRequired"],
            "a service that everyone may ask": [endpoint({ acceptanceRequired: true, allowedPrincipals: ["*"] }), "allowedPrincipals[0]"],
            "a share outside the organisation": [share({ allowExternalPrincipals: true }), "allowExternalPrincipals"],
        },
        undetermined: {
            "known only after the update": [gateway({ autoAcceptSharedAttachments: UNKNOWN }), "autoAcceptSharedAttachments"],
            "principals that are not known": [endpoint({ acceptanceRequired: true, allowedPrincipals: UNKNOWN }), "allowedPrincipals"],
        },
    },
};
