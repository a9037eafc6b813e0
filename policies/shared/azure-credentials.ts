import type { Value } from "../../src/policy/resource";
import type { SettingSchema } from "../../src/policy/settings";
import { type Answer, UNKNOWN, is } from "../../src/policy/unknown";
import { text } from "../../src/policy/values";
import { holdsKey, isHarmless } from "./plaintext-secrets";

/** Ends of names, without separators and in lower case, that say that the value is a secret. */
export const SECRET_ENDINGS = [
    "password",
    "passwd",
    "passphrase",
    "pwd",
    "secret",
    "token",
    "apikey",
    "accountkey",
    "accesskey",
    "privatekey",
    "secretkey",
    "connectionstring",
] as const;

/** What a policy on plain secrets lets its users change. */
export const ENDINGS_SETTING = {
    secretNameEndings: {
        type: "array",
        items: { type: "string" },
        default: SECRET_ENDINGS,
        description: "Ends of names that hold secrets, in lower case and without separators.",
    },
} as const satisfies Readonly<Record<string, SettingSchema>>;

/** `NAME=value` of connection strings, options and scripts, for names that can only mean a credential. A bare value follows its sign at once. */
const ASSIGNED =
    /(?<![\w-])[\w-]*?(account_?key|shared_?access_?key|shared_?access_?signature|password|passwd)(?:\s*=\s*(?:"([^"\r\n]*)"|'([^'\r\n]*)')|=([^\s"';,&]*))/gi;
/** "Pwd" is the directory of a shell, too, and only in a connection string a password. */
const SHORT = /(?:^|;)\s*pwd\s*=\s*([^\s"';]*)(?=;|$)/gi;
/** A URL with a password, or with the signature of a shared access. */
const IN_URL = /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:@"'<>]*:([^\s/@"'<>]+)@|[?&]sig=([^&\s"']+)/gi;
/** Secrets of applications of Entra have a form of their own. */
const ENTRA_SECRET = /(?<![\w~.-])[\w.-]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/;
/** A key of a storage account or a database, alone: 64 bytes in base64. */
const ACCOUNT_KEY = /^[A-Za-z0-9+/]{86}==$/;

/** What stands for a value that comes from somewhere else: a variable, a command, a template's or vault's reference, a mask. */
const TAKEN = /^(\$[({A-Za-z_]|`|\{\{|\{[\w .-]+\}|<[^<>]+>|%\w+%|#\{|\*+$|!|@Microsoft\.|PrivateSettingsRef:|[A-Za-z_][\w.]*\()/;
const REFERENCE = /^\s*@Microsoft\.(KeyVault|AppConfiguration)\(/i;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** `Key=value;Key=value`, which tells by what it holds whether it is a secret. */
const CONNECTION_STRING = /^[\w\s.-]+=[^;]*(;[\w\s.-]+=[^;]*)*;?\s*$/;

/** Is the value no secret by its form? Scripts say "yes" and "no" of switches, too. */
function isNone(value: string): boolean {
    return isHarmless(value) || /^(yes|no|null)$/i.test(value) || GUID.test(value) || TAKEN.test(value);
}

/** Does the text carry a credential, by its form and whatever it is called? */
export function holdsCredential(plain: string): boolean {
    if (holdsKey(plain) || ENTRA_SECRET.test(plain)) return true;
    for (const pattern of [ASSIGNED, SHORT, IN_URL]) {
        for (const [, ...groups] of plain.matchAll(pattern)) {
            const value = groups.at(-1) ?? groups.at(-2) ?? groups.at(-3) ?? "";
            if (!isNone(value)) return true;
        }
    }
    return false;
}

/** Does the name end in a word that says that its value is a secret? */
export function namesSecret(name: string, endings: readonly string[] = SECRET_ENDINGS): boolean {
    const bare = name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
    return endings.some(ending => bare.endsWith(ending.toLowerCase()));
}

/** Is a setting's value a secret in plain text? An unknown value is only in doubt under a name that says so. */
export function isPlainCredential(name: Value | undefined, value: Value | undefined, endings?: readonly string[]): Answer {
    const named = is(name, known => namesSecret(text(known ?? ""), endings));
    if (value === UNKNOWN) return named === true ? UNKNOWN : false;
    const plain = text(value ?? "");
    if (REFERENCE.test(plain)) return false;
    if (holdsCredential(plain) || ACCOUNT_KEY.test(plain)) return true;
    return isNone(plain) || CONNECTION_STRING.test(plain) ? false : named;
}
