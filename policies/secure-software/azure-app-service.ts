import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { must } from "../../src/policy/factories";
import { fact, off, oneOf } from "../../src/policy/facts";
import { linkedSatisfies } from "../../src/policy/graph";
import type { Props, Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, is, isUnknown, not, or, some } from "../../src/policy/unknown";
import { isRecord, list, read, readAll, text } from "../../src/policy/values";
import { ENDINGS_SETTING, isPlainCredential } from "../shared/azure-credentials";

const APP = "azure-native:web:WebApp";
const SLOT = "azure-native:web:WebAppSlot";
const ENVIRONMENT = "azure-native:web:AppServiceEnvironment";
const CONTAINER_APP = "azure-native:app:ContainerApp";
const PLAN = "azure-native:web:AppServicePlan";

export const appServiceFtpDisabled = must({
    name: "azure-app-service-ftp-disabled",
    title: "Apps take no deployment over plain FTP",
    commitment: "secure-software",
    topic: "build-change-control",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [APP, SLOT],
    why: "FTP sends the deployment's credentials and the code in clear, past every pipeline.",
    fix: "Set siteConfig.ftpsState to 'Disabled'.",
    remedies: [{ path: "siteConfig.ftpsState", value: "Disabled" }],
    references: [
        "azure-policy:4d24b6d4-5e53-4a4f-a7f4-618fa573ee4b",
        "azure-policy:399b2637-a50f-4f95-96f8-3a145476eb15",
        "azure-policy:c285a320-8830-4665-9cc7-bbd05fc7c5c0",
        "azure-policy:e1a09430-221d-4d4c-a337-1edb5a1fa9bb",
        "checkov:CKV_AZURE_78",
        "cis-azure-2.0:9.10",
        "cis-azure-3.0:9.3",
        "mcsb:DP-3",
    ],
    settings: { acceptFtps: { type: "boolean", default: true, description: "Whether FTP over TLS ('FtpsOnly') is accepted." } },
    facts: ({ acceptFtps }) => [
        oneOf("siteConfig.ftpsState", acceptFtps ? ["Disabled", "FtpsOnly"] : ["Disabled"], "AllAllowed", "The app may be deployed over FTP."),
    ],
});

export const appRemoteDebuggingOff = must({
    name: "azure-app-remote-debugging-off",
    title: "Apps cannot be debugged from afar",
    commitment: "secure-software",
    topic: "secure-configuration",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [APP, SLOT, ENVIRONMENT],
    why: "A remote debugger opens ports of its own, and reads and changes whatever the app holds in memory.",
    fix: "Leave siteConfig.remoteDebuggingEnabled (networkingConfiguration.remoteDebugEnabled of an environment) off.",
    remedies: [{ path: "siteConfig.remoteDebuggingEnabled", value: false }],
    references: [
        "azure-policy:cb510bfd-1cba-4d9f-a230-cb0976f4bb71",
        "azure-policy:0e60b895-3786-45da-8377-9c6b4b6ac5f9",
        "azure-policy:a08ae1ab-8d1d-422b-a123-df82b307ba61",
        "azure-policy:89691ef9-8c50-49a8-8950-9c7fba41699e",
        "checkov:CKV_AZURE_72",
        "checkov:CKV_AZURE_155",
        "cis-azure-3.0:9.12",
        "mcsb:PV-2",
        "ncsc-cloud-principles:11",
    ],
    facts: [
        off("siteConfig.remoteDebuggingEnabled", false, "Remote debugging is on."),
        off("networkingConfiguration.remoteDebugEnabled", false, "Remote debugging is on."),
    ],
});

/** Settings and connection strings of apps: a list of entries, or a bag by name, and the property of each that is the value ("" where it is the value itself). */
const ENTRIES = [
    { list: "siteConfig.appSettings", value: "value", secretPlace: false },
    { list: "siteConfig.connectionStrings", value: "connectionString", secretPlace: true },
] as const;
const BAGS = {
    "azure-native:web:WebAppApplicationSettings": { value: "", secretPlace: false },
    "azure-native:web:WebAppApplicationSettingsSlot": { value: "", secretPlace: false },
    "azure-native:web:WebAppConnectionStrings": { value: "value", secretPlace: true },
    "azure-native:web:WebAppConnectionStringsSlot": { value: "value", secretPlace: true },
} as const;

interface Setting {
    readonly path: string;
    readonly name: Value | undefined;
    readonly value: Value | undefined;
    /** Does where it stands already say that it may be a secret, whatever it is called? */
    readonly secretPlace: boolean;
}

/** All settings of an app or a slot, or of what holds them beside it. What is not known as a whole is one of which nothing is known. */
function settingsOf(type: string, props: Props): readonly Setting[] {
    const bag = Object.hasOwn(BAGS, type) ? BAGS[type as keyof typeof BAGS] : undefined;
    if (bag) {
        const properties = read(props, "properties");
        if (!isRecord(properties)) return properties === UNKNOWN ? [{ path: "properties", name: UNKNOWN, value: UNKNOWN, secretPlace: true }] : [];
        return Object.entries(properties).map(([name, value]) => ({
            path: `properties.${name}`,
            name,
            value: bag.value === "" ? value : read(value, bag.value),
            secretPlace: bag.secretPlace,
        }));
    }
    return ENTRIES.flatMap(entries =>
        readAll(props, `${entries.list}[]`).map(({ path, value: entry }) =>
            isUnknown(entry)
                ? { path, name: UNKNOWN, value: UNKNOWN, secretPlace: true }
                : {
                      path: `${path}.${entries.value}`,
                      name: read(entry, "name"),
                      value: read(entry, entries.value),
                      secretPlace: entries.secretPlace,
                  },
        ),
    );
}

/** The Functions runtime opens its own storage by this setting, which a managed identity can replace. */
const RUNTIME_STORAGE = "AzureWebJobsStorage";

export const appSettingsNoPlaintextSecrets = resourcePolicy({
    name: "azure-app-settings-no-plaintext-secrets",
    title: "Apps take their secrets from Key Vault",
    commitment: "secure-software",
    topic: "build-identity",
    strength: "core",
    severity: "critical",
    evidence: "partial",
    since: "1.0",
    on: [
        APP,
        SLOT,
        "azure-native:web:WebAppApplicationSettings",
        "azure-native:web:WebAppApplicationSettingsSlot",
        "azure-native:web:WebAppConnectionStrings",
        "azure-native:web:WebAppConnectionStringsSlot",
    ],
    why: "Whoever may read an app's settings, and there are many, reads every secret in them, and so does the history of deployments.",
    fix: "Write '@Microsoft.KeyVault(SecretUri=…)' in place of the secret, or sign in with the app's managed identity and keep none.",
    references: ["azure-policy:3ac7c827-eea2-4bde-acc7-9568cd320efa", "mcsb:IM-8", "mcsb:PV-5"],
    settings: {
        ...ENDINGS_SETTING,
        allowedNames: {
            type: "array",
            items: { type: "string" },
            default: ["WEBSITE_CONTENTAZUREFILECONNECTIONSTRING", RUNTIME_STORAGE, "APPLICATIONINSIGHTS_CONNECTION_STRING"],
            description: "Settings that the platform reads itself, which may hold what they need in plain text.",
        },
    },
    check({ type, resource: { props }, settings, requireAt, advice }) {
        const isNamed = (name: Value | undefined, wanted: string): boolean => typeof name === "string" && name.toLowerCase() === wanted.toLowerCase();
        for (const { path, name, value, secretPlace } of settingsOf(type, props)) {
            const secret = secretPlace && isUnknown(value) ? UNKNOWN : isPlainCredential(name, value, settings.secretNameEndings);
            if (!settings.allowedNames.some(allowed => isNamed(name, allowed)))
                requireAt(not(secret), path, "A setting holds a secret in plain text.");
            else if (secret === true && isNamed(name, RUNTIME_STORAGE))
                advice("", "The runtime opens its storage with a key; AzureWebJobsStorage__accountName would let it use the app's identity.");
        }
    },
});

export const appCorsNoWildcard = must({
    name: "azure-app-cors-no-wildcard",
    title: "Apps name the sites that may call them from a browser",
    commitment: "secure-software",
    topic: "secure-configuration",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [APP, SLOT, CONTAINER_APP],
    why: "With '*' every page on the internet may call the app out of its visitors' browsers, and read what it answers.",
    fix: "List the origins of your own sites in siteConfig.cors.allowedOrigins (configuration.ingress.corsPolicy.allowedOrigins of a container app).",
    references: [
        "azure-policy:5744710e-cc2f-4ee8-8809-3b11e89f4bc9",
        "azure-policy:0820b7b9-23aa-4725-a1ce-ae4558f718e5",
        "azure-policy:cae7c12e-764b-4c87-841a-fdc6675d196f",
        "azure-policy:a1a22235-dd10-4062-bd55-7d62778f41b0",
        "checkov:CKV_AZURE_57",
        "checkov:CKV_AZURE_62",
        "mcsb:PV-2",
    ],
    facts: (["siteConfig.cors.allowedOrigins", "configuration.ingress.corsPolicy.allowedOrigins"] as const).map(path =>
        fact(path, "Every site may call the app from a browser.", origins =>
            not(some(list(origins), origin => is(origin, o => /^(https?:\/\/)?\*$/.test(text(o).trim())))),
        ),
    ),
});

/** Tiers of plans whose apps can have slots. Consumption has one besides the app; Flex Consumption none. */
const WITH_SLOTS = /^(Dynamic|Standard|Premium|PremiumV2|PremiumV3|PremiumV4|PremiumMV3|ElasticPremium|Isolated|IsolatedV2|WorkflowStandard)$/i;
const SIZES_WITH_SLOTS = /^(Y1|S[123]|P\w+|EP[123]|I\w+|WS[123])$/i;

/** Can apps of the plan have slots? By its tier, else by its size; a plan that names neither is Free. */
function hasSlots(plan: Props): Answer {
    const tier = read(plan, "sku.tier");
    const name = read(plan, "sku.name");
    if (tier !== undefined && tier !== UNKNOWN) return WITH_SLOTS.test(text(tier));
    return name === undefined ? is(tier, () => false) : is(name, size => SIZES_WITH_SLOTS.test(text(size)));
}

export const appStagedDeployment = stackPolicy({
    name: "azure-app-staged-deployment",
    title: "Releases of production apps are tried beside the old one, and can be taken back",
    commitment: "secure-software",
    topic: "build-change-control",
    strength: "supporting",
    severity: "low",
    evidence: "supporting",
    since: "1.0",
    on: [APP, CONTAINER_APP],
    reads: [SLOT, PLAN],
    why: "A release that replaces the old one at once is tested by patients and clinicians, and taken back by deploying again.",
    fix: "Add a WebAppSlot for the app, or set configuration.activeRevisionsMode of a container app to 'Multiple' or 'Labels'.",
    references: [],
    settings: {
        environments: {
            type: "array",
            items: { type: "string" },
            default: ["production", "prod", "live"],
            description: "Values of the environment tag of which a staged release is asked.",
        },
    },
    checkResource(c) {
        const live = c.tagged("environment", ...c.settings.environments);
        if (live === false) {
            c.notApplicable("not in production, by its tags");
            return;
        }
        if (c.type === CONTAINER_APP) {
            const kept = c.oneOf("configuration.activeRevisionsMode", ["Multiple", "Labels"], "Single");
            c.require(or(not(live), kept), "configuration.activeRevisionsMode", "A new revision replaces the old one at once.");
            return;
        }
        const plans = c.graph.from(c.resource, "serverFarmId", PLAN);
        const possible = linkedSatisfies(plans, plan => hasSlots(plan.props));
        // An app on Container Apps, or without a plan of its own, has no slots.
        const able = c.has("serverFarmId") ? possible : false;
        if (able === false) {
            c.notApplicable("has a plan whose apps have no slots");
            return;
        }
        const slotted = linkedSatisfies(c.graph.into(c.resource, SLOT, "name"), () => true);
        c.require(or(not(live), not(able), slotted), "", "The app has no slot in which a release could be tried.");
    },
});
