import type { Wire } from "../wire";

/**
 * The result of `aws.iam.getPolicyDocument`, rendered as the AWS provider renders it: lists of one as text, longer ones in reverse order,
 * keys in the provider's order, source documents below the statements and override documents above them, by Sid.
 * Throws an error in the provider's words where a source or override document is no JSON.
 */
export function policyDocument(args: Wire): Wire {
    const version = typeof args.version === "string" && args.version !== "" ? args.version : undefined;
    let document: Document = { statements: [] };
    for (const source of documents(args.sourceJson, args.sourcePolicyDocuments)) document = merge(document, source);
    document = merge(document, {
        version: version ?? "2012-10-17",
        id: typeof args.policyId === "string" && args.policyId !== "" ? args.policyId : undefined,
        statements: list(args.statements).map(statement => renderStatement(statement as Wire, version !== "2008-10-17")),
    });
    for (const override of documents(args.overrideJson, args.overridePolicyDocuments)) document = merge(document, override);

    const rendered = {
        ...(document.version === undefined ? {} : { Version: document.version }),
        ...(document.id === undefined ? {} : { Id: document.id }),
        ...(document.statements.length === 0 ? {} : { Statement: document.statements }),
    };
    const json = escape(JSON.stringify(rendered, undefined, 2));
    return { ...args, version: document.version, id: checksum(json), json, minifiedJson: escape(JSON.stringify(rendered)) };
}

interface Document {
    readonly version?: string;
    readonly id?: string;
    readonly statements: readonly Wire[];
}

/** The first document with the second's statements: one with a Sid that is there replaces it, all others follow. */
function merge(base: Document, above: Document): Document {
    const statements = [...base.statements];
    for (const statement of above.statements) {
        const sid = statement.Sid;
        const at = typeof sid === "string" && sid !== "" ? statements.findIndex(other => other.Sid === sid) : -1;
        if (at < 0) statements.push(statement);
        else statements[at] = statement;
    }
    return { version: above.version ?? base.version, id: above.id ?? base.id, statements };
}

function documents(single: unknown, several: unknown): Document[] {
    const texts = [single, ...list(several)].filter((text): text is string => typeof text === "string" && text !== "");
    return texts.map(text => {
        let value: unknown;
        try {
            value = JSON.parse(text);
        } catch (error) {
            throw new Error(`getPolicyDocument: a source or override document is no JSON: ${error instanceof Error ? error.message : String(error)}`);
        }
        const { Version, Id, Statement } = value as { Version?: unknown; Id?: unknown; Statement?: unknown };
        return {
            version: typeof Version === "string" ? Version : undefined,
            id: typeof Id === "string" ? Id : undefined,
            statements: list(Statement) as Wire[],
        };
    });
}

function renderStatement(given: Wire, replaceVariables: boolean): Wire {
    const strings = (value: unknown): string[] => list(value).map(element => variables(String(element), replaceVariables));
    const statement: Wire = {};
    if (typeof given.sid === "string" && given.sid !== "") statement.Sid = given.sid;
    statement.Effect = typeof given.effect === "string" && given.effect !== "" ? given.effect : "Allow";
    for (const [key, value] of [
        ["Action", strings(given.actions)],
        ["NotAction", strings(given.notActions)],
        ["Resource", strings(given.resources)],
        ["NotResource", strings(given.notResources)],
    ] as const) {
        if (value.length > 0) statement[key] = oneOrMany(value);
    }
    for (const [key, value] of [
        ["Principal", list(given.principals)],
        ["NotPrincipal", list(given.notPrincipals)],
    ] as const) {
        if (value.length > 0) statement[key] = renderPrincipals(value as Wire[], strings);
    }
    const conditions = list(given.conditions) as Wire[];
    if (conditions.length > 0) statement.Condition = renderConditions(conditions, strings);
    return statement;
}

/** `"*"` where everyone is meant; by type otherwise. `{"AWS": "*"}` stays what it is. */
function renderPrincipals(principals: readonly Wire[], strings: (value: unknown) => string[]): unknown {
    const [only] = principals;
    if (principals.length === 1 && only?.type === "*") {
        const identifiers = strings(only.identifiers);
        if (identifiers.length === 1 && identifiers[0] === "*") return "*";
    }
    const types = new Map<string, string[]>();
    for (const principal of principals) {
        const type = String(principal.type);
        types.set(type, [...(types.get(type) ?? []), ...strings(principal.identifiers).sort().reverse()]);
    }
    return sortedObject(types);
}

function renderConditions(conditions: readonly Wire[], strings: (value: unknown) => string[]): unknown {
    const tests = new Map<string, Map<string, string[]>>();
    for (const condition of conditions) {
        const test = String(condition.test);
        const found = tests.get(test) ?? new Map<string, string[]>();
        const variable = String(condition.variable);
        found.set(variable, [...(found.get(variable) ?? []), ...strings(condition.values)]);
        tests.set(test, found);
    }
    const sorted = [...tests.keys()].sort();
    return Object.fromEntries(sorted.map(test => [test, sortedObject(tests.get(test) ?? new Map<string, string[]>())]));
}

/** Values keep their order; a list of one becomes text. */
function sortedObject(lists: ReadonlyMap<string, readonly string[]>): Wire {
    return Object.fromEntries([...lists.keys()].sort().map(key => [key, lists.get(key)?.length === 1 ? lists.get(key)?.[0] : lists.get(key)]));
}

function oneOrMany(values: string[]): string | string[] {
    const [first = ""] = values;
    return values.length === 1 ? first : values.sort().reverse();
}

/** `&{aws:username}` stands for `${aws:username}`, which the language itself would interpolate. */
function variables(text: string, replace: boolean): string {
    return replace ? text.replaceAll("&{", "${") : text;
}

function list(value: unknown): unknown[] {
    return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

/** As Go's JSON encoder writes text. */
function escape(json: string): string {
    return json.replaceAll("<", "\\u003c").replaceAll(">", "\\u003e").replaceAll("&", "\\u0026");
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, i) => {
    let value = i;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
});

/** The provider's id of a document: the CRC-32 of its JSON. */
function checksum(text: string): string {
    let crc = 0xffffffff;
    for (const byte of Buffer.from(text)) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
    return String((crc ^ 0xffffffff) >>> 0);
}
