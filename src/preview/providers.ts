import { PROVIDER_PREFIX } from "../policy/resource";
import { packageOf } from "./urn";
import type { Wire } from "./wire";

/** Which plugin a resource, read or invoke asks for. */
export interface PackageRequest {
    readonly name: string;
    readonly version: string;
    readonly downloadUrl: string;
}

export function packageRequest(token: string, version: string, downloadUrl: string): PackageRequest {
    return { name: packageOf(token), version, downloadUrl: downloadUrl.replace(/\/$/, "") };
}

/** The type of a package's providers. */
export function providerType(name: string): string {
    return `${PROVIDER_PREFIX}${name}`;
}

/** "default_7_48_0", as the engine names a package's default provider. */
export function defaultName(request: PackageRequest): string {
    const version = request.version === "" ? "" : `_${request.version.replace(/[-+.]/g, "_")}`;
    const url = request.downloadUrl === "" ? "" : `_${request.downloadUrl.replace(/[^A-Za-z0-9_.-]/g, "_")}`;
    return `default${version}${url}`;
}

/** The inputs that the engine gives a default provider: the package's own stack configuration, as text, and the plugin's version. */
export function defaultInputs(request: PackageRequest, configuration: Readonly<Record<string, string>>): Wire {
    const inputs: Wire = {};
    // Dynamic providers get the whole configuration, with namespaces.
    const dynamic = request.name === "pulumi-nodejs" || request.name === "pulumi-python";
    for (const [key, value] of Object.entries(configuration)) {
        if (dynamic) inputs[key] = value;
        else if (key.startsWith(`${request.name}:`)) inputs[key.slice(request.name.length + 1)] = value;
    }
    if (request.version !== "") inputs.version = request.version;
    if (request.downloadUrl !== "") inputs.pluginDownloadURL = request.downloadUrl;
    return inputs;
}

/** Does the configuration `pulumi:disable-default-providers` forbid the default provider of a package? */
export function isDefaultDenied(name: string, configuration: Readonly<Record<string, string>>): boolean {
    const text = configuration["pulumi:disable-default-providers"] ?? "";
    if (name === "pulumi" || text === "") return false;
    const barred: unknown = JSON.parse(text);
    return Array.isArray(barred) && barred.some(entry => typeof entry === "string" && ["*", name].includes(entry.trim()));
}
