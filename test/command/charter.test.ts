import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.join(__dirname, "../..");
const CLI = path.join(ROOT, "dist/cli.js");

interface Run {
    readonly code: number | null;
    readonly stdout: string;
    readonly stderr: string;
}

let folder: string;

/** Runs the built command in the test's own folder, which lies in the repository so that programs find the SDKs. */
function charter(...args: readonly string[]): Run {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, CHARTER_DATE: "2026-11-22", NO_COLOR: "1" },
    });
    return { code: status, stdout, stderr };
}

function file(name: string, content: string): string {
    const at = path.join(folder, name);
    mkdirSync(path.dirname(at), { recursive: true });
    writeFileSync(at, content);
    return at;
}

const PROGRAM = `
const aws = require("@pulumi/aws/rds");
new aws.Instance("records", { engine: "postgres", engineVersion: "17.2", instanceClass: "db.t4g.small", username: "app", allocatedStorage: 20, storageEncrypted: true, backupRetentionPeriod: 1 });
`;

/** A project with one database whose backups are kept for too short. */
function project(stackFile = "config: {}\n"): void {
    file("app/Pulumi.yaml", "name: records\nruntime: nodejs\n");
    file("app/Pulumi.dev.yaml", stackFile);
    file("app/package.json", '{ "name": "records", "main": "index.js" }');
    file("app/index.js", PROGRAM);
}

beforeEach(() => {
    mkdirSync(path.join(ROOT, ".cache"), { recursive: true });
    folder = mkdtempSync(path.join(ROOT, ".cache/command-"));
});
afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
});

interface Report {
    readonly summary: Readonly<Record<string, number>>;
    readonly findings: readonly { readonly policy: string; readonly name: string; readonly verdict: string; readonly enforcementLevel: string }[];
}

function findings(json: string, policy: string): string[] {
    const reports = JSON.parse(json) as Report[];
    return reports.flatMap(r => r.findings.filter(f => f.policy === policy).map(f => `${f.name} ${f.verdict} ${f.enforcementLevel}`));
}

const RETENTION = "aws-rds-backup-retention";

describe("charter preview", () => {
    test("a mandatory violation: exit 1, and policy, resource, property and mend in the text", () => {
        project();
        const run = charter("preview", "app");
        expect(run.stderr).toBe("");
        expect(run.code).toBe(1);
        for (const word of [RETENTION, "records", "backupRetentionPeriod", "Set backupRetentionPeriod to at least", "index.js:3", "✗ blocked"])
            expect(run.stdout).toContain(word);
    });

    test("presets, from the command line and from the stack's configuration", () => {
        project("config:\n  nhs-supplier-charter:preset: adopt\n");
        expect(charter("preview", "app").code).toBe(0);
        expect(charter("preview", "app", "--preset", "charter").code).toBe(1);
        expect(findings(charter("preview", "app", "--format", "json").stdout, RETENTION)).toEqual(["records fail advisory"]);
    });

    test("settings and waivers of the stack's configuration", () => {
        project(`config:
  nhs-supplier-charter:preset: adopt
  nhs-supplier-charter:waivers:
    - policy: ${RETENTION}
      resource: records
      reason: Rebuilt nightly.
      approvedBy: Head of operations
      approvedOn: 2026-11-01
      expires: 2027-01-01
`);
        expect(findings(charter("preview", "app", "--format", "json").stdout, RETENTION)).toEqual(["records waived advisory"]);
        project(`config:\n  nhs-supplier-charter:settings:\n    ${RETENTION}:\n      minRetentionDays: 1\n`);
        expect(findings(charter("preview", "app", "--format", "json").stdout, RETENTION)).toEqual([]);
    });

    test("levels and settings of --policy-pack-config win over the preset", () => {
        project();
        const levels = file("levels.json", JSON.stringify({ all: "disabled", [RETENTION]: "advisory" }));
        expect(findings(charter("preview", "app", "--format", "json", "--policy-pack-config", levels).stdout, RETENTION)).toEqual([
            "records fail advisory",
        ]);
        const settings = file("settings.json", JSON.stringify({ [RETENTION]: { minRetentionDays: 1 } }));
        expect(findings(charter("preview", "app", "--format", "json", "--policy-pack-config", settings).stdout, RETENTION)).toEqual([]);
    });

    test("several formats go to several files, and text to the terminal", () => {
        project();
        const run = charter("preview", "app", "--format", "text,json", "-o", "out");
        expect(run.stdout).toContain("✗ blocked");
        expect(findings(readFileSync(path.join(folder, "out.json"), "utf8"), RETENTION)).toEqual(["records fail mandatory"]);
        expect(charter("report", "out.json").code).toBe(1);
    });

    test("a program that fails: exit 3", () => {
        project();
        file("app/index.js", 'throw new Error("no such table");');
        const run = charter("preview", "app");
        expect(run.code).toBe(3);
        expect(run.stderr).toContain("no such table");
    });
});

const EXPORT = {
    version: 3,
    deployment: {
        resources: [
            { urn: "urn:pulumi:prod::records::pulumi:pulumi:Stack::records-prod", custom: false, type: "pulumi:pulumi:Stack" },
            {
                urn: "urn:pulumi:prod::records::pulumi:providers:aws::default",
                custom: true,
                id: "p",
                type: "pulumi:providers:aws",
                inputs: { region: "eu-west-2" },
            },
            {
                urn: "urn:pulumi:prod::records::aws:rds/instance:Instance::records",
                custom: true,
                id: "db-1",
                type: "aws:rds/instance:Instance",
                inputs: {
                    backupRetentionPeriod: 1,
                    password: { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:x" },
                },
                outputs: {},
                provider: "urn:pulumi:prod::records::pulumi:providers:aws::default::p",
            },
            {
                urn: "urn:pulumi:prod::records::aws:rds/instance:Instance::old",
                custom: true,
                delete: true,
                id: "db-0",
                type: "aws:rds/instance:Instance",
                inputs: {},
            },
        ],
    },
};

describe("charter audit", () => {
    test("judges an export by its inputs, without what is to be deleted", () => {
        file("prod.json", JSON.stringify(EXPORT));
        const run = charter("audit", "prod.json", "--format", "json");
        expect(run.code).toBe(1);
        expect(findings(run.stdout, RETENTION)).toEqual(["records fail mandatory"]);
        expect((JSON.parse(run.stdout) as { source: object; run: object }[])[0]).toMatchObject({
            source: { project: "records", stack: "prod", resources: 1 },
            run: { kind: "state" },
        });
    });

    test("reads charter.yaml, in which every entry that matches applies and later ones win", () => {
        file("states/prod.json", JSON.stringify(EXPORT));
        file(
            "charter.yaml",
            `stacks:\n  - match: records/*\n    preset: strict\n  - match: "*/prod"\n    preset: adopt\n  - match: other/*\n    preset: strict\n`,
        );
        expect(findings(charter("audit", "states", "--format", "json").stdout, RETENTION)).toEqual(["records fail advisory"]);
    });

    test("names what is not known, and promises no update", () => {
        const resources = EXPORT.deployment.resources.map(r => (r.id === "db-1" ? { ...r, inputs: { backupRetentionPeriod: "[secret]" } } : r));
        file("prod.json", JSON.stringify({ version: 3, deployment: { resources } }));
        const { stdout } = charter("audit", "prod.json", "--only", `${RETENTION},aws-rds-storage-encrypted`);
        expect(stdout).toContain(
            "`backupRetentionPeriod` is not known from the state. What may be wrong: Automated backups are kept for fewer than 7 days.",
        );
        expect(stdout).not.toContain("update");
        expect(stdout).toMatch(/1 undetermined, 0 checks passed on 1 resource\n$/);
        project();
        const unknown = 'backupRetentionPeriod: new (require("@pulumi/aws/sqs").Queue)("results").id.apply(Number)';
        file("app/index.js", PROGRAM.replace("backupRetentionPeriod: 1", unknown));
        expect(charter("preview", "app", "--only", RETENTION).stdout).toContain("`backupRetentionPeriod` is not known before the update.");
    });

    test("says where an export holds nothing", () => {
        file("exports/prod.json", JSON.stringify({ version: 3, deployment: {} }));
        file("exports/node_modules/some/package.json", "{}");
        const { code, stdout } = charter("audit", "exports");
        expect(stdout).toContain("! exports/prod.json holds no resources: there was nothing to judge.");
        expect(code).toBe(0);
    });
});

describe("bad input is one line that says what to mend, and exit 2", () => {
    const bad = (args: readonly string[]): string => {
        const run = charter(...args);
        expect(run.stdout).toBe("");
        expect(run.code).toBe(2);
        return run.stderr.trim().split("\n")[0] ?? "";
    };

    test.each<[string, () => readonly string[], RegExp]>([
        ["no Pulumi.yaml", () => ["preview", "."], /Pulumi\.yaml/],
        [
            "malformed YAML",
            () => {
                project();
                file("app/Pulumi.yaml", "name: records\nruntime: [nodejs\n");
                return ["preview", "app"];
            },
            /Pulumi\.yaml:\d+: malformed YAML/,
        ],
        [
            "an unknown stack",
            () => {
                project();
                return ["preview", "app", "--stack", "live"];
            },
            /live.*dev/,
        ],
        ["an unknown option", () => ["preview", ".", "--strict"], /unknown option '--strict'/],
        ["an unknown command", () => ["previews"], /unknown command 'previews'/],
        ["an unknown format", () => ["preview", ".", "--format", "jsn"], /unknown format 'jsn'; did you mean 'json'\?/],
        [
            "an unknown preset",
            () => (project(), ["preview", "app", "--preset", "harsh"]),
            /unknown preset 'harsh'; must be one of charter, adopt, strict/,
        ],
        ["a date that is none", () => ["preview", ".", "--date", "tomorrow"], /'tomorrow' is no date; write --date YYYY-MM-DD/],
        [
            "an unreadable export",
            () => {
                file("prod.json", '{"version": 3, "deployment": {"resources": [');
                return ["audit", "prod.json"];
            },
            /prod\.json: is no complete JSON; write it again with `pulumi stack export/,
        ],
        ["an export that does not exist", () => ["audit", "gone.json"], /gone\.json: does not exist/],
        [
            "an unknown policy in settings",
            () => {
                project(`config:\n  nhs-supplier-charter:settings:\n    ${RETENTION}s:\n      minRetentionDays: 1\n`);
                return ["preview", "app"];
            },
            new RegExp(`app/Pulumi\\.dev\\.yaml:3: unknown policy '${RETENTION}s'; did you mean '${RETENTION}'\\?`),
        ],
        [
            "a setting of the wrong type",
            () => {
                project(`config:\n  nhs-supplier-charter:settings:\n    ${RETENTION}:\n      minRetentionDays: "1"\n`);
                return ["preview", "app"];
            },
            /app\/Pulumi\.dev\.yaml:4: .*minRetentionDays' must be of type integer/,
        ],
        [
            "a malformed waiver",
            () => {
                project(`config:\n  nhs-supplier-charter:waivers:\n    - policy: ${RETENTION}\n      resource: records\n`);
                return ["preview", "app"];
            },
            /app\/Pulumi\.dev\.yaml:3: .*waivers\[0\]' lacks the key 'reason'/,
        ],
        [
            "an unknown key in charter.yaml",
            () => {
                file("prod.json", JSON.stringify(EXPORT));
                file("charter.yaml", "stacks:\n  - match: records/*\n    presets: strict\n");
                return ["audit", "prod.json"];
            },
            /charter\.yaml:3: unknown key 'presets'; did you mean 'preset'\?/,
        ],
        [
            "an unknown policy in --policy-pack-config",
            () => {
                project();
                file("levels.json", '{\n  "aws-rds": "advisory"\n}');
                return ["preview", "app", "--policy-pack-config", "levels.json"];
            },
            /levels\.json:2: unknown policy 'aws-rds'; did you mean/,
        ],
        [
            "a word of --only that means nothing",
            () => (project(), ["preview", "app", "--only", "backups"]),
            /--only: nothing is called 'backups'; did you mean/,
        ],
        [
            "words of --only that leave nothing",
            () => (project(), ["preview", "app", "--only", "aws,azure-*"]),
            /--only: no policy is at once aws, azure-\*/,
        ],
        [
            "a baseline that is none",
            () => {
                project();
                file("known.json", "[]");
                return ["preview", "app", "--baseline", "known.json"];
            },
            /known\.json: is no baseline; write it with `charter baseline write FILE`/,
        ],
        [
            "a baseline of a policy that does not exist",
            () => {
                project();
                file("known.json", JSON.stringify({ schemaVersion: 1, writtenOn: "2026-11-22", findings: [{ policy: "aws-x", urn: "urn" }] }));
                return ["preview", "app", "--baseline", "known.json"];
            },
            /known\.json: holds the policy 'aws-x', which does not exist/,
        ],
        ["a baseline of nothing", () => ["baseline", "write", "known.json", "gone"], /gone: does not exist; name folders with Pulumi\.yaml/],
        ["days that are no number", () => (project(), ["waivers", "app", "--fail-if-expiring-in", "soon"]), /'soon' is no number of days/],
        [
            "a stack of charter.yaml without its project",
            () => (file("charter.yaml", "stacks: []\n"), ["config", "dev"]),
            /'dev' is neither a folder with Pulumi\.yaml nor a stack/,
        ],
        ["a preset to begin with that does not exist", () => (project(), ["init", "app", "--preset", "easy"]), /unknown preset 'easy'/],
        ["an empty --only", () => (project(), ["preview", "app", "--only", ""]), /--only names nothing; leave it out to take all/],
        ["a time without end", () => (project(), ["preview", "app", "--timeout", "1e9"]), /'1e9' is no number of seconds from 1 to 86400/],
        [
            "a plan of another tool",
            () => (file("plan.json", '{"format_version": "1.2", "resource_changes": []}'), ["audit", "plan.json"]),
            /plan\.json: is no stack export: it has no `deployment`; write it with `pulumi stack export/,
        ],
        [
            "an export with a urn that is none",
            () => {
                file("prod.json", JSON.stringify({ version: 3, deployment: { resources: [{ urn: "records", type: "aws:s3/bucket:Bucket" }] } }));
                return ["audit", "prod.json"];
            },
            /prod\.json: the urn of resource 0 of the deployment is none of Pulumi's/,
        ],
        ["a report of nothing", () => (file("report.json", "[]"), ["report", "report.json"]), /report\.json: holds no report; name a file/],
        [
            "a report that lacks a part",
            () => (file("report.json", '[{"schemaVersion": 1}]'), ["report", "report.json"]),
            /report\.json: entry 0 is no report: 'summary' must count every verdict; name a file/,
        ],
        [
            "a report with a finding that lacks a part",
            () => {
                file("prod.json", JSON.stringify(EXPORT));
                const [report] = JSON.parse(charter("audit", "prod.json", "--format", "json").stdout) as [object];
                file("report.json", JSON.stringify([{ ...report, findings: [{ policy: RETENTION }] }]));
                return ["report", "report.json"];
            },
            /report\.json: entry 0 is no report: 'findings' lacks 'commitment'/,
        ],
        [
            "a place that cannot be written",
            () => (file("prod.json", JSON.stringify(EXPORT)), ["audit", "prod.json", "-o", "gone/report.txt"]),
            /gone\/report\.txt: cannot be written: .*; check the path of -o/,
        ],
        [
            "a tab in charter.yaml",
            () => {
                file("prod.json", JSON.stringify(EXPORT));
                file("charter.yaml", "stacks:\n\t- match: records/*\n");
                return ["audit", "prod.json"];
            },
            /charter\.yaml:2: malformed YAML: Tabs are not allowed/,
        ],
        ["an unknown policy to explain", () => ["explain", "aws-rds-backup"], /unknown policy 'aws-rds-backup'; did you mean/],
    ])("%s", (_, prepare, line) => {
        expect(bad(prepare())).toMatch(line);
    });
});

const WAIVER = `config:
  nhs-supplier-charter:waivers:
    - policy: ${RETENTION}
      resource: records
      reason: Rebuilt nightly.
      approvedBy: Head of operations
      approvedOn: 2026-11-01
      expires: 2026-12-01
`;

describe("adoption", () => {
    test("a baseline lets through what it holds, shows it, and blocks what is new", () => {
        project();
        expect(charter("baseline", "write", "known.json", "app").code).toBe(0);
        const known = charter("preview", "app", "--preset", "strict", "--baseline", "known.json");
        expect(known.code).toBe(0);
        expect(known.stdout).toContain(`baselined  ${RETENTION}`);
        file("app/index.js", PROGRAM.replace('"records"', '"reports"'));
        const fresh = charter("preview", "app", "--preset", "strict", "--baseline", "known.json", "--format", "json");
        expect(fresh.code).toBe(1);
        expect(findings(fresh.stdout, RETENTION)).toEqual(["reports fail mandatory"]);
    });

    test("what is mended is told, so that the baseline can shrink", () => {
        project();
        charter("baseline", "write", "known.json", "app");
        file("app/index.js", PROGRAM.replace("backupRetentionPeriod: 1", "backupRetentionPeriod: 30"));
        const { stdout } = charter("preview", "app", "--baseline", "known.json");
        expect(stdout).toContain(`The baseline still holds ${RETENTION} on records (backupRetentionPeriod), which is mended`);
        expect(charter("preview", "app", "--only", "mfa-and-federation", "--baseline", "known.json").stdout).not.toContain("mended");
    });

    test("a baseline is written from reports and exports too", () => {
        project();
        charter("preview", "app", "--format", "json", "-o", "report.json");
        charter("baseline", "write", "a.json", "app");
        charter("baseline", "write", "b.json", "report.json");
        expect(readFileSync(path.join(folder, "b.json"), "utf8")).toBe(readFileSync(path.join(folder, "a.json"), "utf8"));
        file("prod.json", JSON.stringify(EXPORT));
        expect(charter("baseline", "write", "c.json", "prod.json").stdout).toMatch(/holds [1-9]\d* violations/);
    });

    test("--only takes some policies, and says so in the report", () => {
        project();
        const run = charter("preview", "app", "--only", "backup-and-recovery,critical,high", "--format", "json");
        const [report] = JSON.parse(run.stdout) as { run: { selection: string }; policies: { name: string }[] }[];
        expect(report?.run.selection).toBe("backup-and-recovery,critical,high");
        expect(report?.policies.map(p => p.name)).toContain(RETENTION);
        expect(report?.policies.map(p => p.name)).not.toContain("aws-rds-storage-encrypted");
    });

    test("waivers are listed with their days, and CI is told in time", () => {
        project(WAIVER);
        const list = charter("waivers", "app", "--format", "json");
        expect(JSON.parse(list.stdout)).toMatchObject([{ stack: "records/dev", policy: RETENTION, state: "valid", daysLeft: 9 }]);
        expect(charter("waivers", "app", "--fail-if-expiring-in", "8").code).toBe(0);
        const due = charter("waivers", "app", "--fail-if-expiring-in", "9");
        expect([due.code, due.stderr]).toEqual([1, "charter: 1 of 1 waivers end within 9 days\n"]);
        expect(charter("waivers", "app", "--date", "2026-12-02").stdout).toMatch(/^expired/);
    });

    test("config says what is in force, and where from", () => {
        project(
            "config:\n  nhs-supplier-charter:preset: adopt\n  nhs-supplier-charter:settings:\n    aws-rds-backup-retention:\n      minRetentionDays: 14\n",
        );
        const values = (...more: readonly string[]): Record<string, string> => {
            const { values: rows } = JSON.parse(charter("config", "app", "--format", "json", ...more).stdout) as {
                values: { key: string; value: unknown; source: string }[];
            };
            return Object.fromEntries(rows.map(({ key, value, source }) => [key, `${JSON.stringify(value)} ${source}`]));
        };
        expect(values()).toMatchObject({
            preset: '"adopt" app/Pulumi.dev.yaml:2',
            "settings.aws-rds-backup-retention.minRetentionDays": "14 app/Pulumi.dev.yaml:5",
            "estate.ephemeral": "false default",
        });
        expect(values("--preset", "strict").preset).toBe('"strict" --preset');
        file("levels.json", '{ "aws-rds-backup-retention": { "enforcementLevel": "disabled", "minRetentionDays": 20 } }');
        expect(values("--policy-pack-config", "levels.json")).toMatchObject({
            "levels.aws-rds-backup-retention": '"disabled" --policy-pack-config levels.json',
            "settings.aws-rds-backup-retention.minRetentionDays": "20 --policy-pack-config levels.json",
        });
        expect(Object.keys(values("--all")).length).toBeGreaterThan(500);
    });

    test("init writes nothing twice", () => {
        project();
        file(".git/HEAD", "");
        expect(charter("init", "app").stdout).toMatch(/wrote +app\/Pulumi\.dev\.yaml[\s\S]*wrote +\.github\/workflows\/charter\.yml/);
        const before = readFileSync(path.join(folder, "app/Pulumi.dev.yaml"), "utf8");
        expect(charter("init", "app").stdout).toMatch(/kept +app\/Pulumi\.dev\.yaml[\s\S]*kept +\.github/);
        expect(readFileSync(path.join(folder, "app/Pulumi.dev.yaml"), "utf8")).toBe(before);
        expect(charter("preview", "app").code).toBe(0);
    });
});

describe("what there is", () => {
    test("policies as JSON", () => {
        const run = charter("policies", "--format", "json");
        expect(run.code).toBe(0);
        const [first] = JSON.parse(run.stdout) as Record<string, unknown>[];
        expect(Object.keys(first ?? {}).sort()).toEqual(
            [
                "commitment",
                "evidence",
                "kind",
                "name",
                "provider",
                "reads",
                "references",
                "remediates",
                "settings",
                "severity",
                "since",
                "strength",
                "title",
                "topic",
                "types",
                "url",
            ].sort(),
        );
    });
    test("explain says why and how", () => {
        const run = charter("explain", RETENTION);
        expect(run.code).toBe(0);
        for (const head of ["Why", "How to meet it", "Settings", "minRetentionDays = 7"]) expect(run.stdout).toContain(head);
    });
    test("version and help", () => {
        expect(charter("--version")).toEqual({ code: 0, stdout: "1.0.0\n", stderr: "" });
        expect(charter("--help").code).toBe(0);
    });
});

describe("charter assess", () => {
    test("--init writes the questions once, and the assessment goes into every file that its guide names", () => {
        project();
        expect(charter("assess", "--init").code).toBe(0);
        expect(charter("assess", "--init")).toMatchObject({ code: 2, stderr: expect.stringContaining("exists already") as string });
        expect(charter("assess", "app").stderr).toBe("charter: attestations.yaml:21: 'organisation.name' is empty; fill it in\n");
        file("attestations.yaml", readFileSync(path.join(folder, "attestations.yaml"), "utf8").replace('name: ""', "name: Acme"));
        const run = charter("assess", "app");
        expect(run).toMatchObject({ code: 0, stderr: "" });
        expect(run.stdout).toContain("5 Immutable backup and recovery  failed: 3 policies are violated.");
        const guide = readFileSync(path.join(ROOT, "docs/assessment.md"), "utf8");
        const named = [...guide.matchAll(/`((?:assessment|findings|controls)\.\w+)`/g)].map(([, name]) => name);
        expect(readdirSync(path.join(folder, "charter-assessment")).sort()).toEqual([...new Set(named)].sort());
        const states = JSON.parse(readFileSync(path.join(folder, "charter-assessment/assessment.json"), "utf8")) as {
            commitments: { state: string }[];
        };
        expect(states.commitments.map(c => c.state)).toEqual(["missing", "missing", "failed", "failed", "failed", "missing", "missing", "failed"]);

        expect(charter("assess", "app", "--fail-below", "partial").code).toBe(1);
        expect(charter("assess", "app", "--previous", "charter-assessment/assessment.json", "-o", "next").code).toBe(0);
        expect(readFileSync(path.join(folder, "next/assessment.md"), "utf8")).toContain("## Changes since 2026-11-22\n\nNone.");
        charter("preview", "app", "--format", "json", "-o", "report.json");
        expect(charter("assess", "report.json", "-o", "of-report").stdout).toContain("5 Immutable backup and recovery  failed");
    });

    test.each([
        [
            "an answer that is none",
            "organisation: { name: A }\nscope: { products: [B] }\nattestations:\n  - question: standards-met/status\n    answer: maybe\n",
            "attestations.yaml:5",
        ],
        [
            "a question that is none",
            "organisation: { name: A }\nscope: { products: [B] }\nattestations:\n  - question: standards-met/stats\n    answer: yes\n",
            "standards-met/status",
        ],
    ])("%s: exit 2, with the line", (_, text, said) => {
        file("attestations.yaml", text);
        const run = charter("assess");
        expect(run.code).toBe(2);
        expect(run.stderr).toContain(said);
        expect(run.stderr.trim().split("\n")).toHaveLength(1);
    });
});
