import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

    test("several formats go to several files", () => {
        project();
        const run = charter("preview", "app", "--format", "text,json", "-o", "out");
        expect(run.stdout).toBe("");
        expect(readFileSync(path.join(folder, "out.txt"), "utf8")).toContain("✗ blocked");
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
        ["an unknown policy to explain", () => ["explain", "aws-rds-backup"], /unknown policy 'aws-rds-backup'; did you mean/],
    ])("%s", (_, prepare, line) => {
        expect(bad(prepare())).toMatch(line);
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
