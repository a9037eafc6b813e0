import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { baselineOf } from "../../src/report/baseline";
import { runBoth } from "./both";
import { REPOSITORY, type RunOptions } from "./pulumi";
import { Staged } from "./staged";
import { showable, shown, verdictsOf } from "./verdicts";

/** Two databases, one of them not encrypted, both on an old engine with short retention. */
const PROGRAM = join(REPOSITORY, "test/cli/programs/javascript");
const key = (name: string): string => `nhs-supplier-charter:${name}`;

const approval = { reason: "being replaced", approvedBy: "ciso@example.org" };
const waiver = (policy: string, resource: string, approvedOn: string, expires: string): object => ({
    policy,
    resource,
    approvedOn,
    expires,
    ...approval,
});

jest.setTimeout(120_000);

let staged: Staged;
beforeAll(() => {
    staged = Staged.make();
});
afterAll(() => {
    staged.remove();
});

/** Each asks something else of the same program. `expected` says what must be seen of it, lest both ways ignore it alike. */
const ASKED: readonly (RunOptions & { readonly name: string; readonly expected: RegExp })[] = [
    { name: "the default preset", expected: /aws-rds-storage-encrypted \| .*::b \| fail \| mandatory/ },
    { name: "preset adopt", stackConfig: { [key("preset")]: "adopt" }, expected: /aws-rds-storage-encrypted \| .*::b \| fail \| advisory/ },
    {
        name: "preset strict",
        stackConfig: { [key("preset")]: "strict" },
        expected: /aws-rds-cross-region-recovery|aws-database-multi-az \| .* \| fail \| mandatory/,
    },
    {
        name: "CHARTER_PRESET over the configuration",
        stackConfig: { [key("preset")]: "strict" },
        env: { CHARTER_PRESET: "adopt" },
        expected: /aws-rds-storage-encrypted \| .*::b \| fail \| advisory/,
    },
    {
        name: "levels by name in --policy-pack-config",
        packConfig: {
            "aws-rds-storage-encrypted": "advisory",
            "aws-rds-backup-retention": "disabled",
            "aws-database-multi-az": { enforcementLevel: "mandatory" },
        },
        expected: /^(?!.*aws-rds-backup-retention \|).*aws-database-multi-az \| .* \| fail \| mandatory/,
    },
    {
        name: "all levels in --policy-pack-config, and one otherwise",
        stackConfig: { [key("preset")]: "strict" },
        packConfig: { all: "disabled", "aws-rds-storage-encrypted": "mandatory" },
        expected: /^aws-rds-storage-encrypted \|[^,]*::b \| fail \| mandatory[^,]*$/,
    },
    {
        name: "charter-notices disabled, and nothing else with it",
        packConfig: { "charter-notices": "disabled" },
        expected: /aws-rds-storage-encrypted \| .*::b \| fail \| mandatory/,
    },
    {
        name: "all levels mandatory in --policy-pack-config, but for notices",
        packConfig: { all: "mandatory" },
        expected: /aws-database-multi-az \| .* \| fail \| mandatory/,
    },
    {
        name: "the level remediate",
        packConfig: { "aws-rds-storage-encrypted": "remediate" },
        expected: /aws-rds-storage-encrypted \| .*::b \| fail/,
    },
    {
        name: "a setting in the configuration",
        stackConfig: { [key("settings")]: { "aws-rds-backup-retention": { minRetentionDays: 3 } } },
        expected: /^(?!.*aws-rds-backup-retention \|)/,
    },
    {
        name: "a setting in --policy-pack-config over the configuration",
        stackConfig: { [key("settings")]: { "aws-rds-backup-retention": { minRetentionDays: 3 } } },
        packConfig: { "aws-rds-backup-retention": { enforcementLevel: "advisory", minRetentionDays: 30 } },
        expected: /aws-rds-backup-retention \| .*::a \| fail \| advisory/,
    },
    {
        name: "waivers used, expired, too long and unused, with a pattern",
        stackConfig: {
            [key("waivers")]: [
                waiver("aws-rds-storage-encrypted", "b", "2026-11-01", "2026-11-30"),
                waiver("aws-rds-backup-retention", "*", "2026-10-01", "2026-11-21"),
                waiver("aws-rds-backups-survive-deletion", "a", "2026-11-01", "2027-11-01"),
                waiver("aws-database-not-publicly-accessible", "a", "2026-11-01", "2026-11-30"),
                waiver("aws-database-multi-az", "urn:pulumi:*::b", "2026-11-01", "2027-01-01"),
            ],
        },
        expected: /aws-rds-storage-encrypted \| [^,]*::b \| waived \| advisory/,
    },
    {
        name: "an inherited control and an estate that holds the account's baseline",
        stackConfig: {
            [key("estate")]: { holds: ["account-baseline"] },
            [key("inheritedFrom")]: [{ policy: "aws-guardduty-enabled", from: "acme/security/prod", expires: "2027-03-31", ...approval }],
        },
        expected: /^(?!.*aws-guardduty-enabled).*aws-cloudtrail-multi-region-and-logging \| [^,]*pulumi:pulumi:Stack::javascript-dev \| fail/,
    },
];

test.each(ASKED)("both ways: $name", async ({ name: _, expected, ...options }) => {
    const { real, offline } = await runBoth(PROGRAM, staged, options);
    if (!real.report || !offline.report) throw new Error(`${real.stdout}${real.stderr}${offline.stderr}`);
    const verdicts = verdictsOf(offline.report);
    expect(verdicts.findings.join(",")).toMatch(expected);
    expect(verdictsOf(real.report)).toEqual(verdicts);
    expect(shown(real.violations)).toEqual(showable(real.report));
    expect(real.report.waivers).toEqual(offline.report.waivers);
    expect(real.report.inherited).toEqual(offline.report.inherited);
    expect(real.report.run).toEqual(offline.report.run);
});

test("both ways: a baseline lets through what it holds", async () => {
    const first = await runBoth(PROGRAM, staged, { stackConfig: { [key("preset")]: "strict" } });
    if (!first.offline.report) throw new Error(first.offline.stderr);
    // One violation less than there are.
    const [dropped, ...known] = baselineOf([first.offline.report], "2026-11-22").findings;
    const file = join(staged.directory, "known.json");
    writeFileSync(file, JSON.stringify({ schemaVersion: 1, writtenOn: "2026-11-22", findings: known }));
    const { real, offline } = await runBoth(PROGRAM, staged, { stackConfig: { [key("preset")]: "strict" }, env: { CHARTER_BASELINE: file } });
    if (!real.report || !offline.report) throw new Error(`${real.stdout}${real.stderr}${offline.stderr}`);
    expect(verdictsOf(real.report)).toEqual(verdictsOf(offline.report));
    expect(real.report.baseline).toEqual(offline.report.baseline);
    const blocking = offline.report.findings.filter(f => f.verdict === "fail" && f.enforcementLevel === "mandatory" && f.advice !== true);
    expect(blocking.map(f => [f.policy, f.urn])).toEqual([[dropped?.policy, dropped?.urn]]);
    expect(shown(real.violations)).toEqual(showable(real.report));
});

test("both ways: dates without quotes, and defaults for all stacks in Pulumi.yaml", async () => {
    const { real, offline } = await runBoth(PROGRAM, staged, {}, directory => {
        const project = join(directory, "Pulumi.yaml");
        writeFileSync(project, readFileSync(project, "utf8").replace("config:\n", `config:\n  ${key("preset")}: { value: strict }\n`));
        appendFileSync(
            join(directory, "Pulumi.dev.yaml"),
            `  ${key("waivers")}:\n    - { policy: aws-rds-storage-encrypted, resource: b, reason: r, approvedBy: c, approvedOn: 2026-11-01, expires: 2026-11-22 }\n`,
        );
    });
    if (!real.report || !offline.report) throw new Error(`${real.stdout}${real.stderr}${offline.stderr}`);
    expect(real.report.run.preset).toBe("strict");
    expect(real.report.waivers).toMatchObject([{ state: "used", approvedOn: "2026-11-01", expires: "2026-11-22" }]);
    expect(real.report.waivers).toEqual(offline.report.waivers);
    expect(verdictsOf(real.report)).toEqual(verdictsOf(offline.report));
});

/** Each is refused before anything is judged, in a line that holds these words. */
const REFUSED: readonly (RunOptions & { readonly name: string; readonly words: string })[] = [
    {
        name: "an unknown policy in the settings",
        stackConfig: { [key("settings")]: { "aws-rds-storage-encripted": {} } },
        words: "unknown policy 'aws-rds-storage-encripted'; did you mean 'aws-rds-storage-encrypted'?",
    },
    {
        name: "an unknown key",
        stackConfig: { [key("presett")]: "strict" },
        words: "unknown key 'nhs-supplier-charter:presett'; did you mean 'preset'?",
    },
    {
        name: "a setting of the wrong type",
        stackConfig: { [key("settings")]: { "aws-rds-backup-retention": { minRetentionDays: "many" } } },
        words: "'nhs-supplier-charter:settings.aws-rds-backup-retention.minRetentionDays' must be of type integer",
    },
    {
        name: "an unknown preset",
        stackConfig: { [key("preset")]: "lenient" },
        words: "'nhs-supplier-charter:preset' must be one of charter, adopt, strict",
    },
    {
        name: "an unknown CHARTER_PRESET",
        env: { CHARTER_PRESET: "lenient" },
        words: "unknown preset 'lenient'",
    },
    {
        name: "a malformed waiver",
        stackConfig: { [key("waivers")]: [{ policy: "aws-rds-storage-encrypted", resource: "b", ...approval }] },
        words: "'nhs-supplier-charter:waivers[0]' lacks the key 'approvedOn'",
    },
    {
        name: "an unknown policy in --policy-pack-config",
        packConfig: { "aws-rds-storage-encripted": "advisory" },
        words: "unknown policy 'aws-rds-storage-encripted'; did you mean 'aws-rds-storage-encrypted'?",
    },
    {
        name: "an unknown setting in --policy-pack-config",
        packConfig: { "aws-rds-backup-retention": { minRetentionDay: 3 } },
        words: "has the unknown key 'minRetentionDay'; did you mean 'minRetentionDays'?",
    },
];

test.each(REFUSED)("both ways refuse $name", async ({ name: _, words, ...options }) => {
    const { real, offline } = await runBoth(PROGRAM, staged, options);
    expect(offline.code).toBe(2);
    expect(offline.stdout).toBe("");
    expect(offline.stderr.trim().split("\n")).toEqual([expect.stringContaining(words)]);
    expect(real.code).not.toBe(0);
    expect(real.violations).toEqual([]);
    expect(real.report).toBeUndefined();
    expect(`${real.stdout}${real.stderr}`.split("\n").filter(line => line.includes(words))).toEqual([
        expect.stringMatching(/^ *error: .*configuring policy pack "nhs-supplier-charter" at .*: .*nhs-supplier-charter: /),
    ]);
});
