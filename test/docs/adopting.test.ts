import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseDocument } from "yaml";

const ROOT = path.join(__dirname, "../..");
const GUIDE = readFileSync(path.join(ROOT, "docs/adopting.md"), "utf8");

/** The guide's fenced blocks by heading, in order. */
interface Block {
    readonly heading: string;
    readonly language: string;
    readonly text: string;
}

function blocks(): readonly Block[] {
    return GUIDE.split(/^## /m)
        .slice(1)
        .flatMap(section => {
            const heading = section.slice(0, section.indexOf("\n"));
            return [...section.matchAll(/^```(sh|yaml)\n([\s\S]*?)^```/gm)].map(([, language = "", text = ""]) => ({ heading, language, text }));
        });
}

const PROGRAM = `
const aws = require("@pulumi/aws/rds");
new aws.Instance("records", { engine: "postgres", engineVersion: "17.2", instanceClass: "db.t4g.small", username: "app", allocatedStorage: 20, backupRetentionPeriod: 1 });
`;
const STACK = "urn:pulumi:dev::records::pulumi:pulumi:Stack::records-dev";
const EXPORT = {
    version: 3,
    deployment: {
        resources: [
            { urn: STACK, type: "pulumi:pulumi:Stack", custom: false },
            {
                urn: "urn:pulumi:dev::records::aws:rds/instance:Instance::records",
                type: "aws:rds/instance:Instance",
                custom: true,
                id: "records",
                parent: STACK,
                inputs: { engine: "postgres", engineVersion: "17.2", instanceClass: "db.t4g.small", backupRetentionPeriod: 1 },
                outputs: {},
            },
        ],
    },
};

describe("the guide to adoption", () => {
    let folder: string;
    const at = (name: string): string => path.join(folder, name);

    /** Runs a line as it stands. `pulumi config set` is carried out on the stack's file: the CLI is not at hand here. */
    function run(line: string): { readonly code: number | null; readonly output: string } {
        const set = /^pulumi config set (\S+) (\S+)$/.exec(line);
        if (set) {
            const document = parseDocument(readFileSync(at("Pulumi.dev.yaml"), "utf8"));
            document.setIn(["config", set[1] ?? ""], set[2]);
            writeFileSync(at("Pulumi.dev.yaml"), document.toString());
            return { code: 0, output: "" };
        }
        const { status, stdout, stderr } = spawnSync("bash", ["--norc", "-euo", "pipefail", "-c", line], {
            cwd: folder,
            encoding: "utf8",
            env: { ...process.env, NO_COLOR: "1", CHARTER_DATE: "2026-11-22" },
        });
        return { code: status, output: stdout + stderr };
    }

    beforeAll(() => {
        mkdirSync(path.join(ROOT, ".cache"), { recursive: true });
        folder = mkdtempSync(path.join(ROOT, ".cache/adopting-"));
        writeFileSync(at("Pulumi.yaml"), "name: records\nruntime: nodejs\n");
        writeFileSync(at("package.json"), '{ "name": "records", "private": true, "devDependencies": { "nhs-supplier-charter": "1.0.0" } }\n');
        writeFileSync(at("index.js"), PROGRAM);
        mkdirSync(at(".git"));
        mkdirSync(at("exports"));
        writeFileSync(at("exports/records.json"), JSON.stringify(EXPORT));
        mkdirSync(at("node_modules/.bin"), { recursive: true });
        symlinkSync(path.join(ROOT, "dist/cli.js"), at("node_modules/.bin/charter"));
    });
    afterAll(() => {
        rmSync(folder, { recursive: true, force: true });
    });

    /** What must be seen of a line, lest nothing is. */
    const SEEN: readonly (readonly [RegExp, RegExp])[] = [
        [/^npx charter init$/, /wrote +Pulumi\.dev\.yaml[\s\S]*wrote +\.github\/workflows\/charter\.yml/],
        [/^npx charter preview$/, /advisory +aws-rds-storage-encrypted[\s\S]*✓ not blocked/],
        [/--only backup-and-recovery$/, /^(?![\s\S]*aws-rds-storage-encrypted)[\s\S]*advisory +aws-rds-backup-retention/],
        [/^npx charter explain/, /Why/],
        [/^npx charter baseline write/, /holds \d+ violations/],
        [/--preset strict --baseline/, /baselined +aws-rds-storage-encrypted[\s\S]*✓ not blocked/],
        [/--fix-plan$/, /aws-data-store-deletion-protection\n\+ +deletionProtection: true[\s\S]*nothing was changed/],
        [/^npx charter waivers$/, /61 days left +2027-01-22 +aws-rds-backup-retention on records/],
        [/--only aws-rds-backup-retention --preset strict/, /waived +aws-rds-backup-retention[\s\S]*until 2027-01-22/],
        [/^npx charter config$/, /preset +charter +Pulumi\.dev\.yaml:\d+/],
        [/^npx charter preview --baseline/, /✓ not blocked: .*baselined/],
        [/^npx charter audit exports/, /waived +aws-rds-backup-retention[\s\S]*✓ not blocked/],
        [/^npx charter waivers --charter-file/, /61 days left/],
        [/^npx charter config --charter-file/, /preset +adopt +charter\.yaml:3/],
    ];

    test("has steps", () => {
        const lines = blocks().flatMap(block => (block.language === "sh" ? block.text.trim().split("\n") : []));
        expect(SEEN.filter(([line]) => !lines.some(l => line.test(l))).map(([line]) => String(line))).toEqual([]);
    });

    // In order, since each step stands on those before it.
    test.each(blocks().map((block, i) => [`${String(i + 1)}: ${block.heading} (${block.language})`, block] as const))(
        "%s",
        (_, { language, text }) => {
            if (language === "yaml") {
                writeFileSync(at(text.startsWith("stacks:") ? "charter.yaml" : "Pulumi.dev.yaml"), text);
                return;
            }
            for (const line of text.trim().split("\n")) {
                const { code, output } = run(line);
                expect({ line, code, output }).toEqual({ line, code: 0, output: expect.any(String) as string });
                for (const [of, seen] of SEEN) if (of.test(line)) expect(output).toMatch(seen);
            }
        },
        60_000,
    );
});
