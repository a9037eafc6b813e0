import { narrows } from "./narrowing";
import type { Value } from "./resource";
import { type Answer, UNKNOWN, type Unknown, and, every, is, isUnknown, not, or, some } from "./unknown";
import { isRecord, list, text } from "./values";
import { matchesWildcard } from "./wildcard";

/**
 * AWS policy documents (IAM, resource, key, trust, endpoint policies) by their meaning, from JSON text or an object.
 * Source: IAM JSON policy elements reference, docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html.
 */
export interface PolicyDocument {
    readonly statements: readonly Statement[];
}

/** One element of `Principal`: `{AWS: "*"}` is kind "AWS", value "*"; a bare "*" is kind "*". */
export interface Principal {
    readonly kind: string | Unknown;
    readonly value: string | Unknown;
}

/** One key of one operator of `Condition`, both lower-cased. */
export interface Condition {
    readonly operator: string | Unknown;
    readonly key: string | Unknown;
    readonly values: readonly (string | Unknown)[] | Unknown;
}

type Words = readonly (string | Unknown)[] | Unknown;

export interface Statement {
    /** Position in the document, for "policy.Statement[2]". */
    readonly index: number;
    readonly sid?: string;
    /** "allow", "deny", or whatever stands there, lower-cased. */
    readonly effect: string | Unknown;
    readonly actions: Words;
    readonly notActions: Words | undefined;
    readonly resources: Words;
    readonly notResources: Words | undefined;
    readonly principals: readonly Principal[];
    readonly notPrincipals: readonly Principal[] | undefined;
    readonly conditions: readonly Condition[];
}

const parsedTexts = new Map<string, PolicyDocument | "malformed">();

/**
 * The document in a property's value: `undefined` where there is none, UNKNOWN where it is not known as a whole, "malformed" where text is
 * not JSON or not a document. Text is parsed once, however many policies ask.
 */
export function policyDocument(value: Value | undefined): PolicyDocument | Unknown | "malformed" | undefined {
    if (value === undefined || value === null || value === "") return undefined;
    if (value === UNKNOWN) return UNKNOWN;
    if (typeof value !== "string") return fromObject(value);
    let document = parsedTexts.get(value);
    if (!document) {
        document = fromText(value);
        if (parsedTexts.size >= 1000) parsedTexts.clear();
        parsedTexts.set(value, document);
    }
    return document;
}

/** A property that holds JSON, as text or as an object: `undefined` where absent, UNKNOWN where it is not known or is no JSON. */
export function jsonValue(value: Value | undefined): Value | undefined {
    if (typeof value !== "string") return value ?? undefined;
    if (value === "") return undefined;
    try {
        return JSON.parse(value) as Value;
    } catch {
        return UNKNOWN;
    }
}

function fromText(value: string): PolicyDocument | "malformed" {
    try {
        return fromObject(JSON.parse(value) as Value);
    } catch {
        return "malformed";
    }
}

function fromObject(value: Value): PolicyDocument | "malformed" {
    if (!isRecord(value)) return "malformed";
    const statements = pick(value, "Statement") ?? pick(value, "Statements");
    if (statements === UNKNOWN) return { statements: [wholly(0)] };
    const elements = list(statements);
    if (elements === UNKNOWN) return { statements: [wholly(0)] };
    if (elements.some(s => s !== UNKNOWN && !isRecord(s))) return "malformed";
    return { statements: elements.map((s, i) => (isRecord(s) ? statement(s, i) : wholly(i))) };
}

/** A statement of which nothing is known. */
function wholly(index: number): Statement {
    return {
        index,
        effect: UNKNOWN,
        actions: UNKNOWN,
        notActions: undefined,
        resources: UNKNOWN,
        notResources: undefined,
        principals: [{ kind: UNKNOWN, value: UNKNOWN }],
        notPrincipals: undefined,
        conditions: [{ operator: UNKNOWN, key: UNKNOWN, values: UNKNOWN }],
    };
}

type Fields = Readonly<Record<string, Value>>;

function pick(object: Fields, key: string): Value | undefined {
    if (Object.hasOwn(object, key)) return object[key];
    const lower = key.charAt(0).toLowerCase() + key.slice(1);
    return Object.hasOwn(object, lower) ? object[lower] : undefined;
}

function statement(fields: Fields, index: number): Statement {
    const sid = pick(fields, "Sid");
    const effect = pick(fields, "Effect");
    const optional = (key: string): Words | undefined => {
        const value = pick(fields, key);
        return value === undefined ? undefined : words(value);
    };
    const notPrincipal = pick(fields, "NotPrincipal");
    return {
        index,
        ...(typeof sid === "string" ? { sid } : {}),
        effect: effect === UNKNOWN ? UNKNOWN : text(effect ?? "").toLowerCase(),
        actions: words(pick(fields, "Action")),
        notActions: optional("NotAction"),
        resources: words(pick(fields, "Resource")),
        notResources: optional("NotResource"),
        principals: principals(pick(fields, "Principal")),
        notPrincipals: notPrincipal === undefined ? undefined : principals(notPrincipal),
        conditions: conditions(pick(fields, "Condition")),
    };
}

function words(value: Value | undefined): Words {
    const elements = list(value);
    return elements === UNKNOWN ? UNKNOWN : elements.map(e => (e === UNKNOWN ? UNKNOWN : text(e)));
}

function principals(value: Value | undefined): readonly Principal[] {
    if (value === undefined || value === null) return [];
    if (value === UNKNOWN) return [{ kind: UNKNOWN, value: UNKNOWN }];
    if (isRecord(value)) {
        return Object.entries(value).flatMap(([kind, v]): Principal[] => {
            const elements = words(v);
            return elements === UNKNOWN ? [{ kind, value: UNKNOWN }] : elements.map(w => ({ kind, value: w }));
        });
    }
    const elements = words(value);
    return elements === UNKNOWN ? [{ kind: UNKNOWN, value: UNKNOWN }] : elements.map(w => ({ kind: w === "*" ? "*" : "AWS", value: w }));
}

function conditions(value: Value | undefined): readonly Condition[] {
    if (value === undefined || value === null) return [];
    if (!isRecord(value)) return [{ operator: UNKNOWN, key: UNKNOWN, values: UNKNOWN }];
    return Object.entries(value).flatMap(([operator, block]): Condition[] => {
        if (!isRecord(block)) return [{ operator: operator.toLowerCase(), key: UNKNOWN, values: UNKNOWN }];
        return Object.entries(block).map(([key, v]) => ({ operator: operator.toLowerCase(), key: key.toLowerCase(), values: words(v) }));
    });
}

export function allows(s: Statement): Answer {
    return is(s.effect, effect => effect === "allow");
}

export function denies(s: Statement): Answer {
    return is(s.effect, effect => effect === "deny");
}

/** Does it speak of everyone: "*", {AWS: "*"}, or everyone but a few (`NotPrincipal`)? */
export function everyone(s: Statement): Answer {
    if (s.notPrincipals !== undefined) return true;
    return some(s.principals, p =>
        and(
            is(p.value, v => v === "*"),
            is(p.kind, k => k === "*" || k === "AWS"),
        ),
    );
}

/** Does a list of patterns cover the action? "s3:*" covers "s3:GetObject"; actions compare without regard to case. */
export function coversAction(patterns: Words, action: string): Answer {
    const wanted = action.toLowerCase();
    return some(patterns, pattern => is(pattern, p => matchesWildcard(p.toLowerCase(), wanted)));
}

/** Does the statement speak of the action, by `Action` or by `NotAction`? */
export function speaksOfAction(s: Statement, action: string): Answer {
    return s.notActions === undefined ? coversAction(s.actions, action) : not(coversAction(s.notActions, action));
}

/** Does it speak of every action ("*", or a `NotAction` of nothing)? */
export function everyAction(s: Statement): Answer {
    return s.notActions === undefined ? some(s.actions, a => is(a, v => v === "*")) : every(s.notActions, () => false);
}

/** Does it speak of every resource? */
export function everyResource(s: Statement): Answer {
    return s.notResources === undefined ? some(s.resources, r => is(r, v => v === "*")) : true;
}

const POSITIVE = /^(stringequals(ignorecase)?|stringlike|arnequals|arnlike|ipaddress|bool|numericequals)$/;
const NEGATIVE = /^(forallvalues:)?(stringnotequals(ignorecase)?|stringnotlike|arnnotequals|arnnotlike|notipaddress)(ifexists)?$/;

/** Does another condition refuse requests that come without the key (`Null: {key: "false"}`)? */
function asksForKey(s: Statement, key: string): Answer {
    return some(s.conditions, c =>
        and(
            is(c.operator, operator => operator === "null"),
            is(c.key, k => k === key),
            c.values === UNKNOWN ? UNKNOWN : c.values.length > 0,
            every(c.values, value => is(value, v => v.toLowerCase() === "false")),
        ),
    );
}

/** The operator without what says how it takes keys that are missing or have several values. */
function bare(operator: string): string {
    return operator.replace(/^for(any|all)values?:/, "").replace(/ifexists$/, "");
}

/**
 * Does the operator let through only what its values name? IfExists lets a request without the key through, and ForAllValues one without
 * values, unless another condition asks that the key be there. Null, and all that names who is not meant, let through what nobody named.
 */
function admitsNamedOnly(s: Statement, operator: string, key: string): Answer {
    if (!POSITIVE.test(bare(operator))) return false;
    return operator.startsWith("forallvalues:") || operator.endsWith("ifexists") ? asksForKey(s, key) : true;
}

/**
 * Does a condition tie the statement to particular values of one of the keys: an account, an organisation, a network, a named thing?
 * @param keys lower-cased condition keys. @param negated for a Deny, where the condition names who is spared; ForAnyValue, of a request
 * without the key, holds of none, so that a Deny by it spares everybody who does not bring the key.
 */
export function pinned(s: Statement, keys: readonly string[], negated = false): Answer {
    return some(s.conditions, c => {
        if (isUnknown(c.key) || isUnknown(c.operator)) return UNKNOWN;
        const { key, operator, values } = c;
        if (!keys.includes(key)) return false;
        return and(
            negated ? NEGATIVE.test(operator) : admitsNamedOnly(s, operator, key),
            values === UNKNOWN ? UNKNOWN : values.length > 0,
            every(values, value => is(value, v => narrows(key, v))),
        );
    });
}

/**
 * Does a condition hold the statement to values that all pass the test? As in `pinned`, IfExists and ForAllValues let through what they do not see.
 * @param isKey tells the lower-cased condition key. @param test of a value; `wild` where its operator reads "*" and "?" as wildcards.
 */
export function heldTo(s: Statement, isKey: (key: string) => boolean, test: (value: string, wild: boolean) => Answer): Answer {
    return some(s.conditions, c => {
        if (isUnknown(c.key) || isUnknown(c.operator)) return UNKNOWN;
        const { key, operator, values } = c;
        if (!isKey(key)) return false;
        const wild = /like$|^arnequals$/.test(bare(operator));
        return and(
            admitsNamedOnly(s, operator, key),
            values === UNKNOWN ? UNKNOWN : values.length > 0,
            every(values, value => is(value, v => test(v, wild))),
        );
    });
}

/** The conditions on one key, lower-cased, under any operator. */
export function conditionsOn(s: Statement, key: string): readonly Condition[] {
    return s.conditions.filter(c => c.key === key);
}

/** Is the statement's only condition that the request came without TLS, so that its Deny refuses plain HTTP to everyone? */
export function onlyWithoutTls(s: Statement): Answer {
    if (s.conditions.some(c => isUnknown(c.key))) return UNKNOWN;
    const [condition, ...others] = s.conditions;
    if (!condition || others.length > 0) return false;
    return and(
        is(condition.key, key => key === "aws:securetransport"),
        condition.values === UNKNOWN ? UNKNOWN : condition.values.length > 0,
        is(condition.operator, operator => {
            if (bare(operator) === "bool") return some(condition.values, value => is(value, v => v.toLowerCase() === "false"));
            if (!/^stringnotequals(ignorecase)?$/.test(bare(operator))) return false;
            return every(condition.values, value => is(value, v => v.toLowerCase() === "true"));
        }),
    );
}

/** Does a Deny speak of everyone, without the exceptions of `NotPrincipal`? */
function sparesNobody(s: Statement): Answer {
    return and(s.notPrincipals === undefined, everyone(s));
}

/** Does one statement deny all requests of these actions that come without TLS? Of no document: false. */
export function deniesWithoutTls(
    document: PolicyDocument | Unknown | "malformed" | undefined,
    action: string,
    resources: (s: Statement) => Answer,
): Answer {
    if (document === UNKNOWN || document === "malformed") return UNKNOWN;
    if (document === undefined) return false;
    return or(...document.statements.map(s => and(denies(s), sparesNobody(s), speaksOfAction(s, action), resources(s), onlyWithoutTls(s))));
}
