import { type Product, lifecycle } from "../../src/charter/lifecycles";
import type { Check } from "../../src/policy/check";
import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import type { Path } from "../../src/policy/types";
import { UNKNOWN } from "../../src/policy/unknown";
import { text } from "../../src/policy/values";
import { SETTINGS_OF, appSetting, isFunctionApp } from "../shared/azure-app-settings";
import { WARN_WITHIN_DAYS, judgeRetired } from "../shared/azure-retired";
import { judgeLifecycle } from "../shared/lifecycle";

const APPS = ["azure-native:web:WebApp", "azure-native:web:WebAppSlot"] as const;
type App = (typeof APPS)[number];

/** A runtime by the word of `linuxFxVersion` and the like, in its own spelling and as App Service and Functions have it. */
const RUNTIMES: Readonly<Record<string, { readonly name: string; readonly site: Product; readonly functions: Product }>> = {
    node: { name: "Node.js", site: "app-service-node", functions: "functions-node" },
    python: { name: "Python", site: "app-service-python", functions: "functions-python" },
    dotnetcore: { name: ".NET", site: "app-service-dotnet", functions: "functions-dotnet" },
    dotnet: { name: ".NET", site: "app-service-dotnet", functions: "functions-dotnet" },
    "dotnet-isolated": { name: ".NET", site: "app-service-dotnet", functions: "functions-dotnet" },
    php: { name: "PHP", site: "app-service-php", functions: "app-service-php" },
    java: { name: "Java", site: "app-service-java", functions: "functions-java" },
    tomcat: { name: "Java", site: "app-service-java", functions: "functions-java" },
    jbosseap: { name: "Java", site: "app-service-java", functions: "functions-java" },
    powershell: { name: "PowerShell", site: "functions-powershell", functions: "functions-powershell" },
};

/** Stacks that App Service has withdrawn. */
const WITHDRAWN = ["ruby", "go"];
/** Images, which other policies judge. */
const IMAGES = ["docker", "compose", "sitecontainers", "kube"];

interface Found {
    readonly path: Path<App>;
    /** The runtime's word, "node". */
    readonly word: string;
    readonly version: string;
}

/** "17-java17" and "10.1-java17" are Java 17, "8-jre8" and "1.8.0_25" Java 8, "20-lts" is 20. */
function versionOf(word: string, version: string): string {
    if (!["java", "tomcat", "jbosseap"].includes(word)) return version;
    const [, number] = /(?:java|jre|jdk)(\d+)/i.exec(version) ?? [];
    return number ?? version.replace(/^1\.(?=\d)/, "");
}

/** The properties in which an app of Windows names one runtime each. */
const OWN_PROPERTIES = {
    nodeVersion: "node",
    pythonVersion: "python",
    phpVersion: "php",
    javaVersion: "java",
    powerShellVersion: "powershell",
} as const;

export const appServiceRuntime = resourcePolicy({
    name: "azure-app-service-runtime-supported",
    title: "Apps run on language runtimes that still get security patches",
    commitment: "supported-and-patched",
    topic: "unsupported-runtime-or-engine",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: APPS,
    why: "App Service patches a runtime only while its makers do; after that the app runs with holes that are known.",
    fix: "Name a version in support, such as NODE|24-lts, PYTHON|3.13 or DOTNETCORE|10.0 in siteConfig.linuxFxVersion.",
    references: [
        "azure-policy:7008174a-fd10-4ef0-817e-fc820a951d73",
        "azure-policy:7238174a-fd10-4ef0-817e-fc820a951d73",
        "azure-policy:7261b898-8a84-4db8-9e04-18527132abb3",
        "azure-policy:496223c3-ad65-4ecd-878a-bae78737e9ed",
        "azure-policy:9d0b6ea4-93e2-4578-bf2f-6bb17d22b4bc",
        "azure-policy:9c014953-ef68-4a98-82af-fd0f6b2306c8",
        "azure-policy:829b40f3-d3db-4fd2-be46-76663d3aeeb2",
        "azure-policy:f466b2a6-823d-470d-8ea5-b031e72d79ae",
        "azure-policy:46dad49f-8945-44d7-9bb1-2e1542f627d3",
        "azure-policy:e1d1b522-02b0-4d18-a04f-5ab62d20445f",
        "checkov:CKV_AZURE_80",
        "checkov:CKV_AZURE_81",
        "checkov:CKV_AZURE_82",
        "checkov:CKV_AZURE_83",
        "cis-azure-2.0:9.6",
        "cis-azure-2.0:9.7",
        "cis-azure-2.0:9.8",
    ],
    settings: { warnWithinDays: WARN_WITHIN_DAYS },
    check(c) {
        const found = runtimesOf(c);
        if (found.length === 0) c.notApplicable("names no runtime, or an image");
        for (const one of found) {
            if (one === UNKNOWN) continue;
            const runtime = RUNTIMES[one.word];
            if (WITHDRAWN.includes(one.word)) c.violation(one.path, `App Service has withdrawn its ${one.word} stack.`);
            else if (!runtime) c.undetermined(one.path, "The lifecycle table does not know this stack.");
            else {
                const product = isFunctionApp(c.resource) === true ? runtime.functions : runtime.site;
                const version = versionOf(one.word, one.version);
                const state = lifecycle(product, version, c.today, c.settings);
                // Whether Functions offers a PowerShell after the one that has ended could not be confirmed.
                if (one.word === "powershell" && state.state === "ended" && state.row?.verify === true)
                    c.undetermined(one.path, "PowerShell's end in Functions is not certain.");
                else if (runtime.name === "Java" && state.state === "unlisted-old" && isBuiltElsewhere(version, c.today))
                    c.undetermined(one.path, "Microsoft does not build this Java; its support hangs on the maker whose build the app runs.");
                else judgeLifecycle(c, one.path, `${runtime.name} ${state.row?.cycle ?? "version"}`, state);
            }
        }
    },
});

/** Does Eclipse, whose builds App Service has for a Java that Microsoft does not build itself, support it still? */
function isBuiltElsewhere(version: string, today: string): boolean {
    return ["supported", "ending"].includes(lifecycle("java-temurin", version, today).state);
}

/** The runtimes that an app names; UNKNOWN for each that is not known yet, of which it has said so. */
function runtimesOf(c: Check<App>): readonly (Found | typeof UNKNOWN)[] {
    const found: (Found | typeof UNKNOWN)[] = [];
    const add = (path: Path<App>, read: (value: string) => readonly [word: string, version: string] | undefined): void => {
        const value = c.word(path);
        if (value === UNKNOWN) {
            c.undetermined(path, "The runtime is not known before the update.");
            found.push(UNKNOWN);
        } else if (value !== undefined && value !== "" && value.toLowerCase() !== "off") {
            const [word, version] = read(value) ?? [];
            if (word !== undefined && version !== undefined) found.push({ path, word: word.toLowerCase(), version });
        }
    };
    for (const path of ["siteConfig.linuxFxVersion", "siteConfig.windowsFxVersion"] as const) {
        add(path, value => {
            const [word = "", version = ""] = value.split("|");
            return IMAGES.includes(word.toLowerCase()) ? undefined : [word, version];
        });
    }
    for (const [property, word] of Object.entries(OWN_PROPERTIES)) add(`siteConfig.${property}`, version => [word, version]);
    // Up to 4.8 it is the .NET Framework, which Windows patches; the SDK writes v4.6 even for Linux.
    add("siteConfig.netFrameworkVersion", value => (/^v?[1-4]\./i.test(value) ? undefined : ["dotnet", value]));
    const name = c.word("functionAppConfig.runtime.name");
    add("functionAppConfig.runtime.version", version => (name === UNKNOWN || name === "custom" ? undefined : [name ?? "", version]));
    for (const entry of c.all("siteConfig.appSettings[]")) {
        if (entry.value === UNKNOWN) {
            // Beside another runtime that is named, no setting names Node.js.
            if (found.every(one => one !== UNKNOWN && one.word === "node" && !one.path.startsWith("siteConfig.appSettings"))) {
                c.undetermined("siteConfig.appSettings", "Whether a setting names the version of Node.js is not known before the update.");
                found.push(UNKNOWN);
            }
        } else if (isNodeVersion(entry.value)) add(`${entry.path}.value` as Path<App>, version => ["node", version]);
    }
    return found;
}

function isNodeVersion(entry: Exclude<ReturnType<Check<App>["all"]>[number]["value"], typeof UNKNOWN>): boolean {
    const name = typeof entry === "object" && entry !== null && "name" in entry ? entry.name : undefined;
    return name !== undefined && name !== UNKNOWN && text(name) === "WEBSITE_NODE_DEFAULT_VERSION";
}

export const functionsRuntime = stackPolicy({
    name: "azure-functions-runtime-version-supported",
    title: "Function apps run on a version of the Functions host that is in support",
    commitment: "supported-and-patched",
    topic: "unsupported-runtime-or-engine",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: APPS,
    reads: SETTINGS_OF,
    why: "An app that names no version of the host falls back to the first, which has ended, and .NET inside the host's own process ended with .NET 8.",
    fix: "Set FUNCTIONS_EXTENSION_VERSION to '~4' in the app's settings, and FUNCTIONS_WORKER_RUNTIME to 'dotnet-isolated' for .NET.",
    references: ["azure-policy:7238174a-fd10-4ef0-817e-fc820a951d73"],
    settings: {
        warnWithinDays: WARN_WITHIN_DAYS,
        allowInProcess: { type: "boolean", default: false, description: "Accept .NET functions that run in the process of the host." },
    },
    checkResource(c) {
        const { graph, resource } = c;
        const functions = isFunctionApp(resource);
        if (functions !== true) {
            if (functions === false) c.notApplicable("no function app");
            else c.undetermined("kind", "Whether it is a function app is not known before the update.");
            return;
        }
        const worker = appSetting(graph, resource, "FUNCTIONS_WORKER_RUNTIME");
        if (!c.settings.allowInProcess) {
            if (worker === UNKNOWN) c.undetermined("siteConfig.appSettings", "FUNCTIONS_WORKER_RUNTIME is not known before the update.");
            else if (worker?.toLowerCase() === "dotnet")
                judgeRetired(c, "siteConfig.appSettings", ".NET in the process of the Functions host", "functions-dotnet-in-process");
        }
        // Flex Consumption and Container Apps choose the host's version themselves.
        if (c.has("functionAppConfig") || c.has("managedEnvironmentId")) return;
        const version = appSetting(graph, resource, "FUNCTIONS_EXTENSION_VERSION");
        if (version === UNKNOWN) c.undetermined("siteConfig.appSettings", "FUNCTIONS_EXTENSION_VERSION is not known before the update.");
        else if (version !== undefined) {
            const found = lifecycle("functions-runtime", version, c.today, { warnWithinDays: c.settings.warnWithinDays });
            judgeLifecycle(c, "siteConfig.appSettings", `The Functions host ${found.row?.cycle ?? "version"}`, found);
        } else if (c.type === "azure-native:web:WebAppSlot")
            c.undetermined("siteConfig.appSettings", "The slot does not say which version of the Functions host it runs on.");
        else c.violation("siteConfig.appSettings", "FUNCTIONS_EXTENSION_VERSION is missing, so the app falls back to the first version of the host.");
    },
});
