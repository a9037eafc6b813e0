import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Edit, REFERENCE_DATE, ROOT, STACKS } from "./support";

/** Each stack's own: what an engineer might change in its program, and what its README tells people to set in earnest. */
const stacks = STACKS.map(stack => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- found by the stack's name
    const { edits, inEarnest } = require(`./${stack}.edits`) as { readonly edits: readonly Edit[]; readonly inEarnest: readonly string[] };
    return { stack, edits, inEarnest };
});

test.each(stacks)("$stack is changed in three ways at least", ({ edits }) => {
    expect(edits.length).toBeGreaterThanOrEqual(3);
});

/** Inside the repository, where a program finds the packages that it imports. */
const CACHE = path.join(ROOT, ".cache", "changed-programs");
let copies: string;
beforeAll(() => {
    mkdirSync(CACHE, { recursive: true });
    copies = mkdtempSync(path.join(CACHE, "run-"));
});
afterAll(() => {
    rmSync(copies, { recursive: true, force: true });
});

test.each(stacks.flatMap(({ stack, edits }) => edits.map(edit => [stack, edit.policy, edit] as const)))(
    "%s is blocked by %s once its program is changed",
    async (stack, _, edit) => {
        const directory = path.join(copies, `${stack}-${edit.policy}`);
        cpSync(path.join(ROOT, "reference-stacks", stack), directory, {
            recursive: true,
            filter: source => path.basename(source) !== "node_modules",
        });
        const file = path.join(directory, edit.file);
        const program = readFileSync(file, "utf8");
        const changed = program.replace(edit.from, edit.to);
        expect(changed).not.toBe(program);
        writeFileSync(file, changed);

        const { code, output } = await preview(directory);
        expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining(edit.policy) as string });
        const finding = output.slice(output.indexOf(edit.policy));
        for (const words of [edit.resource, edit.property, edit.mend]) expect(finding).toContain(words);
    },
    60_000,
);

test.each(stacks.map(({ stack, inEarnest }) => [stack, inEarnest] as const))(
    "%s passes with the configuration that its README asks for in earnest",
    async (stack, values) => {
        const { code, output } = await preview(path.join(ROOT, "reference-stacks", stack), ...values.flatMap(value => ["--config", value]));
        expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/✓ not blocked: \d+ checks passed/) as string });
        expect(output).not.toMatch(/undetermined|advice|waived/i);
    },
    60_000,
);

function preview(directory: string, ...more: string[]): Promise<{ code: number; output: string }> {
    const args = [path.join(ROOT, "dist", "cli.js"), "preview", directory, "--preset", "strict", "--date", REFERENCE_DATE, ...more];
    return new Promise(resolve => {
        execFile(process.execPath, args, { env: { ...process.env, NO_COLOR: "1" } }, (error, stdout, stderr) => {
            resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr });
        });
    });
}
