import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv";
import { closest } from "fastest-levenshtein";
import schema from "../../docs/schemas/attestations.schema.json";
import { ATTESTATION_QUESTIONS, type AttestationQuestion } from "../charter/attestations";
import { InputError } from "../errors";
import { daysBetween, isDate } from "../policy/dates";
import { matchesWildcard } from "../policy/wildcard";
import { type YamlFile, plainYaml, readYaml } from "../preview/yaml";
import type { State } from "./states";

export type Answer = "yes" | "partly" | "no" | "not-applicable" | "unanswered";

export interface EvidenceItem {
    readonly title: string;
    readonly location: string;
    readonly date?: string;
    readonly sha256?: string;
}

/** One entry of `attestations.yaml`, as it is written. */
interface Entry {
    readonly question: string;
    readonly answer: Answer;
    readonly statement?: string;
    readonly reason?: string;
    readonly evidence?: readonly EvidenceItem[];
    readonly scope?: { readonly products?: readonly string[]; readonly stacks?: readonly string[] };
    readonly owner?: { readonly name: string; readonly role: string };
    readonly approvedBy?: string;
    readonly madeOn?: string;
    readonly validUntil?: string;
    readonly conditions?: string;
}

interface Document {
    readonly organisation: { readonly name: string; readonly odsCode?: string };
    readonly scope: { readonly products: readonly string[]; readonly statement?: string };
    readonly renewalMonths?: Readonly<Record<string, number>>;
    readonly attestations: readonly Entry[];
}

/** The answer to one question, judged. */
export interface Attestation extends Omit<Entry, "question"> {
    readonly question: AttestationQuestion;
    readonly state: State;
    /** Why it does not count: it is refused, with the line. */
    readonly refused?: string;
    /** The earlier of `validUntil` and the renewal that the question asks for. */
    readonly countsUntil?: string;
    /** Negative where that is past. */
    readonly daysLeft?: number;
    readonly renewalMonths: number;
}

export interface Attestations {
    readonly file: string;
    readonly sha256: string;
    readonly organisation: Document["organisation"];
    readonly scope: Document["scope"];
    /** One for every question, in the order of the questions. */
    readonly answers: readonly Attestation[];
}

/** Every question unanswered: what an assessment without a file holds. */
export function unanswered(): readonly Attestation[] {
    return ATTESTATION_QUESTIONS.map(question => ({ question, answer: "unanswered", state: "missing", renewalMonths: question.renewalMonths }));
}

/**
 * Reads `attestations.yaml`. An entry that is stale, from the future, without owner, approver or evidence, or out of scope is refused: it counts as
 * missing, and says why.
 * @param stacks "PROJECT/STACK" of what is assessed.
 * @throws InputError with the line where the file is malformed.
 */
export function readAttestations(file: string, today: string, stacks: readonly string[]): Attestations {
    const yaml = readYaml(file, file);
    const document = checked(yaml, file);
    const byQuestion = new Map<string, { readonly entry: Entry; readonly line: number | undefined }>();
    const ids = ATTESTATION_QUESTIONS.map(question => question.id as string);
    for (const [i, entry] of document.attestations.entries()) {
        const line = yaml.lineOf("attestations", i, "question");
        if (!ids.includes(entry.question))
            throw new InputError(`unknown question '${entry.question}'`, { file, line, mend: `did you mean '${closest(entry.question, ids)}'?` });
        if (byQuestion.has(entry.question))
            throw new InputError(`the question '${entry.question}' is answered twice`, { file, line, mend: "leave one" });
        byQuestion.set(entry.question, { entry, line: yaml.lineOf("attestations", i) });
    }
    for (const id of Object.keys(document.renewalMonths ?? {}))
        if (!ids.includes(id))
            throw new InputError(`unknown question '${id}'`, {
                file,
                line: yaml.lineOf("renewalMonths", id),
                mend: `did you mean '${closest(id, ids)}'?`,
            });
    const answers = ATTESTATION_QUESTIONS.map((question): Attestation => {
        const renewalMonths = document.renewalMonths?.[question.id] ?? question.renewalMonths;
        const found = byQuestion.get(question.id);
        if (!found || found.entry.answer === "unanswered") return { question, answer: "unanswered", state: "missing", renewalMonths };
        const { question: _, ...entry } = found.entry;
        const why = refusal(entry, document, today, stacks, renewalMonths, path.dirname(file));
        const until = countsUntil(entry, renewalMonths);
        return {
            ...entry,
            question,
            state: why === undefined ? STATE_OF[entry.answer] : "missing",
            ...(why === undefined ? {} : { refused: `${file}:${String(found.line ?? 1)}: ${why}` }),
            ...(until === undefined ? {} : { countsUntil: until, daysLeft: daysBetween(today, until) }),
            renewalMonths,
        };
    });
    const sha256 = createHash("sha256").update(readFileSync(file)).digest("hex");
    return { file, sha256, organisation: document.organisation, scope: document.scope, answers };
}

const STATE_OF: Readonly<Record<Answer, State>> = {
    yes: "attested",
    partly: "partial",
    no: "failed",
    "not-applicable": "not-applicable",
    unanswered: "missing",
};

function checked(yaml: YamlFile, file: string): Document {
    const ajv = new Ajv({ strict: false, allErrors: false });
    const validate = ajv.compile<Document>(schema);
    const document = plainYaml(yaml.value);
    if (validate(document)) return document;
    const [error] = validate.errors ?? [];
    const isEmpty = error?.keyword === "minLength";
    const keys = (error?.instancePath ?? "")
        .split("/")
        .slice(1)
        .map(key => (/^\d+$/.test(key) ? Number(key) : key));
    const at = keys.length === 0 ? "the file" : `'${keys.join(".")}'`;
    const extra = (error?.params as { additionalProperty?: string; allowedValues?: readonly string[] } | undefined) ?? {};
    const line = yaml.lineOf(...keys, ...(extra.additionalProperty === undefined ? [] : [extra.additionalProperty])) ?? 1;
    const what =
        extra.additionalProperty !== undefined
            ? `${at} has the unknown key '${extra.additionalProperty}'`
            : extra.allowedValues
              ? `${at} must be one of ${extra.allowedValues.join(", ")}`
              : isEmpty
                ? `${at} is empty`
                : `${at} ${error?.message ?? "is wrong"}`;
    throw new InputError(what, { file, line, mend: isEmpty ? "fill it in" : "`charter assess --init FILE` writes one in the right shape" });
}

/** Why an entry does not count; `undefined` where it does. */
function refusal(
    entry: Omit<Entry, "question">,
    document: Document,
    today: string,
    stacks: readonly string[],
    renewalMonths: number,
    folder: string,
): string | undefined {
    const { owner, approvedBy = "", madeOn = "", validUntil = "", evidence = [], answer, reason = "", statement = "", scope } = entry;
    if (!owner) return "it has no owner";
    if (approvedBy.trim() === "") return "it has no approver";
    if (!isDate(madeOn)) return "madeOn is no date";
    if (!isDate(validUntil)) return "validUntil is no date";
    if (daysBetween(today, madeOn) > 0) return `it is dated in the future, ${madeOn}`;
    if (daysBetween(madeOn, validUntil) < 0) return `it ends, ${validUntil}, before it was made`;
    const until = countsUntil(entry, renewalMonths) ?? validUntil;
    if (daysBetween(today, until) < 0) return `it is stale since ${until}`;
    if (answer !== "yes" && reason.trim() === "") return `the answer '${answer}' needs a reason`;
    if (answer === "yes" && statement.trim() === "") return "it has no statement";
    if (answer !== "not-applicable" && answer !== "no" && evidence.length === 0) return "it has no evidence";
    for (const item of evidence) {
        if (item.date !== undefined && !isDate(item.date)) return `the date of the evidence '${item.title}' is no date`;
        if (item.date !== undefined && daysBetween(today, item.date) > 0) return `the evidence '${item.title}' is dated in the future`;
        if (item.sha256 !== undefined) {
            const local = path.resolve(folder, item.location);
            if (!existsSync(local)) return `the evidence '${item.title}' has a sha256, and no file at ${item.location}`;
            if (createHash("sha256").update(readFileSync(local)).digest("hex") !== item.sha256)
                return `the evidence '${item.title}' is not what it was: its sha256 differs`;
        }
    }
    const product = scope?.products?.find(name => !document.scope.products.includes(name));
    if (product !== undefined) return `it speaks of the product '${product}', which is out of scope`;
    const stack = scope?.stacks?.find(pattern => !stacks.some(name => matchesWildcard(pattern, name)));
    if (stack !== undefined) return `it speaks of the stack '${stack}', which is not assessed`;
    return undefined;
}

/** The last day on which an entry counts. */
function countsUntil({ madeOn = "", validUntil = "" }: Omit<Entry, "question">, renewalMonths: number): string | undefined {
    if (!isDate(madeOn) || !isDate(validUntil)) return undefined;
    const renewal = monthsAfter(madeOn, renewalMonths);
    return daysBetween(renewal, validUntil) > 0 ? renewal : validUntil;
}

/** The same day so many months on, or the last of its month. */
function monthsAfter(day: string, months: number): string {
    const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
    const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
    return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
