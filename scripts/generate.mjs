// Writes policies/index.ts from the files beside it, and every *.generated.ts from its source: the installed SDKs and the tokens that policies use
// (types), and the YAML of src/charter (charter).
//   npm run generate                     write what has changed
//   node scripts/generate.mjs --check    write nothing; exit 1 and name what differs (the tests call this)
//   node scripts/generate.mjs TOKEN…     give these type tokens an argument type too, though no policy uses them yet
// Words among the arguments that name a generator ("types", "charter") restrict the run to it.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const words = process.argv.slice(2);
const check = words.includes("--check");
const tokens = words.filter(word => word.includes(":"));
const unknown = words.filter(word => word !== "--check" && !word.includes(":") && !["types", "charter"].includes(word));
if (unknown.length > 0) {
    console.error(`generate: unknown argument ${unknown.join(", ")}`);
    process.exit(2);
}
const wants = name => words.includes(name) || (!words.includes("types") && !words.includes("charter"));

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
