import { mustByType } from "../../src/policy/factories";
import { each, given, off } from "../../src/policy/facts";

export const noSharedCredentials = mustByType({
    name: "azure-acr-no-shared-credentials",
    title: "Container registries have no administrator's password and no pull without sign-in",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "least-privilege",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    why: "Everybody shares the administrator's one password, which can replace any image, and no second factor stands behind it.",
    fix: "Leave adminUserEnabled and anonymousPullEnabled off, and give each password of a token an expiry.",
    remedies: [
        { path: "adminUserEnabled", value: false },
        { path: "anonymousPullEnabled", value: false },
    ],
    references: [
        "azure-policy:dc921057-6b28-4fbe-9b83-f7bec05db6c2",
        "azure-policy:9f2dea28-e834-476c-99c5-3507b4728395",
        "azure-policy:ff05e24e-195c-447e-b322-5e90c9f9f366",
        "checkov:CKV_AZURE_137",
        "checkov:CKV_AZURE_138",
    ],
    facts: {
        "azure-native:containerregistry:Registry": [
            off("adminUserEnabled", false, "The registry has an administrator's account with a shared password."),
            off("anonymousPullEnabled", false, "Anybody pulls images without signing in."),
        ],
        "azure-native:containerregistry:Token": [...each("credentials.passwords", given("expiry", "The token's password never expires."))],
    },
});
