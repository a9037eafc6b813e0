import { type Cases, UNKNOWN, of } from "../support/cases";

const app = of("azure-native:web:WebApp");
const slot = of("azure-native:web:WebAppSlot");
const sidecar = of("azure-native:web:WebAppSiteContainer");
const slotSidecar = of("azure-native:web:WebAppSiteContainerSlot");
const containerApp = of("azure-native:app:ContainerApp");
const job = of("azure-native:app:Job");
const group = of("azure-native:containerinstance:ContainerGroup");

const variable = (name: string, value: string | typeof UNKNOWN) => containerApp({ template: { containers: [{ env: [{ name, value }] }] } });
const running = (image: string | typeof UNKNOWN) => containerApp({ template: { containers: [{ name: "app", image }] } });
const docker = (image: string) => app({ siteConfig: { linuxFxVersion: `DOCKER|${image}` } });
const compose = (...lines: readonly string[]) =>
    app({ siteConfig: { linuxFxVersion: `COMPOSE|${Buffer.from(["services:", ...lines].join("\n")).toString("base64")}` } });
const DIGEST = `@sha256:${"0123456789abcdef".repeat(4)}`;
const IMAGE = "template.containers[0].image";

export const cases: Cases = {
    "azure-container-secrets-not-inline": {
        compliant: {
            "no variables": containerApp({ template: { containers: [{ name: "app" }] } }),
            "a secret by reference": containerApp({
                configuration: {
                    secrets: [{ name: "database", keyVaultUrl: "https://records.vault.azure.net/secrets/database", identity: "system" }],
                },
                template: { containers: [{ env: [{ name: "DB_PASSWORD", secretRef: "database" }] }] },
            }),
            "a secret of the app's own": containerApp({
                configuration: { secrets: [{ name: "database", value: UNKNOWN }] },
                template: { containers: [{ env: [{ name: "DB_PASSWORD", secretRef: "database" }] }] },
            }),
            "an ordinary variable": variable("REGION", "uksouth"),
            "an ordinary variable that is not known": variable("DB_HOST", UNKNOWN),
            "a secure value of a group": group({
                containers: [{ name: "app", environmentVariables: [{ name: "DB_PASSWORD", secureValue: "correct-horse" }] }],
            }),
            "only references, where Key Vault is asked for": {
                resources: [
                    job({ configuration: { secrets: [{ name: "database", keyVaultUrl: UNKNOWN }], replicaTimeout: 60, triggerType: "Manual" } }),
                ],
                settings: { requireKeyVault: true },
            },
        },
        violating: {
            "a password": [variable("DB_PASSWORD", "correct-horse"), "template.containers[0].env[0].value"],
            "a key under any name": [variable("STORAGE", "AccountName=records;AccountKey=abc=="), "template.containers[0].env[0].value"],
            "what runs first": [
                job({ template: { initContainers: [{ env: [{ name: "API_KEY", value: "abcdef" }] }] } }),
                "template.initContainers[0].env[0].value",
            ],
            "a group": [
                group({ containers: [{ name: "app", environmentVariables: [{ name: "DB_PASSWORD", value: "correct-horse" }] }] }),
                "containers[0].environmentVariables[0].value",
            ],
            "a secret of the app's own, where Key Vault is asked for": {
                resources: [containerApp({ configuration: { secrets: [{ name: "database", value: UNKNOWN }] } })],
                settings: { requireKeyVault: true },
                property: "configuration.secrets[0]",
            },
        },
        undetermined: {
            "a password that is not known": [variable("DB_PASSWORD", UNKNOWN), "template.containers[0].env[0].value"],
            "containers that are not known": [containerApp({ template: UNKNOWN }), "template"],
            "a variable that is not known": [containerApp({ template: { containers: [{ env: [UNKNOWN] }] } }), "template.containers[0].env[0]"],
        },
    },
    "azure-container-image-trusted-and-pinned": {
        compliant: {
            "a version": running("records.azurecr.io/app:1.4.2"),
            "a digest": running(`records.azurecr.io/app${DIGEST}`),
            "a registry with a port": running("registry.example:5000/app:1.4.2"),
            "an app": docker("records.azurecr.io/app:1.4.2"),
            "an app on Windows": slot({ siteConfig: { windowsFxVersion: "docker|records.azurecr.io/app:1.4.2" } }),
            "a sidecar": sidecar({ image: "records.azurecr.io/app:1.4.2", isMain: true }),
            "Docker Compose": compose("  app:", '    image: "records.azurecr.io/app:1.4.2"'),
            "a registry of the setting": {
                resources: [running("Records.azurecr.io/app:1.4.2")],
                settings: { allowedRegistries: ["*.azurecr.io", "mcr.microsoft.com"] },
            },
            "a digest, where that is asked for": { resources: [running(`records.azurecr.io/app:1.4.2${DIGEST}`)], settings: { requireDigest: true } },
        },
        violating: {
            "no version": [running("records.azurecr.io/app"), IMAGE],
            "no version, with a port": [running("registry.example:5000/app"), IMAGE],
            "latest, said outright": [running("mcr.microsoft.com/k8se/quickstart:latest"), IMAGE],
            "what runs first": [job({ template: { initContainers: [{ image: "migrate" }] } }), "template.initContainers[0].image"],
            "a group": [group({ containers: [{ name: "app", image: "nginx:latest" }] }), "containers[0].image"],
            "an app": [docker("records.azurecr.io/app:latest"), "siteConfig.linuxFxVersion"],
            "a sidecar": [slotSidecar({ image: "records.azurecr.io/app", isMain: false }), "image"],
            "one of Docker Compose's": [
                compose("  app:", "    image: records.azurecr.io/app:1", "  db:", "    image: redis"),
                "siteConfig.linuxFxVersion",
            ],
            "another registry": {
                resources: [running("records.azurecr.io.example.com/app:1.4.2")],
                settings: { allowedRegistries: ["*.azurecr.io"] },
                property: IMAGE,
            },
            "Docker Hub, by default": {
                resources: [running("library/nginx:1.27")],
                settings: { allowedRegistries: ["*.azurecr.io"] },
                property: IMAGE,
            },
            "a version, where a digest is asked for": {
                resources: [running("records.azurecr.io/app:1.4.2")],
                settings: { requireDigest: true },
                property: IMAGE,
            },
        },
        undetermined: {
            "an image that is not known": [running(UNKNOWN), IMAGE],
            "containers that are not known": [group({ containers: UNKNOWN }), "containers"],
            "a runtime that is not known": [app({ siteConfig: { linuxFxVersion: UNKNOWN } }), "siteConfig.linuxFxVersion"],
        },
        notApplicable: { "a runtime of the platform": app({ siteConfig: { linuxFxVersion: "NODE|22-lts" } }), "no runtime": app({ siteConfig: {} }) },
    },
    "azure-container-not-privileged": {
        compliant: {
            "no context": group({ containers: [{ name: "app" }] }),
            "off, said outright": group({
                containers: [{ name: "app", securityContext: { privileged: false, allowPrivilegeEscalation: false, runAsUser: 1000 } }],
            }),
        },
        violating: {
            privileged: [group({ containers: [{ name: "app", securityContext: { privileged: true } }] }), "containers[0].securityContext.privileged"],
            "may gain privileges": [
                group({ containers: [{ name: "app", securityContext: { allowPrivilegeEscalation: true } }] }),
                "containers[0].securityContext.allowPrivilegeEscalation",
            ],
            root: [group({ containers: [{ name: "app", securityContext: { runAsUser: 0 } }] }), "containers[0].securityContext.runAsUser"],
            "what runs first": [
                group({ initContainers: [{ name: "init", securityContext: { privileged: true } }] }),
                "initContainers[0].securityContext.privileged",
            ],
        },
        undetermined: {
            "known only after the update": [
                group({ containers: [{ name: "app", securityContext: { privileged: UNKNOWN } }] }),
                "containers[0].securityContext.privileged",
            ],
            "a container that is not known": [group({ containers: [UNKNOWN] }), "containers[0]"],
        },
    },
    "azure-app-registry-managed-identity": {
        compliant: {
            "an app": app({ siteConfig: { linuxFxVersion: "DOCKER|records.azurecr.io/app:1", acrUseManagedIdentityCreds: true } }),
            "a container app": containerApp({ configuration: { registries: [{ server: "records.azurecr.io", identity: "system" }] } }),
            "a container app with an identity that is not known": containerApp({
                configuration: { registries: [{ server: UNKNOWN, identity: UNKNOWN }] },
            }),
            "a registry that knows no managed identities": containerApp({
                configuration: { registries: [{ server: "ghcr.io", username: "records", passwordSecretRef: "ghcr" }] },
            }),
            "a group": group({ imageRegistryCredentials: [{ server: "records.azurecr.io", identity: UNKNOWN }] }),
            "a sidecar": sidecar({ image: "records.azurecr.io/app:1", isMain: true, authType: "UserAssigned" }),
        },
        violating: {
            "an app, left out": [app({ siteConfig: { linuxFxVersion: "DOCKER|records.azurecr.io/app:1" } }), "siteConfig.acrUseManagedIdentityCreds"],
            "a slot, off, said outright": [
                slot({ siteConfig: { linuxFxVersion: "DOCKER|records.azurecr.io/app:1", acrUseManagedIdentityCreds: false } }),
                "siteConfig.acrUseManagedIdentityCreds",
            ],
            "a container app with a password": [
                containerApp({ configuration: { registries: [{ server: "records.azurecr.io", username: "records", passwordSecretRef: "acr" }] } }),
                "configuration.registries[0]",
            ],
            "a job": [
                job({ configuration: { registries: [{ server: "records.azurecr.io" }], replicaTimeout: 60, triggerType: "Manual" } }),
                "configuration.registries[0]",
            ],
            "a group with a password": [
                group({ imageRegistryCredentials: [{ server: "records.azurecr.io", username: "records", password: UNKNOWN }] }),
                "imageRegistryCredentials[0]",
            ],
            "a sidecar with a password": [
                sidecar({ image: "records.azurecr.io/app:1", isMain: true, authType: "UserCredentials", userName: "records" }),
                "authType",
            ],
        },
        undetermined: {
            "an app whose image is not known": [app({ siteConfig: { linuxFxVersion: UNKNOWN } }), "siteConfig.acrUseManagedIdentityCreds"],
            "a registry that is not known, with a password": [
                containerApp({ configuration: { registries: [{ server: UNKNOWN, username: "records", passwordSecretRef: "acr" }] } }),
                "configuration.registries[0]",
            ],
        },
        notApplicable: {
            "no image": app({ siteConfig: { linuxFxVersion: "NODE|22-lts" } }),
            "an image from elsewhere": docker("mcr.microsoft.com/app:1"),
            "no registry": containerApp({ configuration: {} }),
        },
    },
};
