import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { domainName, home, kept, name, provider, tags } from "./config";

// Patients sign in with an identity provider, which must ask for the second factor: the pool's own covers users of its own only. Those have to have
// one all the same, should a client ever let them in.
export const pool = new aws.cognito.UserPool(
    "patients",
    {
        name,
        userPoolTier: "PLUS",
        mfaConfiguration: "ON",
        softwareTokenMfaConfiguration: { enabled: true },
        passwordPolicy: {
            minimumLength: 14,
            requireLowercase: true,
            requireUppercase: true,
            requireNumbers: true,
            requireSymbols: true,
            temporaryPasswordValidityDays: 1,
            passwordHistorySize: 24,
        },
        adminCreateUserConfig: { allowAdminCreateUserOnly: true },
        accountRecoverySetting: { recoveryMechanisms: [{ name: "admin_only", priority: 1 }] },
        userPoolAddOns: { advancedSecurityMode: "ENFORCED" },
        deletionProtection: "ACTIVE",
        tags,
    },
    kept(home),
);

const providerSecret = aws.secretsmanager.getSecretVersionOutput({ secretId: provider.secretName });
const signIn = new aws.cognito.IdentityProvider("sign-in", {
    userPoolId: pool.id,
    providerName: provider.name,
    providerType: "OIDC",
    providerDetails: {
        oidc_issuer: provider.issuer,
        client_id: provider.clientId,
        client_secret: pulumi.secret(providerSecret.secretString),
        authorize_scopes: provider.scopes,
        attributes_request_method: "GET",
    },
    attributeMapping: { username: "sub", email: "email" },
});

export const client = new aws.cognito.UserPoolClient(
    "portal",
    {
        name,
        userPoolId: pool.id,
        generateSecret: true,
        supportedIdentityProviders: [provider.name],
        allowedOauthFlowsUserPoolClient: true,
        allowedOauthFlows: ["code"],
        allowedOauthScopes: ["openid", "email"],
        callbackUrls: [`https://${domainName}/oauth2/idpresponse`],
        logoutUrls: [`https://${domainName}/`],
        explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
        preventUserExistenceErrors: "ENABLED",
        enableTokenRevocation: true,
        accessTokenValidity: 15,
        idTokenValidity: 15,
        refreshTokenValidity: 8,
        tokenValidityUnits: { accessToken: "minutes", idToken: "minutes", refreshToken: "hours" },
    },
    { dependsOn: [signIn] },
);

// The pages of the pool, to which the load balancer sends who has not signed in.
export const poolDomain = new aws.cognito.UserPoolDomain("patients", {
    domain: pulumi.interpolate`${name}-${home.account}`,
    userPoolId: pool.id,
    managedLoginVersion: 2,
});
