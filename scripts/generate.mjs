// Writes policies/index.ts from the files beside it, and every *.generated.ts from its source: the installed SDKs and the tokens that policies use
// (types), and the YAML of src/charter (charter).
//   npm run generate                     write what has changed, then the docs from it
//   node scripts/generate.mjs --check    write nothing; exit 1 and name what differs (the tests call this)
//   node scripts/generate.mjs TOKEN…     give these type tokens an argument type too, though no policy uses them yet
// Words among the arguments that name a generator ("types", "charter", "docs") restrict the run to it; docs only run when named.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const GENERATORS = ["types", "charter", "docs"];
const words = process.argv.slice(2);
const check = words.includes("--check");
const tokens = words.filter(word => word.includes(":"));
const unknown = words.filter(word => word !== "--check" && !word.includes(":") && !GENERATORS.includes(word));
if (unknown.length > 0) {
    console.error(`generate: unknown argument ${unknown.join(", ")}`);
    process.exit(2);
}
// The docs are derived from what the others write, and stand by themselves.
const wants = name => words.includes(name) || (name !== "docs" && !words.some(word => GENERATORS.includes(word)));

const files = {};
const problems = [];
if (wants("types")) {
    const { generateTypes } = await import("./generate-types.mjs");
    const { policiesIndex } = await import("./generate-index.mjs");
    Object.assign(files, generateTypes(root, tokens, problems), { "policies/index.ts": policiesIndex(root) });
}
if (wants("charter")) {
    const { generateCharter } = await import("./generate-charter.mjs");
    Object.assign(files, generateCharter(root, problems));
}
if (wants("docs")) {
    const { generateDocs } = await import("./generate-docs.mjs");
    const { assessmentSchema } = await import("./generate-schema.mjs");
    Object.assign(files, await generateDocs(root), { "docs/schemas/assessment.schema.json": assessmentSchema(root) });
    for (const page of fs.existsSync(path.join(root, "docs/policies")) ? fs.readdirSync(path.join(root, "docs/policies")) : []) {
        if (`docs/policies/${page}` in files) continue;
        if (check) problems.push(`docs/policies/${page} is of no policy: run \`npm run generate\``);
        else fs.rmSync(path.join(root, "docs/policies", page));
    }
}
for (const problem of problems) console.error(problem);

const differing = Object.entries(files).filter(([file, text]) => {
    const target = path.join(root, file);
    return !fs.existsSync(target) || fs.readFileSync(target, "utf8") !== text;
});
for (const [file, text] of differing) {
    if (check) console.error(`${file} is out of date: run \`npm run generate\``);
    else {
        fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
        fs.writeFileSync(path.join(root, file), text);
        console.log(`wrote ${file}`);
    }
}
process.exitCode = problems.length > 0 || (check && differing.length > 0) ? 1 : 0;
