// Derives, for every azure-native type that policies know, the argument by which a literal may call the resource.
// azure-native makes one optional argument of the last part of a resource's path (it makes a name up where that is left out), and does not hand
// it back: `vmName` goes in, `name` comes out. Required arguments are names of parents, and what comes out again is a property of the thing.
import { readFileSync } from "node:fs";
import path from "node:path";

/** @param {ReadonlyMap<string, string>} modules token to the path of its .d.ts @returns {Record<string, string[]>} */
export function azureOwnNames(modules) {
    const table = {};
    for (const [token, file] of [...modules].sort(([a], [b]) => (a < b ? -1 : 1))) {
        if (!token.startsWith("azure-native:")) continue;
        const names = ownNames(readFileSync(file, "utf8"), path.basename(file, ".d.ts"));
        if (names.length > 0 && names.join() !== "name") table[token] = names;
    }
    return table;
}

function ownNames(source, className) {
    const args = source.slice(source.search(/export interface \w+Args\b/));
    const outputs = new Set([...source.matchAll(/^ {4}readonly (\w+): pulumi\.Output</gm)].map(match => match[1]));
    const optional = [...args.matchAll(/^ {4}(\w+)\?: pulumi\.Input<string(?: \| undefined)?>;/gm)].map(match => match[1]);
    const onlyIn = optional.filter(name => !outputs.has(name) && name !== "displayName");
    const found = onlyIn.filter(name => /.Name$/.test(name));
    if (found.length > 0) return found;
    if (optional.includes("name")) return ["name"];
    // Some are called by an id (`apiId`), a slot, or by a word of their own that also comes out (`tableName`).
    const word = new RegExp(`^${className}Name$`, "i");
    return [...onlyIn.filter(name => name === "slot" || /.Id$/.test(name)), ...optional.filter(name => word.test(name))];
}
