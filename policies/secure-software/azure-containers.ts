import { resourcePolicy } from "../../src/policy/definition";
import { must } from "../../src/policy/factories";
import { each, fact, off } from "../../src/policy/facts";
import type { Resource, Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, is, isUnknown, not, or, some } from "../../src/policy/unknown";
import { type At, isFilled, isSet, read, readAll, text } from "../../src/policy/values";
import { matchesWildcard } from "../../src/policy/wildcard";
import { APP, CONTAINER_APP, GROUP, JOB, SIDECAR, SLOT, SLOT_SIDECAR, containersOf, imagesOf } from "../shared/azure-containers";
import { ENDINGS_SETTING, isPlainCredential } from "../shared/azure-credentials";
import { imageReference } from "../shared/image-references";

export const containerSecretsNotInline = resourcePolicy({
    name: "azure-container-secrets-not-inline",
    title: "Containers take no secrets from plain variables",
    commitment: "secure-software",
    topic: "build-identity",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: [CONTAINER_APP, JOB, GROUP],
    why: "A plain variable is shown to everybody who may look at the app, and stays in its revisions and in the history of deployments.",
    fix: "Keep the secret in Key Vault and name it by env[].secretRef, or write secureValue in place of value in a container group.",
    references: ["checkov:CKV_AZURE_235"],
    settings: {
        ...ENDINGS_SETTING,
        requireKeyVault: { type: "boolean", default: false, description: "Ask for keyVaultUrl in place of value in the secrets of container apps." },
    },
    check({ type, resource, settings, requireAt }) {
        const message = "A variable holds a secret in plain text.";
        const variables = type === GROUP ? "environmentVariables[]" : "env[]";
        const inside = ({ path, value }: At): readonly At[] =>
            isUnknown(value) ? [{ path, value }] : readAll(value, variables).map(at => ({ path: `${path}.${at.path}`, value: at.value }));
        for (const { path, value: variable } of containersOf(resource).flatMap(inside)) {
            if (isUnknown(variable)) requireAt(UNKNOWN, path, message);
            else
                requireAt(
                    not(isPlainCredential(read(variable, "name"), read(variable, "value"), settings.secretNameEndings)),
                    `${path}.value`,
                    message,
                );
        }
        if (!settings.requireKeyVault) return;
        for (const { path, value } of readAll(resource.props, "configuration.secrets[]"))
            requireAt(isUnknown(value) ? UNKNOWN : isFilled(value, "keyVaultUrl"), path, "A secret is kept in the app, and not in Key Vault.");
    },
});

export const containerImageTrusted = resourcePolicy({
    name: "azure-container-image-trusted-and-pinned",
    title: "Container images are named by a version, and come from registries that are trusted",
    commitment: "secure-software",
    topic: "image-immutability-and-signing",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: [APP, SLOT, SIDECAR, SLOT_SIDECAR, CONTAINER_APP, JOB, GROUP],
    why: "What 'latest' means can change at any time, and an image from somebody else's registry is whatever was last put there.",
    fix: "Name a version or a digest of the image, not 'latest', and list your registries in the setting allowedRegistries.",
    references: ["azure-policy:febd0533-8e55-448f-b837-bd0e06f16469", "mcsb:PV-2"],
    settings: {
        allowedRegistries: {
            type: "array",
            items: { type: "string" },
            default: [],
            description: "Registries that images may come from, with wildcards; all where empty.",
        },
        requireDigest: { type: "boolean", default: false, description: "Ask for images by their digest (@sha256:…)." },
    },
    check({ resource, settings, requireAt, notApplicable }) {
        const images = imagesOf(resource);
        if (images.length === 0) notApplicable("runs no container image");
        const allowed = settings.allowedRegistries.map(pattern => pattern.toLowerCase());
        for (const { path, value } of images) {
            const image = isUnknown(value) ? UNKNOWN : imageReference(text(value));
            const trusted = is(image, ({ registry }) => allowed.length === 0 || allowed.some(pattern => matchesWildcard(pattern, registry)));
            const fixed = is(image, ({ tag, digest }) => digest || (!settings.requireDigest && tag !== undefined && tag !== "latest"));
            if (allowed.length > 0) requireAt(trusted, path, "An image comes from a registry that is not allowed.");
            requireAt(fixed, path, "An image is named by no version: what it is can change at any time.");
        }
    },
});

/** In the containers of a group, those that run first among them. */
const inContainers = ["containers", "initContainers"] as const;

export const containerNotPrivileged = must({
    name: "azure-container-not-privileged",
    title: "Container groups run without privileges",
    commitment: "secure-software",
    topic: "secure-configuration",
    strength: "supporting",
    severity: "high",
    evidence: "supporting",
    since: "1.0",
    on: [GROUP],
    why: "A container that is privileged, or runs as root, is one mistake away from what surrounds it.",
    fix: "Leave securityContext.privileged and securityContext.allowPrivilegeEscalation of each container off, and runAsUser away from 0.",
    remedies: [{ path: "containers[].securityContext.privileged", value: false }],
    references: ["azure-policy:95edb821-ddaf-4404-9732-666045e056b4", "azure-policy:1c6e92c9-99f0-4e55-9cf2-0c234dc48f99", "mcsb:PV-2", "ms-caf-3.2"],
    facts: inContainers.flatMap(list =>
        each(
            list,
            off("securityContext.privileged", false, "A container runs in privileged mode."),
            off("securityContext.allowPrivilegeEscalation", false, "A process in a container may gain more privileges than its parent."),
            fact("securityContext.runAsUser", "A container runs as root.", user => user === undefined || text(user) !== "0"),
        ),
    ),
});

/** Is it a registry of Azure, which knows managed identities? */
function inAzure(server: Value | undefined): Answer {
    return is(server, name => /\.azurecr\.io$/i.test(text(name ?? "").replace(/\/.*$/, "")));
}

/** Does one of the images come from a registry of Azure? */
function runsFromAzure(resource: Resource): Answer {
    return some(imagesOf(resource), ({ value }) => inAzure(isUnknown(value) ? UNKNOWN : imageReference(text(value)).registry));
}

const BY_IDENTITY = "Images are fetched with a password, and not by a managed identity.";

export const appRegistryManagedIdentity = resourcePolicy({
    name: "azure-app-registry-managed-identity",
    title: "Apps fetch their images by a managed identity",
    commitment: "secure-software",
    topic: "build-identity",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [APP, SLOT, SIDECAR, SLOT_SIDECAR, CONTAINER_APP, JOB, GROUP],
    why: "A registry's password lies in the app, does not run out, and often may push images as well as fetch them.",
    fix: "Give the app's identity the role AcrPull, and set siteConfig.acrUseManagedIdentityCreds to true, or identity in place of a password at the registry.",
    references: [],
    check({ type, resource, on, oneOf, require, requireAt, notApplicable }) {
        if (type !== CONTAINER_APP && type !== JOB && type !== GROUP) {
            const concerned = runsFromAzure(resource);
            if (concerned === false) notApplicable("runs no image from a registry of Azure");
            else if (type === APP || type === SLOT)
                require(or(not(concerned), on("siteConfig.acrUseManagedIdentityCreds", false)), "siteConfig.acrUseManagedIdentityCreds", BY_IDENTITY);
            else require(or(not(concerned), not(oneOf("authType", ["UserCredentials"]))), "authType", BY_IDENTITY);
            return;
        }
        const place = type === GROUP ? "imageRegistryCredentials" : "configuration.registries";
        const registries = readAll(resource.props, `${place}[]`);
        if (registries.length === 0) notApplicable("names no registry that asks who is calling");
        for (const { path, value: registry } of registries) {
            const passwords = ["password", "passwordReference", "passwordSecretRef"].some(property => isSet(registry, property));
            const named = isUnknown(registry) ? UNKNOWN : and(isFilled(registry, "identity"), !passwords);
            requireAt(or(not(inAzure(read(registry, "server"))), named), path, BY_IDENTITY);
        }
    },
});
