import { readFileSync } from "node:fs";
import { InputError } from "../errors";
import { ASSESSMENT_VERSION, type Assessment } from "./assessment";

/** @throws InputError where the file is no assessment of a version that is known here. */
export function readAssessment(file: string): Assessment {
    const mend = "name the assessment.json of an earlier `charter assess`";
    let document: unknown;
    try {
        document = JSON.parse(readFileSync(file, "utf8"));
    } catch (error) {
        const what =
            error instanceof SyntaxError ? "is no complete JSON" : `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
        throw new InputError(what, { file, mend });
    }
    if (
        typeof document !== "object" ||
        document === null ||
        !("schemaVersion" in document) ||
        !("commitments" in document) ||
        !Array.isArray(document.commitments)
    )
        throw new InputError("is no assessment", { file, mend });
    if (document.schemaVersion !== ASSESSMENT_VERSION)
        throw new InputError(`has schemaVersion ${String(document.schemaVersion)}; ${String(ASSESSMENT_VERSION)} is read`, { file, mend });
    return document as unknown as Assessment;
}
