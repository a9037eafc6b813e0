// Derives from the policies and their cases: a page a policy, an index a commitment, and the table of the README.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";

/** @param {string} root @returns {Promise<Record<string, string>>} texts by path */
export async function generateDocs(root) {
    const { policies, commitments, topicControls, familyOf, cases, UNKNOWN } = await load(root);
    const files = {};
    for (const policy of policies) files[`docs/policies/${policy.name}.md`] = page(policy);
    files["docs/policies/charter-notices.md"] = NOTICES;
    for (const commitment of commitments) files[`docs/policies/${commitment.id}.md`] = index(commitment);
    files["docs/policies/README.md"] = `${HEADER}# Policies\n\n${table("")}\n`;
    const readme = readFileSync(path.join(root, "README.md"), "utf8");
    files["README.md"] = readme.replace(
        /(<!-- commitments:begin -->\n)[\s\S]*(<!-- commitments:end -->)/,
        (_, begin, end) => `${begin}\n${aligned(table("docs/policies/"))}\n\n${end}`,
    );
    return files;

    function table(prefix) {
        const rows = commitments.map(({ id, number, title }) => {
            const own = policies.filter(p => p.commitment === id);
            const count = provider => own.filter(p => p.name.startsWith(`${provider}-`)).length;
            const mandatory = own.filter(p => p.strength === "core" && ["critical", "high"].includes(p.severity)).length;
            return `| ${number} [${title}](${prefix}${id}.md) | ${own.length} | ${count("aws")} | ${count("azure")} | ${count("entra")} | ${mandatory} |`;
        });
        return ["| commitment | policies | AWS | Azure | Entra | mandatory by default |", "| --- | --- | --- | --- | --- | --- |", ...rows].join(
            "\n",
        );
    }

    function index({ id, number, title, statement, evidenceLimit }) {
        const rows = policies.filter(p => p.commitment === id).map(p => `| [${p.name}](${p.name}.md) | ${p.severity} | ${p.strength} | ${p.title} |`);
        return `${HEADER}# ${number} ${title}\n\n${statement}\n\n${evidenceLimit}\n\n| policy | severity | strength | what holds |\n| --- | --- | --- | --- |\n${rows.join("\n")}\n`;
    }

    function page(policy) {
        const { number, title } = commitments.find(c => c.id === policy.commitment);
        const settings = Object.entries(policy.settings).map(
            ([name, s]) => `| \`${name}\` | ${s.type} | \`${JSON.stringify(s.default)}\` | ${s.description} |`,
        );
        const own = cases.get(policy.name);
        const parts = [
            `# ${policy.name}`,
            `${policy.title}.`,
            `${policy.why}`,
            `**How to meet it.** ${policy.fix}`,
            [
                "| | |",
                "| --- | --- |",
                `| commitment | ${number} [${title}](${policy.commitment}.md)${policy.part ? ` (${policy.part})` : ""} |`,
                `| severity | ${policy.severity} |`,
                `| strength | ${policy.strength} |`,
                `| a pass proves | ${policy.evidence} |`,
                `| kind | ${policy.kind === "resource" ? "resource policy" : "stack policy"} |`,
                ...(policy.holds ? [`| asked where | \`estate.holds\` names \`${policy.holds}\` |`] : []),
                ...(policy.remedies ? [`| sets right | ${policy.remedies.map(remedy).join(", ")} |`] : []),
                `| since | ${policy.since} |`,
                `| judges | ${policy.on
                    .flatMap(familyOf)
                    .map(t => `\`${t}\``)
                    .join(" ")} |`,
                ...(policy.reads.length > 0 ? [`| looks at | ${[...new Set(policy.reads.flatMap(familyOf))].map(t => `\`${t}\``).join(" ")} |`] : []),
                `| controls | ${topicControls(policy.topic).join(", ")} |`,
                `| references | ${policy.references.join(", ")} |`,
            ].join("\n"),
            ...(settings.length > 0
                ? [`## Settings\n\n| setting | type | default | what it says |\n| --- | --- | --- | --- |\n${settings.join("\n")}`]
                : []),
            ...(own ? ["## Examples", example("Passes", own.compliant), example("Is a violation", own.violating)] : []),
        ];
        return `${HEADER}${parts.filter(Boolean).join("\n\n")}\n`;
    }

    function example(word, kinds) {
        const [[title, short] = []] = Object.entries(kinds ?? {});
        if (title === undefined) return "";
        const { resources, property, estate, settings } = full(short);
        const given = [...(estate ? [`estate ${JSON.stringify(estate)}`] : []), ...(settings ? [`settings ${JSON.stringify(settings)}`] : [])];
        const text = resources.map(r => `${r.type} ${render(r.props)}`).join("\n\n");
        const head = `**${word}:** ${title}${given.length > 0 ? ` (${given.join(", ")})` : ""}${property ? `, at \`${property}\`` : ""}`;
        return `${head}\n\n\`\`\`text\n${text}\n\`\`\``;
    }

    function full(short) {
        if ("resources" in short) return short;
        if (Array.isArray(short) && typeof short[1] === "string") return { resources: [short[0]].flat(), property: short[1] };
        return { resources: [short].flat() };
    }

    /** As a program would write it; what only the cloud knows as a word. */
    function render(value, indent = "") {
        if (value === UNKNOWN) return "<known after the update>";
        if (typeof value === "string" && /^\s*\{/.test(value)) {
            try {
                return `JSON.stringify(${render(JSON.parse(value), indent)})`;
            } catch {
                return JSON.stringify(value);
            }
        }
        if (Array.isArray(value))
            return value.length === 0 ? "[]" : `[\n${value.map(v => `${indent}    ${render(v, `${indent}    `)},`).join("\n")}\n${indent}]`;
        if (typeof value === "object" && value !== null) {
            const entries = Object.entries(value).filter(([, v]) => v !== undefined);
            if (entries.length === 0) return "{}";
            return `{\n${entries.map(([k, v]) => `${indent}    ${/^\w+$/.test(k) ? k : JSON.stringify(k)}: ${render(v, `${indent}    `)},`).join("\n")}\n${indent}}`;
        }
        return JSON.stringify(value);
    }
}

/** A property, and the value that it is set to where that is always the same. */
function remedy({ path, value }) {
    return typeof value === "function" ? `\`${path}\`` : `\`${path}\` to \`${JSON.stringify(value)}\``;
}

/** The table with columns of equal width, as prettier writes it. */
function aligned(table) {
    const rows = table.split("\n").map(row => row.split(" | ").map(cell => cell.replace(/^\| | \|$/g, "")));
    const widths = rows[0].map((_, i) => Math.max(...rows.map(row => row[i].length)));
    return rows
        .map(row => row.map((cell, i) => (cell === "---" ? "-".repeat(widths[i]) : cell.padEnd(widths[i]))))
        .map(row => `| ${row.join(" | ")} |`)
        .join("\n");
}

const HEADER = "<!-- Generated by `npm run generate` from the policies and their cases. Do not edit. -->\n\n";

const NOTICES = `${HEADER}# charter-notices

Not a policy of the charter: the name under which the pack says, in the Pulumi CLI, what is no violation but should be known. Always advisory.

- What was not known before the update, in one line: those pairs are \`undetermined\`, never a pass. \`charter preview\` lists them all.
- Waivers that are unused, expired or longer than allowed, and inherited controls that are unused or expired.
- What could not be judged, such as the children of a remote component.
`;

async function load(root) {
    const folder = path.join(root, "test/policies");
    const caseFiles = readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter(file => file.endsWith(".cases.ts"))
        .sort();
    const entry = [
        `export { policies } from "./policies";`,
        `export { COMMITMENTS as commitments } from "./src/charter/commitments";`,
        `export { topicControls } from "./src/charter/topics";`,
        `export { familyOf } from "./src/policy/families";`,
        `export { UNKNOWN } from "./src/policy/unknown";`,
        ...caseFiles.map((file, i) => `import { cases as c${i} } from "./test/policies/${file}";`),
        `export const cases = new Map([${caseFiles.map((_, i) => `...Object.entries(c${i})`).join(", ")}]);`,
    ].join("\n");
    const outfile = path.join(root, ".cache/docs.cjs");
    await build({
        stdin: { contents: entry, resolveDir: root, loader: "ts" },
        bundle: true,
        platform: "node",
        format: "cjs",
        outfile,
        external: ["@pulumi/*"],
        logLevel: "error",
    });
    const require = createRequire(import.meta.url);
    delete require.cache[outfile];
    return require(outfile);
}
