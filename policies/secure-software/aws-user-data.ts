import { resourcePolicy } from "../../src/policy/definition";
import { type Answer, UNKNOWN, is, isUnknown, not } from "../../src/policy/unknown";
import { isRecord, read, text } from "../../src/policy/values";
import { SECRET_SETTINGS, holdsKey, isHarmless, isPlainSecret, isSecretName } from "../shared/plaintext-secrets";

const INSTANCE = "aws:ec2/instance:Instance";
const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const CONFIGURATION = "aws:ec2/launchConfiguration:LaunchConfiguration";
const SPOT = "aws:ec2/spotInstanceRequest:SpotInstanceRequest";
const STACK = "aws:cloudformation/stack:Stack";
const DOCUMENT = "aws:ssm/document:Document";

/** `NAME=value`, `NAME: "value"`, as shells, YAML, JSON and properties write it; the value without quotes. One may stand in the value of another. */
const ASSIGNMENT = /(?<![\w.-])-{0,2}([A-Za-z_][\w.-]*)["']?[ \t]*[:=][ \t]*(?=(?:"([^"\r\n]{8,})"|'([^'\r\n]{8,})'|([^\s"'#;]{8,})))/g;
/** ARNs and the actions of a policy have colons, too. */
const NO_ASSIGNMENT = /\barn:[\w:\/.*-]+|\bsecretsmanager:[A-Z*]\w*/g;
/** What takes its value from somewhere else: a variable, a command, a template's or document's reference. */
const TAKEN = /[$`]|\{\{|^<|^!|^%[({]/;

/** Does a text hold a key, or give a literal to a name that says that it is a secret? */
function holdsSecret(script: string, patterns: readonly string[], suffixes: readonly string[]): boolean {
    if (holdsKey(script)) return true;
    for (const [, name = "", double, single, bare] of script.replaceAll(NO_ASSIGNMENT, "").matchAll(ASSIGNMENT)) {
        const value = double ?? single ?? bare ?? "";
        if (isSecretName(name, patterns, suffixes) && !TAKEN.test(value) && !isHarmless(value)) return true;
    }
    return false;
}

/** The text of base64; UNKNOWN where it is compressed. */
function decoded(encoded: string): string | typeof UNKNOWN {
    const bytes = Buffer.from(encoded, "base64");
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? UNKNOWN : bytes.toString("utf8");
}

export const userDataNoSecrets = resourcePolicy({
    name: "aws-ec2-user-data-no-secrets",
    title: "No secret is handed to machines in what starts them",
    commitment: "secure-software",
    topic: "build-identity",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: [INSTANCE, TEMPLATE, CONFIGURATION, SPOT, STACK, DOCUMENT],
    why: "User data, stack parameters and documents are read by every process on the machine and everybody who may describe it.",
    fix: "Let the machine read the secret from Secrets Manager or Parameter Store with its own role when it starts.",
    references: ["checkov:CKV_AWS_46"],
    settings: SECRET_SETTINGS,
    check({ type, resource: { props }, requireAt, notApplicable, settings }) {
        const { secretNamePatterns, allowReferenceSuffixes } = settings;
        const clean = (script: string | typeof UNKNOWN): Answer => is(script, s => !holdsSecret(s, secretNamePatterns, allowReferenceSuffixes));
        if (type === STACK) {
            const parameters = read(props, "parameters");
            if (parameters === undefined) notApplicable("has no parameters");
            else if (!isRecord(parameters)) requireAt(UNKNOWN, "parameters", "A parameter holds a secret in plain text.");
            else {
                for (const [name, value] of Object.entries(parameters)) {
                    const secret = isPlainSecret(name, value, secretNamePatterns, allowReferenceSuffixes);
                    requireAt(not(secret), `parameters.${name}`, "A parameter holds a secret in plain text.");
                }
            }
            return;
        }
        const places = type === DOCUMENT ? ["content"] : ["userData", "userDataBase64"];
        const given = places.filter(place => read(props, place) !== undefined);
        if (given.length === 0) notApplicable("hands nothing to the machine");
        for (const place of given) {
            const value = read(props, place);
            const script = isUnknown(value) ? UNKNOWN : text(value ?? "");
            // Templates take it encoded, instances as it is; who encodes it for an instance means the same.
            const encoded = place === "userDataBase64" || type === TEMPLATE || (!isUnknown(script) && /^[A-Za-z0-9+/\s]{24,}={0,2}\s*$/.test(script));
            requireAt(clean(!isUnknown(script) && encoded ? decoded(script) : script), place, "A secret is handed over in plain text.");
        }
    },
});
