import type { Edit } from "./support";

export const edits: readonly Edit[] = [
    {
        file: "sql.ts",
        from: "azureADOnlyAuthentication: true",
        to: "azureADOnlyAuthentication: false",
        policy: "azure-sql-entra-only-authentication",
        resource: "records",
        property: "administrators.azureADOnlyAuthentication",
        mend: "azureADOnlyAuthentication",
    },
    {
        file: "cache.ts",
        from: 'clientProtocol: "Encrypted"',
        to: 'clientProtocol: "Plaintext"',
        policy: "azure-redis-tls-port-only",
        resource: "cache",
        property: "clientProtocol",
        mend: "'Encrypted'",
    },
    {
        file: "functions.ts",
        from: 'FUNCTIONS_EXTENSION_VERSION: "~4"',
        to: 'FUNCTIONS_EXTENSION_VERSION: "~3"',
        policy: "azure-functions-runtime-version-supported",
        resource: "functions",
        property: "FUNCTIONS_EXTENSION_VERSION",
        mend: "'~4'",
    },
];

/** What the README tells people to set in earnest. */
export const inEarnest: readonly string[] = [
    "databaseAdminGroupId=00000000-0000-4000-8000-000000000007",
    "operatorGroupId=00000000-0000-4000-8000-000000000008",
    "managedNetworkExists=true",
];
