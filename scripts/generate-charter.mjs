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

/** Rows as tuples: cycle, standardEnds, extendedEnds ("" where absent), index of source, index of checkedOn, verify, note. */
function lifecycles(root, problems) {
    const data = parse(fs.readFileSync(path.join(root, "src/charter/lifecycles.yaml"), "utf8"));
    const sources = [];
    const days = [];
    const index = (list, value) => (list.includes(value) ? list.indexOf(value) : list.push(value) - 1);
    const tables = new Map();
    for (const row of data.rows) {
        const name = `lifecycles.yaml: ${row.product} ${row.cycle}`;
        for (const key of ["standardEnds", "extendedEnds", "checkedOn"])
            if (row[key] !== undefined && (!DAY.test(row[key]) || Number.isNaN(Date.parse(row[key])))) problems.push(`${name}: ${key} is not a day`);
        for (const key of ["product", "cycle", "source", "checkedOn"])
            if (typeof row[key] !== "string") problems.push(`${name}: ${key} is missing or not text`);
        if (row.extendedEnds !== undefined && !(row.standardEnds <= row.extendedEnds))
            problems.push(`${name}: extended support ends before standard support`);
        if (row.standardEnds === undefined && row.verify !== true && row.source !== "RFC 8996")
            problems.push(`${name}: a row without an end needs \`verify\``);
        const table = tables.get(row.product) ?? tables.set(row.product, []).get(row.product);
        if (table.some(([cycle]) => cycle.toLowerCase() === row.cycle.toLowerCase())) problems.push(`${name} is there twice`);
        const tuple = [
            row.cycle,
            row.standardEnds ?? "",
            row.extendedEnds ?? "",
            index(sources, row.source),
            index(days, row.checkedOn),
            row.verify ? 1 : 0,
        ];
        table.push(row.note === undefined ? tuple : [...tuple, row.note]);
    }
    for (const [product, leader] of Object.entries(data.follows))
        if (!tables.has(leader)) problems.push(`lifecycles.yaml: ${product} follows ${leader}, which has no rows`);
    const products = [...tables].map(
        ([product, table]) => `    ${JSON.stringify(product)}: [\n${table.map(row => `        ${JSON.stringify(row)},\n`).join("")}    ],\n`,
    );
    return {
        "src/charter/lifecycles.generated.ts": [
            HEAD("lifecycles.yaml"),
            "/** Cycle, standardEnds, extendedEnds (empty where there is none), index in SOURCES, index in CHECKED_ON, 1 where not certain, note. */",
            "type Row = readonly [string, string, string, number, number, 0 | 1, string?];",
            "",
            `export const SOURCES: readonly string[] = ${lines(sources)};`,
            "",
            `export const CHECKED_ON: readonly string[] = ${JSON.stringify(days)};`,
            "",
            "/** A product to the product whose rows count where it has none of its own. */",
            `export const FOLLOWS = ${lines(data.follows)} as const;`,
            "",
            `export const LIFECYCLES = {\n${products.join("")}} as const satisfies Readonly<Record<string, readonly Row[]>>;`,
            "",
        ].join("\n"),
    };
}

export function generateCharter(root, problems) {
    return { ...frameworks(root, problems), ...lifecycles(root, problems) };
}
