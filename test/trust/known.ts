/** A key that is not known yet is one that is made elsewhere: the names of AWS's own keys are always written out. */
export const GIVEN_BY_REFERENCE =
    /(kmsKeyId|kmsKey|kmsMasterKeyId|keyArn|encryptionKey|encryptionKey\.id|sourceArn|signingProfileVersionArns\.\[\])$/;

/** These look for secrets that are written in the program's text: a value that is not known is not written there. */
export const BY_LITERAL: ReadonlySet<string> = new Set([
    "aws-codebuild-no-plaintext-credentials",
    "aws-ecs-no-plaintext-secrets",
    "aws-lambda-environment-encrypted-no-secrets",
    "aws-secret-value-not-inline",
    "aws-database-password-managed-or-write-only",
    "azure-app-settings-no-plaintext-secrets",
    "azure-vm-bootstrap-no-secrets",
    "azure-container-secrets-not-inline",
]);

/** Names by which resources find each other: one that is not known may be the one that is meant, and what it belongs to is judged by itself. */
export const BY_NAME = /(resourceGroupName|serverName|targetBucket|listenerArn|region|scopeId|:Secret name|vmName)$/;

/** A null inside a document is no JSON of a policy: that it cannot be read is said. */
export const NULLS_IN_DOCUMENTS = /\b(policy|assumeRolePolicy|inlinePolicy|content|accessPolicies)\b/i;

/** Policies that report a violation while something is unknown, with the ends of the places and why that is right. */
export const FALSE_ALARMS: Readonly<Record<string, readonly string[]>> = {
    // A connection string stands in the program; only the name of its setting, by which a harmless one is told, is not known.
    "azure-app-settings-no-plaintext-secrets": ["siteConfig.appSettings.[].name"],
    // A subject "repo:…" is one of GitHub's, whatever the issuer.
    "azure-federated-credential-subject-exact": ["issuer"],
};

/** Policies that pass while something is unknown that could be a violation, with the ends of the places and why that is right. */
export const SILENT: Readonly<Record<string, readonly string[]>> = {
    // What is excluded by an id that is not known yet is an account or group; the words that mean many people are written out.
    "entra-conditional-access-mfa-all-users": ["conditions.users.excludedUsers.[]"],
    // The domain of a bucket of the same program is known by what it depends on; that of another stack is its own to judge.
    "aws-cloudfront-origin-secured": ["origins.[].domainName", "origins.[]", "origins"],
    "aws-cloudfront-waf-and-security-headers": ["origins.[].domainName", "origins.[]", "origins"],
};
