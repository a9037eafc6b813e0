import type { Value } from "../../src/policy/resource";
import type { SettingSchema } from "../../src/policy/settings";
import { type Answer, UNKNOWN } from "../../src/policy/unknown";
import { text } from "../../src/policy/values";

/** Words in a name that say that its value is a secret. */
export const SECRET_NAMES = ["secret", "token", "password", "passwd", "api_?key", "private_?key", "access_?key"] as const;

/** Ends of names that say that the value only leads to a secret, or is about one. */
export const REFERENCE_SUFFIXES = [
    "_ARN",
    "_NAME",
    "_PATH",
    "_ID",
    "_URL",
    "_URI",
    "_ENDPOINT",
    "_HOST",
    "_FILE",
    "_TTL",
    "_EXPIRY",
    "_POLICY",
    "_LENGTH",
    "_HEADER",
    "_PREFIX",
    "_VERSION",
    "_ENABLED",
    "_REGION",
    "_TYPE",
    "_ALGORITHM",
    "_ISSUER",
    "_AUDIENCE",
    "_SCOPE",
    "_SECONDS",
] as const;

/** What a policy on plain secrets lets its users change. */
export const SECRET_SETTINGS = {
    secretNamePatterns: {
        type: "array",
        items: { type: "string" },
        default: SECRET_NAMES,
        description: "Regular expressions of names that hold secrets.",
    },
    allowReferenceSuffixes: {
        type: "array",
        items: { type: "string" },
        default: REFERENCE_SUFFIXES,
        description: "Ends of names whose value only leads to a secret.",
    },
} as const satisfies Readonly<Record<string, SettingSchema>>;

/** Forms that are keys whatever they are called: AWS access keys, GitHub and Slack tokens, private keys. */
const KEY_FORMS = [
    /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
    /\bgh[pousr]_[A-Za-z0-9]{36,}\b/,
    /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
    /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
];

/**
 * Does the name say that its value is a secret, and not only where one is kept? "AWS_SECRET_ACCESS_KEY" does, "SECRET_ARN" does not, and neither
 * do "SecretArn" and "secret-arn".
 */
export function isSecretName(name: string, patterns: readonly string[] = SECRET_NAMES, suffixes: readonly string[] = REFERENCE_SUFFIXES): boolean {
    const upper = name
        .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
        .replaceAll(/[.:-]+/g, "_")
        .toUpperCase();
    if (upper === "AWS_ACCESS_KEY_ID" || upper === "AWS_SECRET_ACCESS_KEY") return true;
    return (
        patterns.some(pattern => new RegExp(pattern, "i").test(name) || new RegExp(pattern, "i").test(upper)) &&
        !suffixes.some(suffix => upper.endsWith(suffix.toUpperCase()))
    );
}

/** Does the text hold something that is a key by its form? */
export function holdsKey(value: string): boolean {
    return KEY_FORMS.some(form => form.test(value));
}

/** Is the value no secret by its form: an ARN, a path, a URL without credentials, a template's reference, a number, a switch, nothing? */
export function isHarmless(value: string): boolean {
    return (
        value === "" ||
        value.startsWith("arn:") ||
        /^(\/[\w.-]+){2,}\/?$/.test(value) ||
        /^https?:\/\/[^/@]*(\/|$)/.test(value) ||
        /^-?[\d.]+$/.test(value) ||
        /^\{\{resolve:[^{}]+\}\}$/.test(value) ||
        /^(true|false|enabled|disabled|required|optional|none)$/i.test(value)
    );
}

/** Is a plain value under a name a secret in plain text? An unknown value is only in doubt under a name that says so. */
export function isPlainSecret(name: string, value: Value | undefined, patterns?: readonly string[], suffixes?: readonly string[]): Answer {
    const named = isSecretName(name, patterns, suffixes);
    if (value === UNKNOWN) return named ? UNKNOWN : false;
    const plain = text(value ?? "");
    return holdsKey(plain) || (named && !isHarmless(plain));
}
