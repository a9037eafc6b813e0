import { join } from "node:path";
import type { StackReport } from "../../src/report/model";
import { policyAnalyze, Project, REPOSITORY } from "./pulumi";
import { Staged } from "./staged";
import { showable, shown, verdictsOf } from "./verdicts";

/** `read-resources` is not among them: the command hands resources that are only read to policies like any others. */
const PROGRAMS = [
    "reference-stacks/aws-immutable-backup",
    "reference-stacks/azure-immutable-backup",
    ...["components", "documents", "entra", "providers", "versions"].map(name => `test/cli/programs/${name}`),
];
const WITH_SECRETS = ["azure", "secrets"].map(name => `test/cli/programs/${name}`);

jest.setTimeout(120_000);

let staged: Staged;
beforeAll(() => {
    staged = Staged.make();
});
afterAll(() => {
    staged.remove();
});

/** Deploys a copy of a program to stand-in providers. */
async function deployed(source: string, judge: (project: Project) => Promise<void>): Promise<void> {
    const project = Project.copy(join(REPOSITORY, source));
    try {
        const up = await project.up();
        if (up.code !== 0) throw new Error(`pulumi up: ${up.stdout}${up.stderr}`);
        await judge(project);
    } finally {
        project.remove();
    }
}

/** The pack cannot know that the command hands it a state, and speaks of an update. */
function asPreviewed<T>(verdicts: T): T {
    return JSON.parse(JSON.stringify(verdicts).replaceAll("from the state", "before the update")) as T;
}

/** Judges an export both ways. */
async function compare(project: Project, showSecrets: boolean, passphrase?: string): Promise<StackReport> {
    const state = join(project.directory, "..", "state.json");
    await project.exportTo(state, showSecrets);
    const env: Record<string, string> = passphrase === undefined ? {} : { PULUMI_CONFIG_PASSPHRASE: passphrase };
    const analysed = await policyAnalyze(state, { pack: staged.directory, env });
    const audited = await staged.report(["audit", state], { cwd: project.directory });
    if (!analysed.report || !audited.report) throw new Error(`${analysed.stdout}${analysed.stderr}${audited.stderr}`);
    expect(verdictsOf(analysed.report)).toEqual(asPreviewed(verdictsOf(audited.report)));
    expect(shown(analysed.violations)).toEqual(showable(analysed.report));
    expect(analysed.code !== 0).toBe(audited.code !== 0);
    return audited.report;
}

test.each(PROGRAMS)("the state of %s", async source => {
    await deployed(source, async project => {
        await compare(project, false);
    });
});

test.each(WITH_SECRETS)("the state of %s, its secrets in plain and out of reach", async source => {
    await deployed(source, async project => {
        const plain = await compare(project, true);
        const redacted = await compare(project, false, "not the passphrase");
        expect(redacted.summary.undetermined).toBeGreaterThan(plain.summary.undetermined);
    });
});
