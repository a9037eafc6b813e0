import { readFileSync } from "node:fs";
import { InputError } from "../errors";
import { policyNames } from "../policy/configuration";
import type { Policy } from "../policy/definition";
import { Baseline, type BaselineFile } from "./baseline";

/** @throws InputError where the file cannot be read or is no baseline. */
export function readBaseline(file: string, policies: readonly Policy[]): Baseline {
    const mend = "write it with `charter baseline write FILE`";
    let document: unknown;
    try {
        document = JSON.parse(readFileSync(file, "utf8"));
    } catch (error) {
        const what = error instanceof SyntaxError ? "is no JSON" : `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
        throw new InputError(what, { file, mend });
    }
    if (!isBaseline(document)) throw new InputError("is no baseline", { file, mend });
    const names = policyNames(policies);
    const unknown = document.findings.find(entry => !names.has(entry.policy));
    if (unknown) throw new InputError(`holds the policy '${unknown.policy}', which does not exist`, { file, mend });
    // Names that policies had before still count.
    return new Baseline({ ...document, findings: document.findings.map(entry => ({ ...entry, policy: names.get(entry.policy)?.name ?? "" })) });
}

function isBaseline(document: unknown): document is BaselineFile {
    if (typeof document !== "object" || document === null || !("schemaVersion" in document) || document.schemaVersion !== 1) return false;
    return "findings" in document && Array.isArray(document.findings) && document.findings.every(isEntry);
}

function isEntry(entry: unknown): boolean {
    if (typeof entry !== "object" || entry === null) return false;
    const { policy, urn, property } = entry as Readonly<Record<string, unknown>>;
    return typeof policy === "string" && typeof urn === "string" && (property === undefined || typeof property === "string");
}
