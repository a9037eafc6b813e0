import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { previewProgram, type PreviewOptions, type PreviewRun } from "../../src/preview";
import type { Resource } from "../../src/policy/resource";

const PACKAGES = path.resolve(__dirname, "../../node_modules");
const made: string[] = [];

/** A folder with these files (path to text), in which this repository's packages are installed. Pulumi.yaml and package.json are added where absent. */
export function scratch(files: Readonly<Record<string, string>>): string {
    const folder = mkdtempSync(path.join(tmpdir(), "charter-preview-"));
    made.push(folder);
    symlinkSync(PACKAGES, path.join(folder, "node_modules"));
    const all = { "Pulumi.yaml": "name: trial\nruntime: nodejs\n", "package.json": `{ "private": true }`, ...files };
    for (const [name, text] of Object.entries(all)) {
        mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
        writeFileSync(path.join(folder, name), text);
    }
    return folder;
}

/** Runs a program given as the text of its index.ts, with further files and options. */
export function run(program: string, files: Readonly<Record<string, string>> = {}, options: Partial<PreviewOptions> = {}): Promise<PreviewRun> {
    return previewProgram({ directory: scratch({ "index.ts": program, ...files }), ...options });
}

/** The resource of a name, which must be there. */
export function named(run: PreviewRun, name: string, type = ""): Resource {
    const found = run.resources.find(resource => resource.name === name && resource.token.includes(type));
    if (!found) throw new Error(`no ${name} among ${run.resources.map(resource => resource.urn).join(", ")}`);
    return found;
}

export function removeScratch(): void {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
