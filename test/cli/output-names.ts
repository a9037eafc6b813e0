import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const NAMES = new Map<string, readonly string[]>();

/**
 * The names of a resource type's outputs, read from the constructor that the provider's SDK has for it: there is no schema without the
 * provider. Nothing where the type is not in the installed SDKs.
 */
export function outputNames(token: string): readonly string[] {
    let names = NAMES.get(token);
    if (!names) {
        const file = sourceOf(token);
        names = file === undefined ? [] : [...new Set(assignedNames(readFileSync(file, "utf8")))];
        NAMES.set(token, names);
    }
    return names;
}

/** "aws:s3/bucket:Bucket" stands in s3/bucket.js, "azure-native:storage:StorageAccount" in storage/storageAccount.js. */
function sourceOf(token: string): string | undefined {
    const [provider = "", module = "", type = ""] = token.split(":");
    let root: string;
    try {
        root = dirname(require.resolve(`@pulumi/${provider}/package.json`));
    } catch {
        return undefined;
    }
    const place = module.includes("/") ? module.replace(/^index\//, "") : join(module === "index" ? "" : module, lowerFirst(type));
    const file = join(root, `${place}.js`);
    if (existsSync(file)) return file;
    // An alias of the type, or a name that JavaScript reserves: the file says which type it makes.
    const folder = dirname(file);
    if (!existsSync(folder)) return undefined;
    const named = readdirSync(folder).find(name => name.endsWith(".js") && readFileSync(join(folder, name), "utf8").includes(`'${token}'`));
    return named === undefined ? undefined : join(folder, named);
}

function lowerFirst(text: string): string {
    return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The branch of the constructor that reads an existing resource names every output: in bridged providers from its state, in native ones as left out. */
function* assignedNames(source: string): Generator<string> {
    for (const [, name] of source.matchAll(/resourceInputs\["([^"]+)"\] = (?:state\?|undefined \/\*out\*\/)/g)) if (name !== undefined) yield name;
}
