// Runs every bench, one script a claim, and fails where a budget is missed: `npm run bench`, or `node bench/run.mjs start resource`.
// Prints text, and JSON to .cache/bench/results.json. Ratios only mean something within one run on one machine.
import { mkdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { root } from "./lib/analyzer.mjs";

const SCRIPTS = ["start", "resource", "stack", "evaluate", "preview"];
const wanted = process.argv.length > 2 ? process.argv.slice(2) : SCRIPTS;
const results = [];
console.log(`${os.cpus()[0]?.model ?? "unknown processor"}, ${os.cpus().length} cores, Node.js ${process.version}`);
for (const name of wanted) {
    const { default: run } = await import(`./${name}.mjs`);
    for (const result of await run()) {
        results.push({ bench: name, ...result });
        console.log(`${result.met ? "ok    " : "MISSED"}  ${result.what}: ${result.value} ${result.unit} (limit ${result.limit}); ${result.detail}`);
    }
}
mkdirSync(path.join(root, ".cache/bench"), { recursive: true });
writeFileSync(path.join(root, ".cache/bench/results.json"), `${JSON.stringify(results, undefined, 2)}\n`);
const missed = results.filter(result => !result.met).length;
console.log(missed === 0 ? `${results.length} budgets met` : `${missed} of ${results.length} budgets missed`);
process.exitCode = missed === 0 ? 0 : 1;
