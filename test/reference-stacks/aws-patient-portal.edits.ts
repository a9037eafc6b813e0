import type { Edit } from "./support";

export const edits: readonly Edit[] = [
    {
        file: "service.ts",
        from: "readonlyRootFilesystem: true",
        to: "readonlyRootFilesystem: false",
        policy: "aws-ecs-readonly-root-filesystem",
        resource: "portal",
        property: "readonlyRootFilesystem",
        mend: "readonlyRootFilesystem",
    },
    {
        file: "identity.ts",
        from: 'explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"]',
        to: 'explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH"]',
        policy: "aws-cognito-client-secure-flows",
        resource: "portal",
        property: "explicitAuthFlows",
        mend: "explicitAuthFlows",
    },
    {
        file: "distribution.ts",
        from: 'minimumProtocolVersion: "TLSv1.2_2021"',
        to: 'minimumProtocolVersion: "TLSv1"',
        policy: "aws-cloudfront-viewer-tls",
        resource: "portal",
        property: "minimumProtocolVersion",
        mend: "minimumProtocolVersion",
    },
    {
        file: "registry.ts",
        from: 'imageTagMutability: "IMMUTABLE"',
        to: 'imageTagMutability: "MUTABLE"',
        policy: "aws-ecr-immutable-tags",
        resource: "portal",
        property: "imageTagMutability",
        mend: "IMMUTABLE",
    },
];

/** What the README tells people to set in earnest. */
export const inEarnest: readonly string[] = [
    "domainName=portal.your-trust.nhs.uk",
    "hostedZoneId=Z9999999999ZZZZZZZZZZ",
    "imageDigest=sha256:0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9",
    "providerIssuer=https://sign-in.your-trust.nhs.uk",
    "providerClientId=portal",
    "alertEmail=portal-alerts@your-trust.nhs.uk",
];
