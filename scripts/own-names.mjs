// Derives, for every azure-native type that policies know, the arguments by which a literal may call the resource: the optional `…Name`
// argument (the SDK makes one up where it is left out), or `name`. Required ones are names of parents.
import { readFileSync } from "node:fs";

/** @param {ReadonlyMap<string, string>} modules token to the path of its .d.ts @returns {Record<string, string[]>} */
export function azureOwnNames(modules) {
    const table = {};
    for (const [token, file] of [...modules].sort(([a], [b]) => (a < b ? -1 : 1))) {
        if (!token.startsWith("azure-native:")) continue;
        const source = readFileSync(file, "utf8");
        const args = source.slice(source.search(/export interface \w+Args\b/));
        const optional = [...args.matchAll(/^ {4}(\w*[nN]ame)\?: pulumi\.Input<string>/gm)].map(m => m[1]);
        const own = optional.filter(name => name === "name" || name.endsWith("Name")).filter(name => !NOT_NAMES.has(name));
        const required = /^ {4}resourceName: pulumi/m.test(args) ? [] : optional.includes("resourceName") ? ["resourceName"] : [];
        const names = [...new Set([...own, ...required])];
        if (names.length > 0 && !(names.length === 1 && names[0] === "name")) table[token] = names;
    }
    return table;
}

/** Optional words that end in Name but name something else. */
const NOT_NAMES = new Set(["displayName", "computerName", "domainName", "dnsName", "hostName", "friendlyName", "fullyQualifiedDomainName", "collationName", "userName", "customSubDomainName", "tenantName"]);
