// The published schema of an assessment, from its types.
import path from "node:path";
import { createGenerator } from "ts-json-schema-generator";

export function assessmentSchema(root) {
    const schema = createGenerator({
        path: path.join(root, "src/assessment/assessment.ts"),
        tsconfig: path.join(root, "tsconfig.json"),
        type: "Assessment",
        topRef: false,
        skipTypeCheck: true,
    }).createSchema("Assessment");
    const { $schema, ...rest } = schema;
    const head = {
        $schema,
        $id: "https://github.com/nhs-supplier-charter/nhs-supplier-charter/blob/main/docs/schemas/assessment.schema.json",
        title: "Self-assessment of nhs-supplier-charter",
        description: "What charter assess writes as assessment.json.",
    };
    return `${JSON.stringify({ ...head, ...rest }, undefined, 4)}\n`;
}
