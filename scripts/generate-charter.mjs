// The charter's reference data as TypeScript, so that nothing parses YAML when a pack starts.
import fs from "node:fs";
import path from "node:path";
import { parse } from "yaml";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const HEAD = source => `// Written by \`npm run generate\` from src/charter/${source}. Do not edit.\n`;

/** One line each for the members of the outermost lists and maps. */
function lines(value, depth = 1, indent = 0) {
    const pad = "    ".repeat(indent + 1);
    if (depth === 0 || typeof value !== "object" || value === null) return JSON.stringify(value);
    if (Array.isArray(value))
        return `[\n${value.map(element => `${pad}${lines(element, depth - 1, indent + 1)},\n`).join("")}${"    ".repeat(indent)}]`;
    const entries = Object.entries(value).map(([key, element]) => `${pad}${JSON.stringify(key)}: ${lines(element, depth - 1, indent + 1)},\n`);
    return `{\n${entries.join("")}${"    ".repeat(indent)}}`;
}

function frameworks(root, problems) {
    const data = parse(fs.readFileSync(path.join(root, "src/charter/controls.yaml"), "utf8"));
    const known = new Set();
    const byId = new Map(data.frameworks.map(framework => [framework.id, framework]));
    for (const framework of data.frameworks) {
        const ids = framework.controls.map(control => control.id);
        if (framework.inherits)
            ids.push(
                ...byId
                    .get(framework.inherits)
                    .controls.filter(control => control.sameIn32)
                    .map(control => control.id),
            );
        for (const id of ids) {
            if (known.has(`${framework.id}:${id}`)) problems.push(`controls.yaml: ${framework.id}:${id} is there twice`);
            known.add(`${framework.id}:${id}`);
        }
    }
    const mapped = [
        ...Object.values(data.commitmentMappings).flatMap(mapping => [...mapping.primary, ...mapping.related]),
        ...Object.values(data.policyTopicMappings).flat(),
    ];
    for (const id of mapped) if (!known.has(id)) problems.push(`controls.yaml: there is no control ${id}`);
    return {
        "src/charter/frameworks.generated.ts": [
            HEAD("controls.yaml"),
            'import type { CommitmentMapping, Framework } from "./frameworks";',
            'import type { CommitmentId } from "./commitments";',
            "",
            `export const FRAMEWORKS_AS_OF = ${JSON.stringify(data.asOf)};`,
            "",
            `export const FRAMEWORKS: readonly Framework[] = ${lines(data.frameworks, 3)};`,
            "",
            `export const COMMITMENT_MAPPINGS: Readonly<Record<CommitmentId, CommitmentMapping>> = ${lines(data.commitmentMappings, 2)};`,
            "",
        ].join("\n"),
        "src/charter/topics.generated.ts": [HEAD("controls.yaml"), `export const TOPICS = ${lines(data.policyTopicMappings)} as const;`, ""].join(
            "\n",
        ),
    };
}

export function generateCharter(root, problems) {
    return { ...frameworks(root, problems) };
}
