import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { workflow as initWorkflow } from "../../src/cli/workflow";

const ROOT = path.join(__dirname, "../..");

interface Workflow {
    readonly permissions: Readonly<Record<string, string>>;
    readonly jobs: Readonly<
        Record<
            string,
            { readonly steps: readonly { readonly run?: string; readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> }[] }
        >
    >;
}

/** The README's workflow for GitHub. */
function workflow(): Workflow {
    const text = /```yaml\n(name: charter\n[\s\S]*?)```/.exec(readFileSync(path.join(ROOT, "README.md"), "utf8"))?.[1];
    if (text === undefined) throw new Error("the README has no workflow");
    return parse(text) as Workflow;
}

test("the README's example of a finding can be written in one place", () => {
    const [, change = "", , file = ""] =
        /write `(deletionProtection): (false)` in `([^`]+)`/.exec(readFileSync(path.join(ROOT, "README.md"), "utf8")) ?? [];
    expect(readFileSync(path.join(ROOT, file), "utf8").split(`${change}: true`)).toHaveLength(2);
});

describe("the README's workflow", () => {
    const steps = workflow().jobs.preview?.steps ?? [];
    const commands = steps.flatMap(step => step.run ?? []);
    let folder: string;

    beforeEach(() => {
        mkdirSync(path.join(ROOT, ".cache"), { recursive: true });
        folder = mkdtempSync(path.join(ROOT, ".cache/workflow-"));
        // The language host takes the program's entry point from the nearest package.json, which would be ours.
        writeFileSync(path.join(folder, "package.json"), '{ "name": "records", "private": true }\n');
        writeFileSync(path.join(folder, "Pulumi.yaml"), "name: records\nruntime: nodejs\n");
        writeFileSync(path.join(folder, "Pulumi.dev.yaml"), "config:\n  nhs-supplier-charter:preset: adopt\n");
        writeFileSync(path.join(folder, "index.js"), 'const { Queue } = require("@pulumi/aws/sqs/queue");\nnew Queue("results", {});\n');
        // What `npm ci` would have put there.
        mkdirSync(path.join(folder, "node_modules/.bin"), { recursive: true });
        symlinkSync(path.join(ROOT, "dist/cli.js"), path.join(folder, "node_modules/.bin/charter"));
    });
    afterEach(() => {
        rmSync(folder, { recursive: true, force: true });
    });

    test("is the one that charter init writes", () => {
        expect(readFileSync(path.join(ROOT, "README.md"), "utf8")).toContain(`\`\`\`yaml\n${initWorkflow("dev")}\`\`\``);
    });

    test("reads the code and nothing else", () => {
        expect(workflow().permissions).toEqual({ contents: "read" });
    });

    test("each command but the installation runs as written, and leaves what the last step uploads", () => {
        expect(commands[0]).toBe("npm ci");
        for (const command of commands.slice(1)) {
            const { status, stderr } = spawnSync("bash", ["--norc", "-euo", "pipefail", "-c", command], { cwd: folder, encoding: "utf8" });
            expect({ command, status, stderr }).toEqual({ command, status: 0, stderr: "" });
        }
        const uploaded = steps.at(-1)?.with?.path;
        expect(uploaded).toBe("charter.*");
        expect(existsSync(path.join(folder, "charter.json"))).toBe(true);
    });

    test("uses a version of Node.js that the package supports", () => {
        const version = steps.find(step => step.uses?.startsWith("actions/setup-node"))?.with?.["node-version"];
        expect(Number(version)).toBeGreaterThanOrEqual(20);
    });
});
