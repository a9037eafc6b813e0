import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { StackReport } from "../../src/report/model";
import { MODES } from "./provider";
import { Project, REPOSITORY } from "./pulumi";
import { Staged } from "./staged";
import { showable, shown, verdictsOf } from "./verdicts";

const FOLDERS = ["reference-stacks", "test/cli/programs"];
/** Programs that end early, with the words by which both ways say so. */
const FAILING: Readonly<Record<string, RegExp>> = {
    throws: /the network plan has no room for subnet 3/,
    "missing-key": /Missing required configuration variable 'missing-key:retentionDays'/,
};

const programs = FOLDERS.flatMap(folder =>
    readdirSync(join(REPOSITORY, folder)).map(name => ({ name, path: join(REPOSITORY, folder, name) })),
).filter(({ path }) => existsSync(join(path, "Pulumi.yaml")));

jest.setTimeout(120_000);

let staged: Staged;
beforeAll(() => {
    staged = Staged.make();
});
afterAll(() => {
    staged.remove();
});

describe.each(programs)("$name, in the real CLI and offline", ({ name, path }) => {
    let project: Project;
    let offline: Awaited<ReturnType<Staged["report"]>>;
    beforeAll(async () => {
        project = Project.copy(path);
        const answers = project.answers === undefined ? [] : ["--answers", project.answers];
        offline = await staged.report(["preview", project.directory, ...answers], { cwd: project.directory });
    });
    afterAll(() => {
        project.remove();
    });

    const failure = FAILING[name];
    if (failure) {
        test("fails with the same words", async () => {
            expect(offline).toMatchObject({ code: 3, stderr: expect.stringMatching(failure) as string });
            const real = await project.preview({ pack: staged.directory });
            expect(real.code).not.toBe(0);
            expect(real.stdout + real.stderr).toMatch(failure);
        });
        return;
    }

    test.each(MODES)("%s provider", async mode => {
        const real = await project.preview({ pack: staged.directory, mode });
        if (!real.report) throw new Error(`pulumi preview (${String(real.code)}): ${real.stdout}${real.stderr}`);
        if (!offline.report) throw new Error(`charter preview (${String(offline.code)}): ${offline.stderr}`);
        expect(verdictsOf(real.report)).toEqual(verdictsOf(offline.report));
        expect(shown(real.violations)).toEqual(showable(real.report));
        expect([real.code !== 0, offline.code !== 0]).toEqual([blocked(real.report), blocked(real.report)]);
    });
});

function blocked(report: StackReport): boolean {
    return report.findings.some(finding => finding.enforcementLevel === "mandatory" && ["fail", "error"].includes(finding.verdict));
}
