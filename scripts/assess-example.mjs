// Writes the assessment of a made-up supplier that runs every reference stack: `npm run assess`, into the folder that an argument names or examples/assessment.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { referenceDate } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")).config;
const stacks = readdirSync(path.join(root, "reference-stacks"), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => `reference-stacks/${entry.name}`)
    .sort();
const folder = process.argv[2] ?? "examples/assessment";
const options = ["--attestations", "examples/assessment/attestations.yaml", "--preset", "strict", "--date", referenceDate, "--resolve", "-o", folder];
execFileSync(process.execPath, ["dist/cli.js", "assess", ...stacks, ...options], { cwd: root, stdio: "inherit" });
