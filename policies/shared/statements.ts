import type { Check } from "../../src/policy/check";
import { type PolicyDocument, type Statement, policyDocument } from "../../src/policy/documents";
import type { SettingSchemas } from "../../src/policy/settings";
import type { Token } from "../../src/policy/types";
import { type Answer, UNKNOWN, not, or } from "../../src/policy/unknown";
import { readAll } from "../../src/policy/values";

/** A policy document of a resource, and the path at which it stands. */
export interface DocumentAt {
    readonly path: string;
    readonly document: PolicyDocument;
}

/** The documents at these paths. One that is not known, or is no document, is said to be undetermined, unless the policy does not speak of the resource. */
export function documentsAt<T extends Token, S extends SettingSchemas>(c: Check<T, S>, paths: readonly string[]): readonly DocumentAt[] {
    return paths
        .flatMap(path => readAll(c.resource.props, path))
        .flatMap(({ path, value }) => {
            const document = policyDocument(value);
            if (document === UNKNOWN) c.undeterminedAt(path, "The policy document is not known before the update.");
            else if (document === "malformed") c.undeterminedAt(path, "The policy document is not JSON that can be read.");
            else if (document !== undefined) return [{ path, document }];
            return [];
        });
}

/**
 * No statement of the documents at these paths breaks the rule.
 * @param excused where the rule may not be asked: true, or UNKNOWN.
 */
export function forbidStatements<T extends Token, S extends SettingSchemas>(
    c: Check<T, S>,
    paths: readonly string[],
    breaks: (statement: Statement, document: PolicyDocument) => Answer,
    message: string,
    excused: Answer = false,
): void {
    for (const { path, document } of documentsAt(c, paths)) {
        for (const statement of document.statements) {
            c.requireAt(or(excused, not(breaks(statement, document))), `${path}.Statement[${String(statement.index)}]`, message);
        }
    }
}
