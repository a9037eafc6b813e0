import * as azuread from "@pulumi/azuread";

// With what people may sign in. A message to a telephone is in neither list, as numbers can be taken over.
const unphishable = ["fido2", "windowsHelloForBusiness", "x509CertificateMultiFactor"];

export const forEveryone = new azuread.AuthenticationStrengthPolicy("everyone", {
    displayName: "Two factors without telephone numbers",
    description: "Passkeys, certificates, Authenticator and one-time codes; a pass of the help desk to register them",
    allowedCombinations: [
        ...unphishable,
        "deviceBasedPush",
        "temporaryAccessPassOneTime",
        "password,microsoftAuthenticatorPush",
        "password,softwareOath",
        "password,hardwareOath",
        "federatedMultiFactor",
    ],
});

export const forAdministrators = new azuread.AuthenticationStrengthPolicy("administrators", {
    displayName: "What cannot be passed on by a false sign-in page",
    description: "Passkeys, Windows Hello for Business and certificates",
    allowedCombinations: unphishable,
});
