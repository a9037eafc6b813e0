import { type CaseProps, type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const pool = of("aws:cognito/userPool:UserPool");
const provider = of("aws:cognito/identityProvider:IdentityProvider");
const client = of("aws:cognito/userPoolClient:UserPoolClient");
const managedClient = of("aws:cognito/managedUserPoolClient:ManagedUserPoolClient");
const identityPool = of("aws:cognito/identityPool:IdentityPool");

const totp = { softwareTokenMfaConfiguration: { enabled: true } };
const plain = pool();
const clientOf = (owner: CaseResource, props: CaseProps<"aws:cognito/userPoolClient:UserPoolClient"> = {}): CaseResource =>
    client({ userPoolId: UNKNOWN, ...props }, { userPoolId: owner });
const idp = (providerType: string): CaseResource =>
    provider({ userPoolId: UNKNOWN, providerName: "NHS", providerType, providerDetails: {} }, { userPoolId: plain });
const machines = { allowedOauthFlows: ["client_credentials"], allowedOauthFlowsUserPoolClient: true };

export const cases: Cases = {
    "aws-cognito-user-pool-mfa-required": {
        compliant: {
            "required, with an authenticator app": pool({ mfaConfiguration: "ON", ...totp }),
            offered: { resources: [pool({ mfaConfiguration: "OPTIONAL", ...totp })], advice: true },
            "federated: every client signs in through SAML": [plain, idp("SAML"), clientOf(plain, { supportedIdentityProviders: ["NHS"] })],
            "federated by OIDC, with a managed client": [
                plain,
                idp("OIDC"),
                managedClient({ userPoolId: UNKNOWN, supportedIdentityProviders: ["NHS"] }, { userPoolId: plain }),
            ],
        },
        violating: {
            "absent is off": [plain, "mfaConfiguration"],
            "said to be off": [pool({ mfaConfiguration: "OFF" }), "mfaConfiguration"],
            "by text message only": [
                pool({ mfaConfiguration: "ON", smsConfiguration: { externalId: "a", snsCallerArn: UNKNOWN } }),
                "softwareTokenMfaConfiguration.enabled",
            ],
            "offered, where it must be required": {
                resources: [pool({ mfaConfiguration: "OPTIONAL", ...totp })],
                settings: { failOnOptional: true },
                property: "mfaConfiguration",
            },
            "a client that also takes the pool's own passwords": [
                [plain, idp("SAML"), clientOf(plain, { supportedIdentityProviders: ["NHS", "COGNITO"] })],
                "mfaConfiguration",
            ],
            "a client that names no provider": [[plain, idp("SAML"), clientOf(plain)], "mfaConfiguration"],
            "a social provider": [[plain, idp("Google"), clientOf(plain, { supportedIdentityProviders: ["Google"] })], "mfaConfiguration"],
            "machines and people": [[plain, clientOf(plain, machines), clientOf(plain)], "mfaConfiguration"],
        },
        undetermined: {
            "known only after the update": [pool({ mfaConfiguration: UNKNOWN, ...totp }), "mfaConfiguration"],
            "an app that is perhaps on": [
                pool({ mfaConfiguration: "ON", softwareTokenMfaConfiguration: { enabled: UNKNOWN } }),
                "softwareTokenMfaConfiguration.enabled",
            ],
            "a kind of provider that is not known": [
                [
                    plain,
                    provider({ userPoolId: UNKNOWN, providerName: "NHS", providerType: UNKNOWN, providerDetails: {} }, { userPoolId: plain }),
                    clientOf(plain, { supportedIdentityProviders: ["NHS"] }),
                ],
                "mfaConfiguration",
            ],
            "a client whose pool is not known": [
                [plain, idp("SAML"), client({ userPoolId: UNKNOWN, supportedIdentityProviders: ["NHS"] })],
                "mfaConfiguration",
            ],
        },
        notApplicable: { "a pool for machines": [plain, clientOf(plain, machines)] },
    },
    "aws-cognito-identity-pool-no-guests": {
        compliant: {
            "no guests, as by default": identityPool({ identityPoolName: "records" }),
            "the default said outright": identityPool({
                identityPoolName: "records",
                allowUnauthenticatedIdentities: false,
                allowClassicFlow: false,
                cognitoIdentityProviders: [{ clientId: "a", providerName: "b", serverSideTokenCheck: true }],
            }),
            "no check of tokens on the server": {
                resources: [identityPool({ identityPoolName: "records", cognitoIdentityProviders: [{ clientId: "a", providerName: "b" }] })],
                advice: true,
            },
        },
        violating: {
            guests: [identityPool({ identityPoolName: "records", allowUnauthenticatedIdentities: true }), "allowUnauthenticatedIdentities"],
            "the classic flow": [identityPool({ identityPoolName: "records", allowClassicFlow: true }), "allowClassicFlow"],
        },
        undetermined: {
            "perhaps guests": [
                identityPool({ identityPoolName: "records", allowUnauthenticatedIdentities: UNKNOWN }),
                "allowUnauthenticatedIdentities",
            ],
        },
    },
};
