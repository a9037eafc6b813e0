import { join } from "node:path";
import { runBoth } from "./both";
import { REPOSITORY } from "./pulumi";
import { Staged } from "./staged";
import { showable, shown, verdictsOf } from "./verdicts";

/** Two buckets that destroy what they hold, and a key that does not rotate, which a second follows. */
const PROGRAM = join(REPOSITORY, "test/cli/programs/remediable");
const BUCKETS = "aws-storage-force-destroy-off";
const KEYS = "aws-kms-key-rotation-enabled";

jest.setTimeout(120_000);

let staged: Staged;
beforeAll(() => {
    staged = Staged.make();
});
afterAll(() => {
    staged.remove();
});

const failing = (findings: readonly { readonly policy: string; readonly name: string; readonly verdict: string }[]): string[] =>
    findings.filter(f => f.verdict === "fail" && [BUCKETS, KEYS].includes(f.policy)).map(f => `${f.policy} ${f.name}`);

test("at the level mandatory the policies fault it, both ways", async () => {
    const { real, offline } = await runBoth(PROGRAM, staged, { packConfig: { [BUCKETS]: "mandatory", [KEYS]: "mandatory" } });
    if (!real.report || !offline.report) throw new Error(`${real.stdout}${real.stderr}${offline.stderr}`);
    expect(failing(offline.report.findings).sort()).toEqual([`${KEYS} follower`, `${KEYS} key`, `${BUCKETS} logs`, `${BUCKETS} records`]);
    expect(failing(real.report.findings).sort()).toEqual(failing(offline.report.findings).sort());
});

test("at the level remediate they set it right before it is judged, both ways, and the program sees it", async () => {
    const { real, offline } = await runBoth(PROGRAM, staged, { packConfig: { [BUCKETS]: "remediate", [KEYS]: "remediate" } });
    if (!real.report || !offline.report) throw new Error(`${real.stdout}${real.stderr}${offline.stderr}`);
    expect(failing(offline.report.findings)).toEqual([]);
    expect(verdictsOf(real.report)).toEqual(verdictsOf(offline.report));
    expect(shown(real.violations)).toEqual(showable(real.report));
    expect(offline.report.notices?.filter(notice => notice.includes(" set "))).toEqual([
        `${KEYS} set enableKeyRotation of key (aws:kms/key:Key).`,
        `${BUCKETS} set forceDestroy of logs (aws:s3/bucket:Bucket).`,
        `${BUCKETS} set forceDestroy of records (aws:s3/bucket:Bucket).`,
    ]);
    expect(real.stdout).toMatch(/\[remediate\]\s+aws-storage-force-destroy-off/);
    for (const text of [real.stdout, offline.stdout]) expect(text).not.toContain("records-of-the-hospital");
});

test("a fix plan shows what they would change, changes nothing and shows no secret", async () => {
    const { code, stdout } = await staged.charter(["preview", PROGRAM, "--fix-plan"], { cwd: REPOSITORY });
    expect(code).toBe(0);
    expect(stdout).toContain(`records  aws:s3/bucket:Bucket  index.ts:4
  ${BUCKETS}
-     forceDestroy: true
+     forceDestroy: false
`);
    expect(stdout).toContain(`logs  aws:s3/bucket:Bucket  index.ts:5
  ${BUCKETS}
-     forceDestroy: [secret]
+     forceDestroy: [secret]
`);
    expect(stdout).toContain("4 changes to 4 resources; nothing was changed.");
    expect(stdout).toContain(`{"${KEYS}":"remediate","${BUCKETS}":"remediate"}`);
    expect(stdout).not.toContain("records-of-the-hospital");
});
