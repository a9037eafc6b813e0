import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";

/**
 * Outputs that say who a resource is or where it is reached. What a provider computes besides (states, dates, defaults, keys) has no
 * stand-in.
 */
const IDENTITY = /^(?:id|arn|name|url|fqdn)$|(?:Arn|Id|Name|Url|Uri|Endpoint|Fqdn|Host|Dns|Domain|Address|Server)$/;

const known = new Map<string, readonly string[]>();

/**
 * The names of the outputs of a type that are text, no inputs, and speak of its identity: found in the SDK that the program uses. None where
 * the SDK is not to be had.
 */
export function identityOutputs(token: string, programDirectory: string): readonly string[] {
    const key = `${programDirectory} ${token}`;
    let found = known.get(key);
    if (!found) {
        found = read(token, programDirectory);
        known.set(key, found);
    }
    return found;
}

function read(token: string, programDirectory: string): readonly string[] {
    const file = sourceOf(token, programDirectory);
    if (file === undefined) return [];
    const computed = [...readFileSync(`${file}.js`, "utf8").matchAll(/resourceInputs\["(\w+)"\] = undefined \/\*out\*\//g)].map(
        match => match[1] ?? "",
    );
    const declared = readFileSync(`${file}.d.ts`, "utf8");
    const texts = new Set([...declared.matchAll(/^ {4}readonly (\w+): pulumi\.Output<string>;$/gm)].map(match => match[1] ?? ""));
    return [...new Set(computed)].filter(name => texts.has(name) && IDENTITY.test(name));
}

/** "aws:s3/bucket:Bucket" in "@pulumi/aws/s3/bucket", "azure-native:storage:StorageAccount" in "@pulumi/azure-native/storage/storageAccount". */
function sourceOf(token: string, programDirectory: string): string | undefined {
    const [pkg = "", module = "", name = ""] = token.split(":");
    const file = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    const inside = module.replace(/^index(\/|$)/, "");
    const wanted =
        inside.toLowerCase().endsWith(`/${file.toLowerCase()}`) || inside.toLowerCase() === file.toLowerCase() ? inside : path.join(inside, file);
    const relative = path.join("node_modules", "@pulumi", pkg, wanted);
    for (let folder = programDirectory; ; folder = path.dirname(folder)) {
        const found = path.join(folder, relative);
        if (existsSync(`${found}.d.ts`) && existsSync(`${found}.js`)) return found;
        if (folder === path.dirname(folder)) return undefined;
    }
}
