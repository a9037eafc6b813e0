import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";

const ROOT = path.join(__dirname, "../..");

test("pages, indexes and the README's table are those of the policies and their cases", () => {
    const run = spawnSync(process.execPath, ["scripts/generate.mjs", "docs", "--check"], { cwd: ROOT, encoding: "utf8" });
    expect(run.stderr).toBe("");
    expect(run.status).toBe(0);
}, 60_000);

const pages = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", ...markdown("docs"), ...markdown("reference-stacks")];

function markdown(folder: string): string[] {
    return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
        .filter(file => file.endsWith(".md") && !file.includes("node_modules"))
        .map(file => path.join(folder, file));
}

test("no page links to a file that is not there", () => {
    const dead: string[] = [];
    for (const page of pages) {
        const text = readFileSync(path.join(ROOT, page), "utf8");
        for (const [, target] of text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
            if (target === undefined || /^[a-z]+:/.test(target)) continue;
            if (!existsSync(path.join(ROOT, path.dirname(page), target))) dead.push(`${page}: ${target}`);
        }
    }
    expect(dead).toEqual([]);
});
