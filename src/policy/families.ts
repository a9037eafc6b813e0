import { MOVED, RENAMED } from "./type-aliases.generated";

/**
 * One cloud resource has several type tokens: providers keep old names as aliases (`aws:s3/bucketV2:BucketV2`), publish twins (`aws:alb/…` and
 * `aws:lb/…`), and azure-native has a token for each API version. Policies name the current one, and every token is brought to it.
 */
const KNOWN = new Map<string, string>(Object.entries(RENAMED));
for (const [prefixes, names] of Object.entries(MOVED)) {
    const [from = "", to = ""] = prefixes.split(">");
    for (const name of names.split(" ")) KNOWN.set(from + name, to + name);
}

/** "azure-native:storage/v20230101:StorageAccount". */
const VERSIONED = /^(azure-native:[^/:]+)\/v\d{8}[a-z]*:/;
/** "azure-native_storage_v20240101:storage:StorageAccount", of a package generated for one API version (`pulumi package add azure-native storage v20240101`). */
const LOCAL_PACKAGE = /^azure-native_[a-z0-9]+_(v\d{8}[a-z]*):([^/:]+)(?:\/v\d{8}[a-z]*)?:/;

const CANONICAL = new Map<string, string>();
let members: Map<string, string[]> | undefined;

/** The token under which policies know the type: `token` itself where nothing is known of it. */
export function canonicalType(token: string): string {
    let found = CANONICAL.get(token);
    if (found === undefined) {
        found = resolve(token);
        CANONICAL.set(token, found);
    }
    return found;
}

function resolve(token: string): string {
    if (!token.startsWith("azure-native")) return KNOWN.get(token) ?? token;
    const versioned = token.replace(LOCAL_PACKAGE, "azure-native:$2/$1:");
    const plain = versioned.replace(VERSIONED, "$1:");
    return KNOWN.get(versioned) ?? KNOWN.get(plain) ?? plain;
}

/** Every token by which a canonical type is known, itself first. azure-native's versioned tokens follow a rule and are not listed, save where they break it. */
export function familyOf(type: string): readonly string[] {
    if (!members) {
        members = new Map();
        for (const [token, canonical] of KNOWN) {
            const family = members.get(canonical);
            if (family) family.push(token);
            else members.set(canonical, [canonical, token]);
        }
    }
    return members.get(type) ?? [type];
}
