import { type Cases, UNKNOWN, of } from "../support/cases";

const app = of("azure-native:web:WebApp");
const slot = of("azure-native:web:WebAppSlot");
const environment = of("azure-native:web:AppServiceEnvironment");
const settings = of("azure-native:web:WebAppApplicationSettings");
const connections = of("azure-native:web:WebAppConnectionStrings");
const slotSettings = of("azure-native:web:WebAppApplicationSettingsSlot");
const slotConnections = of("azure-native:web:WebAppConnectionStringsSlot");
const plan = of("azure-native:web:AppServicePlan");
const containerApp = of("azure-native:app:ContainerApp");

const setting = (name: string, value: string | typeof UNKNOWN) => app({ siteConfig: { appSettings: [{ name, value }] } });
const connection = (connectionString: string | typeof UNKNOWN) =>
    app({ siteConfig: { connectionStrings: [{ name: "records", type: "SQLAzure", connectionString }] } });
const live = { environment: "production" };
const KEY = `${"Ab1+".repeat(21)}xy==`;

export const cases: Cases = {
    "azure-app-service-ftp-disabled": {
        compliant: {
            disabled: app({ siteConfig: { ftpsState: "Disabled" } }),
            "only over TLS": slot({ siteConfig: { ftpsState: "ftpsOnly" } }),
        },
        violating: {
            "left out": [app({ siteConfig: {} }), "siteConfig.ftpsState"],
            "all allowed, said outright": [app({ siteConfig: { ftpsState: "AllAllowed" } }), "siteConfig.ftpsState"],
            "over TLS, where that is not accepted": {
                resources: [app({ siteConfig: { ftpsState: "FtpsOnly" } })],
                settings: { acceptFtps: false },
                property: "siteConfig.ftpsState",
            },
        },
        undetermined: { "known only after the update": [app({ siteConfig: UNKNOWN }), "siteConfig.ftpsState"] },
    },
    "azure-app-remote-debugging-off": {
        compliant: {
            "left out": app({ siteConfig: {} }),
            "off, said outright": slot({ siteConfig: { remoteDebuggingEnabled: false } }),
            "an environment": environment({ networkingConfiguration: { remoteDebugEnabled: false } }),
        },
        violating: {
            on: [app({ siteConfig: { remoteDebuggingEnabled: true } }), "siteConfig.remoteDebuggingEnabled"],
            "on in an environment": [
                environment({ networkingConfiguration: { remoteDebugEnabled: true } }),
                "networkingConfiguration.remoteDebugEnabled",
            ],
        },
        undetermined: {
            "known only after the update": [app({ siteConfig: { remoteDebuggingEnabled: UNKNOWN } }), "siteConfig.remoteDebuggingEnabled"],
        },
    },
    "azure-app-settings-no-plaintext-secrets": {
        compliant: {
            "no settings": app({ siteConfig: {} }),
            "a reference to Key Vault": setting("DB_PASSWORD", "@Microsoft.KeyVault(VaultName=records;SecretName=database)"),
            "a reference to App Configuration": setting("API_TOKEN", "@Microsoft.AppConfiguration(Endpoint=https://records.azconfig.io; Key=token)"),
            "an ordinary setting": setting("WEBSITE_RUN_FROM_PACKAGE", "1"),
            "an ordinary setting that is not known": setting("STORAGE_ENDPOINT", UNKNOWN),
            "where a secret is kept": setting("DATABASE_SECRET_URI", "https://records.vault.azure.net/secrets/database"),
            "a switch under a word of secrets": setting("Authentication__SaveToken", "true"),
            "an address under a word of secrets": setting("Issuer__Token", "https://login.example/token"),
            "an id under a word of secrets": setting("CLIENT_SECRET", "0f9c1c4e-7d2e-4f76-9ad1-0bb6f1a6b0b2"),
            "a placeholder": setting("DB_PASSWORD", "{your_password}"),
            "a connection string without a password": connection(
                "Server=tcp:records.database.windows.net;Database=records;Authentication=Active Directory Managed Identity",
            ),
            "the same under a name of secrets": setting("RecordsConnectionString", "Server=tcp:records;Authentication=Active Directory Default;"),
            "a password that is left empty": connection("Server=records;Password=;Trusted_Connection=True"),
            "telemetry, which is no secret": setting(
                "APPLICATIONINSIGHTS_CONNECTION_STRING",
                "InstrumentationKey=0f9c1c4e-7d2e-4f76-9ad1-0bb6f1a6b0b2;IngestionEndpoint=https://uksouth.in.applicationinsights.azure.com/",
            ),
            "the share of a function app": setting("WEBSITE_CONTENTAZUREFILECONNECTIONSTRING", `AccountName=records;AccountKey=${KEY}`),
            "the runtime's storage by a key": {
                resources: [setting("AzureWebJobsStorage", `DefaultEndpointsProtocol=https;AccountName=records;AccountKey=${KEY}`)],
                advice: true,
            },
            "the runtime's storage by an identity": setting("AzureWebJobsStorage__accountName", "records"),
            "a bag without settings": settings({ properties: {} }),
            "a bag of ordinary settings": settings({ properties: { TOKEN_LIFETIME_MINUTES: "60", REGION: "uksouth" } }),
        },
        violating: {
            "a password": [setting("DB_PASSWORD", "correct horse"), "siteConfig.appSettings[0].value"],
            "a password, in camel case": [setting("Database:AdminPassword", "correct horse"), "siteConfig.appSettings[0].value"],
            "an application's secret": [setting("AzureAd__ClientSecret", "correct-horse"), "siteConfig.appSettings[0].value"],
            "the key of an account under any name": [
                setting("Storage", `DefaultEndpointsProtocol=https;AccountName=records;AccountKey=${KEY};EndpointSuffix=core.windows.net`),
                "siteConfig.appSettings[0].value",
            ],
            "a key alone": [setting("COSMOS_KEY", KEY), "siteConfig.appSettings[0].value"],
            "a namespace's key": [
                setting("Bus", "Endpoint=sb://records.servicebus.windows.net/;SharedAccessKeyName=app;SharedAccessKey=abc="),
                "siteConfig.appSettings[0].value",
            ],
            "a URL with a password": [setting("CACHE", "rediss://app:correct-horse@cache.example:6380"), "siteConfig.appSettings[0].value"],
            "a URL with a signature": [
                setting("PACKAGE", "https://records.blob.core.windows.net/app/app.zip?sv=2024&sig=abc%2Bdef"),
                "siteConfig.appSettings[0].value",
            ],
            "a private key": [setting("CERTIFICATE", ["-----BEGIN RSA", " PRIVATE KEY-----"].join("")), "siteConfig.appSettings[0].value"],
            "a secret of Entra by its form": [setting("SETTING", ["abc8Q", "a1B2".repeat(8)].join("~")), "siteConfig.appSettings[0].value"],
            "a connection string with a password": [
                connection("Server=tcp:records;Database=records;User ID=app;Password=correct-horse"),
                "siteConfig.connectionStrings[0].connectionString",
            ],
            "a connection string, in short": [
                connection("Server=records;Uid=app;Pwd=correct-horse;"),
                "siteConfig.connectionStrings[0].connectionString",
            ],
            "a slot": [slot({ siteConfig: { appSettings: [{ name: "API_KEY", value: "abcdef" }] } }), "siteConfig.appSettings[0].value"],
            "a bag": [settings({ properties: { JWT_SECRET: "correct-horse" } }), "properties.JWT_SECRET"],
            "a slot's bag": [slotSettings({ properties: { JWT_SECRET: "correct-horse" } }), "properties.JWT_SECRET"],
            "a bag of connection strings": [
                connections({ properties: { records: { type: "SQLAzure", value: "Server=records;Password=correct-horse" } } }),
                "properties.records",
            ],
            "a slot's connection strings": [
                slotConnections({ properties: { records: { type: "Custom", value: "AccountKey=abc" } } }),
                "properties.records",
            ],
            "the runtime's storage, where that is not allowed": {
                resources: [setting("AzureWebJobsStorage", `AccountName=records;AccountKey=${KEY}`)],
                settings: { allowedNames: [] },
                property: "siteConfig.appSettings[0].value",
            },
            "a name of the estate's own": {
                resources: [setting("RECORDS_PIN", "correct-horse")],
                settings: { secretNameEndings: ["pin"] },
                property: "siteConfig.appSettings[0].value",
            },
        },
        undetermined: {
            "a password that is not known": [setting("DB_PASSWORD", UNKNOWN), "siteConfig.appSettings[0].value"],
            "a connection string that is not known": [connection(UNKNOWN), "siteConfig.connectionStrings[0].connectionString"],
            "settings that are not known": [app({ siteConfig: { appSettings: UNKNOWN } }), "siteConfig.appSettings"],
            "a bag that is not known": [settings({ properties: UNKNOWN }), "properties"],
        },
    },
    "azure-app-cors-no-wildcard": {
        compliant: {
            "left out": app({ siteConfig: {} }),
            "a site of one's own": app({ siteConfig: { cors: { allowedOrigins: ["https://records.example"], supportCredentials: true } } }),
            "all hosts of a domain of one's own": app({ siteConfig: { cors: { allowedOrigins: ["https://*.records.example"] } } }),
            "a container app": containerApp({ configuration: { ingress: { corsPolicy: { allowedOrigins: ["https://records.example"] } } } }),
        },
        violating: {
            everybody: [app({ siteConfig: { cors: { allowedOrigins: ["*"] } } }), "siteConfig.cors.allowedOrigins"],
            "everybody, beside others": [
                slot({ siteConfig: { cors: { allowedOrigins: [UNKNOWN, "https://*"] } } }),
                "siteConfig.cors.allowedOrigins",
            ],
            "a container app": [
                containerApp({ configuration: { ingress: { corsPolicy: { allowedOrigins: ["*"] } } } }),
                "configuration.ingress.corsPolicy.allowedOrigins",
            ],
        },
        undetermined: {
            "known only after the update": [
                app({ siteConfig: { cors: { allowedOrigins: ["https://records.example", UNKNOWN] } } }),
                "siteConfig.cors.allowedOrigins",
            ],
        },
    },
    "azure-app-staged-deployment": {
        compliant: {
            "a slot by name": [
                plan({ name: "records", sku: { name: "P1v3", tier: "PremiumV3" } }),
                app({ name: "records", serverFarmId: "records", tags: live }),
                slot({ name: "records", slot: "staging" }),
            ],
            "a slot by reference": (() => {
                const farm = plan({ sku: { name: "S1" } });
                const own = app({ serverFarmId: UNKNOWN, tags: live }, { serverFarmId: farm });
                return [own, slot({ name: UNKNOWN, slot: "staging" }, { name: own })];
            })(),
            "several revisions": containerApp({ configuration: { activeRevisionsMode: "Multiple" }, tags: live }),
            "revisions by label": containerApp({ configuration: { activeRevisionsMode: "labels" }, tags: { Environment: "Live" } }),
        },
        violating: {
            "no slot": [[plan({ name: "records", sku: { name: "P1v3" } }), app({ serverFarmId: "records", tags: live })], ""],
            "the slot of another app": [
                [
                    plan({ name: "records", sku: { tier: "Standard" } }),
                    app({ name: "records", serverFarmId: "records", tags: live }),
                    slot({ name: "letters", slot: "staging" }),
                ],
                "",
            ],
            "a plan of which only the tier is known": [
                [plan({ name: "records", sku: { tier: "PremiumV3", name: UNKNOWN } }), app({ serverFarmId: "records", tags: live })],
                "",
            ],
            "one revision, said outright": [
                containerApp({ configuration: { activeRevisionsMode: "Single" }, tags: live }),
                "configuration.activeRevisionsMode",
            ],
            "one revision, by default": [containerApp({ configuration: {}, tags: live }), "configuration.activeRevisionsMode"],
            "an environment of the estate's own": {
                resources: [containerApp({ tags: { environment: "clinic" } })],
                settings: { environments: ["clinic"] },
                property: "configuration.activeRevisionsMode",
            },
        },
        undetermined: {
            "a plan of another stack": [
                app({
                    serverFarmId: "/subscriptions/s/resourceGroups/shared/providers/Microsoft.Web/serverfarms/shared",
                    tags: live,
                }),
                "",
            ],
            "tags that are not known": [containerApp({ tags: UNKNOWN }), "configuration.activeRevisionsMode"],
            "a mode that is not known": [
                containerApp({ configuration: { activeRevisionsMode: UNKNOWN }, tags: live }),
                "configuration.activeRevisionsMode",
            ],
        },
        notApplicable: {
            "no tag": [plan({ name: "records", sku: { name: "P1v3" } }), app({ serverFarmId: "records" })],
            "not in production": containerApp({ tags: { environment: "test" } }),
            "a plan without slots": [plan({ name: "records", sku: { name: "B1", tier: "Basic" } }), app({ serverFarmId: "records", tags: live })],
            "Flex Consumption": [
                plan({ name: "records", sku: { name: "FC1", tier: "FlexConsumption" } }),
                app({ serverFarmId: "records", tags: live }),
            ],
            "no plan": app({ tags: live }),
        },
    },
};
