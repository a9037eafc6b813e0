// Writes the library's declarations, one file for each module system: dist/index.d.ts and dist/index.d.mts. They need no cloud SDK.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const types = path.join(root, ".cache/types");
rmSync(types, { recursive: true, force: true });
execFileSync(process.execPath, [createRequire(import.meta.url).resolve("typescript/bin/tsc"), "-p", path.join(root, "tsconfig.build.json")], {
    stdio: "inherit",
});

const read = file => readFileSync(path.join(types, file), "utf8");
// src/index.ts exports from these two, and neither imports a further file of ours.
const sources = [...read("src/index.d.ts").matchAll(/from "\.\/([\w/]+)"/g)].map(match => `src/${match[1]}.d.ts`);
const declarations = sources.map(read).join("\n");
const own = /from "\.[^"]*"/.exec(declarations);
if (own) throw new Error(`the library's declarations import ${own[0]}: bring them into one file`);
mkdirSync(path.join(root, "dist"), { recursive: true });
for (const name of ["index.d.ts", "index.d.mts"]) writeFileSync(path.join(root, "dist", name), declarations);
