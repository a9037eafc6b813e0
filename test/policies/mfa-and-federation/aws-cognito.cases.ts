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
const secure = (props: CaseProps<"aws:cognito/userPoolClient:UserPoolClient">): CaseResource =>
    client({ userPoolId: "p", preventUserExistenceErrors: "ENABLED", ...props });

const riskConfiguration = of("aws:cognito/riskConfiguration:RiskConfiguration");
const guarded = pool({ userPoolAddOns: { advancedSecurityMode: "ENFORCED" } });
const takeover = (eventAction: string) => ({ actions: { highAction: { eventAction, notify: false } } });
const risk = (leaked: string, high: string): CaseResource =>
    riskConfiguration(
        {
            userPoolId: UNKNOWN,
            compromisedCredentialsRiskConfiguration: { actions: { eventAction: leaked } },
            accountTakeoverRiskConfiguration: takeover(high),
        },
        { userPoolId: guarded },
    );

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
    "aws-cognito-password-policy": {
        compliant: {
            "twelve characters": pool({ passwordPolicy: { minimumLength: 12 } }),
            "temporary passwords for a day": pool({ passwordPolicy: { minimumLength: 14, temporaryPasswordValidityDays: 1 } }),
            "the default of seven days said outright": pool({ passwordPolicy: { minimumLength: 12, temporaryPasswordValidityDays: 7 } }),
            "the default length, where that is enough": { resources: [plain], settings: { minLength: 8 } },
            "the default policy asks for all kinds of character": { resources: [plain], settings: { minLength: 8, requireComplexity: true } },
            "all kinds of character": {
                resources: [
                    pool({
                        passwordPolicy: {
                            minimumLength: 12,
                            requireLowercase: true,
                            requireUppercase: true,
                            requireNumbers: true,
                            requireSymbols: true,
                        },
                    }),
                ],
                settings: { requireComplexity: true },
            },
        },
        violating: {
            "eight characters by default": [plain, "passwordPolicy.minimumLength"],
            "eight characters said outright": [pool({ passwordPolicy: { minimumLength: 8 } }), "passwordPolicy.minimumLength"],
            "a policy without a length": [pool({ passwordPolicy: { requireNumbers: true } }), "passwordPolicy.minimumLength"],
            "temporary passwords for a month": [
                pool({ passwordPolicy: { minimumLength: 12, temporaryPasswordValidityDays: 30 } }),
                "passwordPolicy.temporaryPasswordValidityDays",
            ],
            "a kind of character that the policy leaves out": {
                resources: [pool({ passwordPolicy: { minimumLength: 12, requireLowercase: true, requireUppercase: true, requireNumbers: true } })],
                settings: { requireComplexity: true },
                property: "passwordPolicy.requireSymbols",
            },
            "a client that also takes the pool's own passwords": [
                [plain, idp("SAML"), clientOf(plain, { supportedIdentityProviders: ["NHS", "COGNITO"] })],
                "passwordPolicy.minimumLength",
            ],
        },
        undetermined: {
            "a length that is not known": [pool({ passwordPolicy: { minimumLength: UNKNOWN } }), "passwordPolicy.minimumLength"],
            "a policy that is not known": [pool({ passwordPolicy: UNKNOWN }), "passwordPolicy.minimumLength"],
            "a client whose pool is not known": [
                [plain, idp("SAML"), client({ userPoolId: UNKNOWN, supportedIdentityProviders: ["NHS"] })],
                "passwordPolicy.minimumLength",
            ],
        },
        notApplicable: {
            "a federated pool": [plain, idp("SAML"), clientOf(plain, { supportedIdentityProviders: ["NHS"] })],
            "a pool for machines": [plain, clientOf(plain, machines)],
        },
    },
    "aws-cognito-client-secure-flows": {
        compliant: {
            "nothing but what must be set": client({ userPoolId: "p", preventUserExistenceErrors: "ENABLED" }),
            "the code flow": client({
                userPoolId: "p",
                allowedOauthFlows: ["code"],
                callbackUrls: ["https://records.example.org/signed-in", "http://localhost:3000", "http://127.0.0.1/x", "records://signed-in"],
                explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_AUTH"],
                preventUserExistenceErrors: "ENABLED",
                enableTokenRevocation: true,
            }),
            "machines, which no error tells of users": client({ userPoolId: "p", ...machines }),
            "a client of a service with everything said": managedClient({
                userPoolId: "p",
                allowedOauthFlows: ["code"],
                explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],
                preventUserExistenceErrors: "ENABLED",
                enableTokenRevocation: true,
            }),
        },
        violating: {
            "errors tell of users by default": [client({ userPoolId: "p" }), "preventUserExistenceErrors"],
            "the default said outright": [client({ userPoolId: "p", preventUserExistenceErrors: "LEGACY" }), "preventUserExistenceErrors"],
            "passwords in the clear": [secure({ explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH"] }), "explicitAuthFlows"],
            "passwords through the server": [secure({ explicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH"] }), "explicitAuthFlows"],
            "the older name of the flow": [secure({ explicitAuthFlows: ["ADMIN_NO_SRP_AUTH"] }), "explicitAuthFlows"],
            "the implicit flow": [secure({ allowedOauthFlows: ["code", "implicit"] }), "allowedOauthFlows"],
            "plain http": [secure({ callbackUrls: ["https://a.example.org", "http://records.example.org"] }), "callbackUrls[1]"],
            "a name that only starts like localhost": [secure({ callbackUrls: ["http://localhost.example.org"] }), "callbackUrls[0]"],
            "no revocation": [secure({ enableTokenRevocation: false }), "enableTokenRevocation"],
        },
        undetermined: {
            "flows that are not known": [secure({ explicitAuthFlows: UNKNOWN }), "explicitAuthFlows"],
            "a callback that is not known": [secure({ callbackUrls: [UNKNOWN] }), "callbackUrls[0]"],
            "a client of a service that keeps what that service set": [
                managedClient({ userPoolId: "p", allowedOauthFlows: ["code"] }),
                "preventUserExistenceErrors",
            ],
        },
    },
    "aws-cognito-passkey-first-factor-verified": {
        compliant: {
            "passwords only, as by default": plain,
            "the default said outright": pool({ signInPolicy: { allowedFirstAuthFactors: ["PASSWORD"] } }),
            "a verified passkey": pool({
                signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "WEB_AUTHN"] },
                webAuthnConfiguration: { userVerification: "required" },
            }),
            "a code by mail, where that is accepted": {
                resources: [pool({ signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "EMAIL_OTP"] } })],
                settings: { allowOtpFirstFactor: true },
            },
        },
        violating: {
            "a passkey, by default preferably verified": [
                pool({ signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "WEB_AUTHN"] } }),
                "webAuthnConfiguration.userVerification",
            ],
            "the same said outright": [
                pool({
                    signInPolicy: { allowedFirstAuthFactors: ["WEB_AUTHN"] },
                    webAuthnConfiguration: { userVerification: "preferred" },
                }),
                "webAuthnConfiguration.userVerification",
            ],
            "a code by mail": [
                pool({ signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "EMAIL_OTP"] } }),
                "signInPolicy.allowedFirstAuthFactors",
            ],
            "a code by text message": [pool({ signInPolicy: { allowedFirstAuthFactors: ["SMS_OTP"] } }), "signInPolicy.allowedFirstAuthFactors"],
        },
        undetermined: {
            "factors that are not known": [pool({ signInPolicy: UNKNOWN }), "signInPolicy.allowedFirstAuthFactors"],
            "a verification that is not known": [
                pool({
                    signInPolicy: { allowedFirstAuthFactors: ["WEB_AUTHN"] },
                    webAuthnConfiguration: { userVerification: UNKNOWN },
                }),
                "webAuthnConfiguration.userVerification",
            ],
        },
    },
    "aws-cognito-threat-protection-enforced": {
        compliant: {
            enforced: pool({ userPoolAddOns: { advancedSecurityMode: "ENFORCED" }, userPoolTier: "PLUS" }),
            "enforced on a pool of an older kind": guarded,
            "a risk configuration that blocks": [guarded, risk("BLOCK", "MFA_REQUIRED")],
            "enforced in a custom flow too": pool({
                userPoolAddOns: { advancedSecurityMode: "ENFORCED", advancedSecurityAdditionalFlows: { customAuthMode: "ENFORCED" } },
                lambdaConfig: { defineAuthChallenge: UNKNOWN },
            }),
            "a risk configuration, where one is asked for": {
                resources: [guarded, risk("BLOCK", "BLOCK")],
                settings: { requireRiskConfiguration: true },
            },
        },
        violating: {
            "absent is off": [plain, "userPoolAddOns.advancedSecurityMode"],
            "said to be off": [pool({ userPoolAddOns: { advancedSecurityMode: "OFF" } }), "userPoolAddOns.advancedSecurityMode"],
            "watching only": [pool({ userPoolAddOns: { advancedSecurityMode: "AUDIT" } }), "userPoolAddOns.advancedSecurityMode"],
            "a plan without it": [pool({ userPoolAddOns: { advancedSecurityMode: "ENFORCED" }, userPoolTier: "ESSENTIALS" }), "userPoolTier"],
            "a custom flow is only watched, as by default": [
                pool({ userPoolAddOns: { advancedSecurityMode: "ENFORCED" }, lambdaConfig: { defineAuthChallenge: UNKNOWN } }),
                "userPoolAddOns.advancedSecurityAdditionalFlows.customAuthMode",
            ],
            "leaked passwords are let through": [
                [guarded, risk("NO_ACTION", "BLOCK")],
                "compromisedCredentialsRiskConfiguration.actions.eventAction",
            ],
            "a second factor only of those who have one": [
                [guarded, risk("BLOCK", "MFA_IF_CONFIGURED")],
                "accountTakeoverRiskConfiguration.actions.highAction.eventAction",
            ],
            "a risk configuration that says nothing of leaked passwords": [
                [guarded, riskConfiguration({ userPoolId: UNKNOWN, accountTakeoverRiskConfiguration: takeover("BLOCK") }, { userPoolId: guarded })],
                "compromisedCredentialsRiskConfiguration.actions.eventAction",
            ],
            "no risk configuration, where one is asked for": {
                resources: [guarded],
                settings: { requireRiskConfiguration: true },
                property: "",
            },
        },
        undetermined: {
            "a mode that is not known": [pool({ userPoolAddOns: { advancedSecurityMode: UNKNOWN } }), "userPoolAddOns.advancedSecurityMode"],
            "a risk configuration of a pool that is not known": {
                resources: [
                    guarded,
                    riskConfiguration({
                        userPoolId: UNKNOWN,
                        compromisedCredentialsRiskConfiguration: { actions: { eventAction: "BLOCK" } },
                        accountTakeoverRiskConfiguration: takeover("BLOCK"),
                    }),
                ],
                settings: { requireRiskConfiguration: true },
                property: "",
            },
        },
        notApplicable: { "a federated pool": [plain, idp("SAML"), clientOf(plain, { supportedIdentityProviders: ["NHS"] })] },
    },
};
