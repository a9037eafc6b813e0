import type { Edit } from "./support";

export const edits: readonly Edit[] = [
    {
        file: "api.ts",
        from: 'authorization: "AWS_IAM"',
        to: 'authorization: "NONE"',
        policy: "aws-api-methods-require-authentication",
        resource: "send",
        property: "authorization",
        mend: "Set authorization (authorizationType, authenticationType) to IAM",
    },
    {
        file: "search.ts",
        from: '        vpcOptions: { subnetIds, securityGroupIds: [group("search")] },\n',
        to: "",
        policy: "aws-search-in-vpc",
        resource: "search",
        property: "vpcOptions.subnetIds",
        mend: "Give the domain vpcOptions.subnetIds",
    },
    {
        file: "feed.ts",
        from: 'clientBroker: "TLS"',
        to: 'clientBroker: "TLS_PLAINTEXT"',
        policy: "aws-kafka-encrypted-in-transit-and-authenticated",
        resource: "feed",
        property: "encryptionInfo.encryptionInTransit.clientBroker",
        mend: "Leave clientBroker at 'TLS'",
    },
    {
        file: "api.ts",
        from: 'new aws.wafv2.WebAclAssociation("api", { resourceArn: stage.arn, webAclArn: firewall.arn });\n',
        to: "void firewall;\n",
        policy: "aws-public-endpoint-behind-waf",
        resource: "live",
        property: "No web ACL is associated",
        mend: "Add a wafv2 WebAclAssociation",
    },
];

/** What the README tells people to set in earnest. */
export const inEarnest: readonly string[] = [
    "domainName=events.your-trust.nhs.uk",
    "hostedZoneId=Z9999999999ZZZZZZZZZZ",
    "userPoolArn=arn:aws:cognito-idp:eu-west-2:123456789012:userpool/eu-west-2_abcdefghi",
    'partnerAccounts=["210987654321","320987654321"]',
    "partnerGatewayIp=198.51.100.7",
    "createAccountSettings=false",
    'nhs-supplier-charter:estate={"trustedAccounts":["123456789012","210987654321","320987654321"]}',
];
