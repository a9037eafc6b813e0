// Judges reference stacks offline, with every policy mandatory, at the date fixed for tests: `node scripts/preview-stacks.mjs [STACK…]`, all without names.
// Two at a time; prints each verdict, and exits with the worst code.
import { execFile } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { referenceDate } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")).config;
const all = readdirSync(path.join(root, "reference-stacks"), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort();
const wanted = process.argv.length > 2 ? process.argv.slice(2) : all;
const colour = process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: "1" } : {};

function judge(stack) {
    const args = [
        path.join(root, "dist/cli.js"),
        "preview",
        path.join("reference-stacks", stack),
        "--preset",
        "strict",
        "--date",
        process.env.CHARTER_DATE ?? referenceDate,
    ];
    return new Promise(resolve => {
        execFile(process.execPath, args, { cwd: root, env: { ...process.env, ...colour }, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
            resolve({ code: error ? (typeof error.code === "number" ? error.code : 3) : 0, text: stdout + stderr });
        });
    });
}

const running = [];
const results = wanted.map(() => undefined);
let next = 0;
let printed = 0;
const worker = async () => {
    while (next < wanted.length) {
        const i = next++;
        results[i] = await judge(wanted[i]);
        while (printed < wanted.length && results[printed]) process.stdout.write(`${results[printed++].text}\n`);
    }
};
for (let i = 0; i < 2; i++) running.push(worker());
await Promise.all(running);
process.exitCode = Math.max(0, ...results.map(result => result.code));
