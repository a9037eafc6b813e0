// Lints everything, two at a time: the project itself, and each reference stack in a process of its own, since each loads the types of a whole cloud.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const eslint = path.join(path.dirname(createRequire(import.meta.url).resolve("eslint/package.json")), "bin/eslint.js");
const stacks = readdirSync(path.join(root, "reference-stacks"), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => [`reference-stacks/${entry.name}`]);
const left = [[".", "--ignore-pattern", "reference-stacks/"], ...stacks];

async function worker() {
    for (let args = left.shift(); args; args = left.shift()) {
        const code = await new Promise(resolve => {
            spawn(process.execPath, ["--max-old-space-size=6144", eslint, ...args], { cwd: root, stdio: "inherit" }).on("close", resolve);
        });
        if (code !== 0) process.exitCode = 1;
    }
}
await Promise.all([worker(), worker()]);
