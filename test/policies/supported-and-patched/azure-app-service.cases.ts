import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const webApp = of("azure-native:web:WebApp");
const slot = of("azure-native:web:WebAppSlot");
const settings = of("azure-native:web:WebAppApplicationSettings");
const slotSettings = of("azure-native:web:WebAppApplicationSettingsSlot");

type Site = Exclude<CaseProps<"azure-native:web:WebApp">["siteConfig"], symbol | undefined>;
const resourceGroupName = "rg-app";
const site = (siteConfig: Site) =>
    webApp({ resourceGroupName, name: "app", kind: "app,linux", siteConfig: { netFrameworkVersion: "v4.6", ...siteConfig } });
const linux = (linuxFxVersion: string) => site({ linuxFxVersion });

const func = (props: CaseProps<"azure-native:web:WebApp">) => webApp({ resourceGroupName, name: "func", kind: "functionapp,linux", ...props });
const host = (version: string) => ({ name: "FUNCTIONS_EXTENSION_VERSION", value: version });
const worker = (runtime: string) => ({ name: "FUNCTIONS_WORKER_RUNTIME", value: runtime });

const FX = "siteConfig.linuxFxVersion";
const SETTINGS = "siteConfig.appSettings";

export const cases: Cases = {
    "azure-app-service-runtime-supported": {
        compliant: {
            "Node.js": linux("NODE|24-lts"),
            "one that ends soon, with advice": { resources: [linux("NODE|22-lts")], advice: true },
            Python: linux("PYTHON|3.13"),
            ".NET": linux("DOTNETCORE|10.0"),
            "Java by its second number": linux("TOMCAT|10.1-java21"),
            "PHP on Windows": site({ phpVersion: "8.4", javaVersion: "", pythonVersion: "OFF" }),
            "a function app of the newest kind": func({ functionAppConfig: { runtime: { name: "python", version: "3.12" } } }),
            "Node.js by a setting": site({ appSettings: [{ name: "WEBSITE_NODE_DEFAULT_VERSION", value: "~24" }], nodeVersion: "~24" }),
        },
        violating: {
            "Node.js past its end": [linux("NODE|18-lts"), FX],
            ".NET past its end": [linux("DOTNETCORE|8.0"), FX],
            "the same on Windows": [site({ netFrameworkVersion: "v8.0" }), "siteConfig.netFrameworkVersion"],
            "Python past its end": [slot({ name: "app", siteConfig: { linuxFxVersion: "PYTHON|3.9" } }), FX],
            "Java 7, which nobody builds any more": [site({ javaVersion: "1.7.0_80" }), "siteConfig.javaVersion"],
            "Java 8 when nobody builds it any more": { resources: [linux("JAVA|8-jre8")], today: "2031-01-01", property: FX },
            "PHP older than the table": [linux("PHP|7.4"), FX],
            "a stack that is withdrawn": [linux("RUBY|2.7"), FX],
            "a function app's": [
                func({ functionAppConfig: { runtime: { name: "dotnet-isolated", version: "8.0" } } }),
                "functionAppConfig.runtime.version",
            ],
            "Node.js by a setting": [
                site({ appSettings: [{ name: "WEBSITE_NODE_DEFAULT_VERSION", value: "~16" }] }),
                "siteConfig.appSettings[0].value",
            ],
        },
        undetermined: {
            "known only after the update": [site({ linuxFxVersion: UNKNOWN }), FX],
            "settings that are not known, and no runtime": [site({ appSettings: UNKNOWN }), "siteConfig.appSettings"],
            "a stack that is not known": [linux("STATICSITE|1.0"), FX],
            "newer than the table": [linux("NODE|60-lts"), FX],
            "Java 8, which hangs on whose build it is": [linux("JAVA|8-jre8"), FX],
            "Java 8 under Tomcat": [linux("TOMCAT|9.0-jre8"), FX],
            "Java 8 on Windows": [site({ javaVersion: "1.8.0_25" }), "siteConfig.javaVersion"],
            "Java 8 of a function app": [
                func({ functionAppConfig: { runtime: { name: "java", version: "8" } } }),
                "functionAppConfig.runtime.version",
            ],
            "PowerShell, whose end is not certain": [site({ powerShellVersion: "7.4" }), "siteConfig.powerShellVersion"],
        },
        notApplicable: {
            "an image": linux("DOCKER|records.azurecr.io/app:1.2"),
            "the .NET Framework, which Windows patches": site({ netFrameworkVersion: "v4.8" }),
            "nothing named": webApp({ name: "app" }),
        },
    },
    "azure-functions-runtime-version-supported": {
        compliant: {
            "in its own list": func({ siteConfig: { appSettings: [host("~4"), worker("node")] } }),
            "in a settings resource by name": [
                func({}),
                settings({ resourceGroupName, name: "func", properties: { FUNCTIONS_EXTENSION_VERSION: "~4", FUNCTIONS_WORKER_RUNTIME: "python" } }),
            ],
            "by dependency": (() => {
                const one = webApp({ kind: "functionapp" });
                return [one, settings({ name: UNKNOWN, properties: { FUNCTIONS_EXTENSION_VERSION: "~4" } }, { name: one })];
            })(),
            "a slot, in its own resource": [
                slot({ resourceGroupName, name: "func", slot: "staging", kind: "functionapp" }),
                slotSettings({ resourceGroupName, name: "func", slot: "staging", properties: { FUNCTIONS_EXTENSION_VERSION: "~4" } }),
            ],
            "the newest plan, which needs none": func({ functionAppConfig: { runtime: { name: "node", version: "24" } } }),
            ".NET in a process of its own": func({ siteConfig: { appSettings: [host("~4"), worker("dotnet-isolated")] } }),
            ".NET in the host's process, where that is accepted": {
                resources: [func({ siteConfig: { appSettings: [host("~4"), worker("dotnet")] } })],
                settings: { allowInProcess: true },
            },
        },
        violating: {
            "no version": [func({}), SETTINGS],
            "a host that has ended": [func({ siteConfig: { appSettings: [host("~3")] } }), SETTINGS],
            "the same in a settings resource": [
                [func({}), settings({ resourceGroupName, name: "func", properties: { FUNCTIONS_EXTENSION_VERSION: "~2" } })],
                SETTINGS,
            ],
            ".NET in the host's process": [func({ siteConfig: { appSettings: [host("~4"), worker("dotnet")] } }), SETTINGS],
        },
        undetermined: {
            "a kind known only after the update": [webApp({ kind: UNKNOWN }), "kind"],
            "settings known only after the update": [func({ siteConfig: { appSettings: UNKNOWN } }), SETTINGS],
            "a slot without the setting": [slot({ name: "func", kind: "functionapp" }), SETTINGS],
            "settings of an app not known yet": [
                [func({}), settings({ name: UNKNOWN, properties: { FUNCTIONS_EXTENSION_VERSION: "~4" } })],
                SETTINGS,
            ],
            "no number": [func({ siteConfig: { appSettings: [host("latest")] } }), SETTINGS],
        },
        notApplicable: {
            "a web app": webApp({ kind: "app" }),
            "a web app without a kind": webApp({}),
            "a logic app": webApp({ kind: "functionapp,workflowapp" }),
        },
    },
};
