import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY, withNewProject } from "./pulumi";
import { Staged } from "./staged";

const FOLDER = join(REPOSITORY, "reference-stacks");
const TEMPLATES = readdirSync(FOLDER).filter(name => existsSync(join(FOLDER, name, "Pulumi.yaml")));

jest.setTimeout(120_000);

let staged: Staged;
beforeAll(() => {
    staged = Staged.make();
});
afterAll(() => {
    staged.remove();
});

test.each(TEMPLATES)("pulumi new makes a project of %s that passes every policy as mandatory", async name => {
    await withNewProject(join(FOLDER, name), "own-name", async directory => {
        const { code, report, stderr } = await staged.report(["preview", directory, "--preset", "strict"], { cwd: directory });
        expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
        expect(report?.source.project).toBe("own-name");
        expect(report?.findings.filter(finding => finding.verdict === "fail")).toEqual([]);
    });
});
