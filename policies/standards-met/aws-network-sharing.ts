import { mustByType } from "../../src/policy/factories";
import { fact, off, on, oneOf } from "../../src/policy/facts";
import { text } from "../../src/policy/values";

export const networkSharingNotAutoAccepted = mustByType({
    name: "aws-network-sharing-not-auto-accepted",
    title: "Nobody joins the network, or is given a share of it, unasked",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    why: "A network that takes in every request connects itself to accounts that nobody has looked at.",
    fix: "Set autoAcceptSharedAttachments to 'disable', acceptanceRequired to true, and leave allowExternalPrincipals off.",
    remedies: [
        { path: "autoAcceptSharedAttachments", value: "disable" },
        { path: "acceptanceRequired", value: true },
    ],
    references: ["aws-config:ec2-transit-gateway-auto-vpc-attach-disabled", "checkov:CKV_AWS_123", "checkov:CKV_AWS_331", "fsbp:EC2.23"],
    facts: {
        "aws:ec2transitgateway/transitGateway:TransitGateway": [
            oneOf("autoAcceptSharedAttachments", ["disable"], "disable", "Attachments of other accounts are accepted unasked."),
        ],
        "aws:ec2/vpcEndpointService:VpcEndpointService": [
            on("acceptanceRequired", false, "Connections are accepted unasked."),
            fact("allowedPrincipals[]", "Everyone may ask to be connected.", principal => principal !== undefined && text(principal) !== "*"),
        ],
        "aws:ram/resourceShare:ResourceShare": [off("allowExternalPrincipals", false, "The share may go to accounts outside the organisation.")],
    },
});
