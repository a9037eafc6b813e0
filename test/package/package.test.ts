import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command, publish, REPOSITORY, type Outcome } from "../cli/pulumi";
import { introduce } from "./analyzer";
import { Service } from "./service";

const { name: NAME, version: VERSION } = JSON.parse(readFileSync(join(REPOSITORY, "package.json"), "utf8")) as { name: string; version: string };

jest.setTimeout(900_000);

/** A folder that is not inside the repository, so that nothing is found in its node_modules. */
let home: string;
let installed: string;
let policies: readonly { readonly name: string; readonly commitment: string; readonly provider: string }[];

/** Runs a command that must not fail. */
async function run(name: string, args: readonly string[], cwd = home): Promise<Outcome> {
    const outcome = await command(name, args, { cwd, timeout: 600_000, env: { NO_COLOR: "1", CHARTER_DATE: "2026-11-22" } });
    if (outcome.code !== 0) throw new Error(`${name} ${args.join(" ")}: ${outcome.stdout}${outcome.stderr}`);
    return outcome;
}

beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), "charter-package-"));
    installed = join(home, "node_modules", NAME);
    await run("npm", ["run", "--silent", "build:types"], REPOSITORY);
    const packed = await run("npm", ["pack", "--silent", "--pack-destination", home], REPOSITORY);
    writeFileSync(join(home, "package.json"), JSON.stringify({ name: "empty", private: true }));
    await run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", join(home, packed.stdout.trim())]);
});
afterAll(() => {
    rmSync(home, { recursive: true, force: true });
});

test("npx charter answers, and lists the policies", async () => {
    expect((await run("npx", ["--no-install", "charter", "--version"])).stdout.trim()).toBe(VERSION);
    policies = JSON.parse((await run("npx", ["--no-install", "charter", "policies", "--format", "json"])).stdout) as typeof policies;
    expect(policies.length).toBeGreaterThanOrEqual(32);
});

test("its folder is a policy pack that writes nothing but its port", async () => {
    const { stdout, ...introduction } = await introduce(installed);
    expect(introduction).toEqual({ name: NAME, version: VERSION, policies: [...policies.map(policy => policy.name), "charter-notices"] });
    expect(stdout).toMatch(/^\d+\n$/);
});

const COUNT = "console.log(charterPolicies().length, charterPolicies({ only: ['aws-s3-bucket-versioning'] }).map(policy => policy.name).join());";
test.each([
    ["require", ["-e", `const { charterPolicies } = require("${NAME}"); ${COUNT}`]],
    ["import", ["--input-type=module", "-e", `import { charterPolicies } from "${NAME}"; ${COUNT}`]],
])("by %s it is a library that constructs no pack", async (_, args) => {
    const { stdout, stderr } = await run(process.execPath, args);
    expect(stderr).toBe("");
    expect(stdout.trim()).toBe(`${String(policies.length + 1)} aws-s3-bucket-versioning,charter-notices`);
});

test("the example of a pack that takes some of the policies and adds its own is what it says", async () => {
    const pack = join(home, "own-pack");
    cpSync(join(REPOSITORY, "examples/own-pack"), pack, { recursive: true });
    const backups = policies.filter(policy => policy.commitment === "backup-and-recovery" && policy.provider === "aws").map(policy => policy.name);
    expect(backups.length).toBeGreaterThan(20);
    expect(await introduce(pack)).toMatchObject({ name: "acme", policies: [...backups, "charter-notices", "acme-owner-tag"] });
});

test("its declarations serve TypeScript programs of both module systems", async () => {
    const program = `import { PolicyPack } from "@pulumi/policy"; import { charterPolicies, type StackReport } from "${NAME}";
        new PolicyPack("typed", { policies: charterPolicies({ only: [] }) }); export const failed = (report: StackReport): number => report.summary.fail;`;
    for (const extension of ["cts", "mts"]) writeFileSync(join(home, `typed.${extension}`), program);
    const options = { module: "nodenext", strict: true, noEmit: true, types: [] };
    writeFileSync(join(home, "tsconfig.json"), JSON.stringify({ compilerOptions: options, files: ["typed.cts", "typed.mts"] }));
    const { stdout } = await command(process.execPath, [join(REPOSITORY, "node_modules/typescript/bin/tsc"), "-p", home], { cwd: home });
    // The SDK's own declarations do not check; nobody else's are excused.
    expect(stdout.split("\n").filter(line => line.includes("error TS") && !line.startsWith("node_modules/@pulumi/"))).toEqual([]);
});

test("charter judges a program beside which it is installed", async () => {
    const program = join(home, "program");
    mkdirSync(program);
    writeFileSync(join(program, "Pulumi.yaml"), "name: program\nruntime: nodejs\n");
    writeFileSync(join(program, "package.json"), JSON.stringify({ name: "program", main: "index.js" }));
    writeFileSync(
        join(program, "index.js"),
        `const { CustomResource } = require("@pulumi/pulumi"); new CustomResource("aws:s3/bucket:Bucket", "bucket", { forceDestroy: true });`,
    );
    const { code, stdout } = await command("npx", ["--no-install", "charter", "preview", "program"], { cwd: home, env: { NO_COLOR: "1" } });
    expect(code).toBe(1);
    expect(stdout).toContain("aws-storage-force-destroy-off");
});

test("pulumi policy publish uploads a pack that answers", async () => {
    const service = await Service.start();
    try {
        const published = await publish(installed, service.address, join(home, "publisher"));
        expect({ ...published, code: published.code }).toMatchObject({ code: 0 });
        expect(service.completed).toBe(true);
        expect(service.publication?.name).toBe(NAME);
        expect(service.publication?.policies.map(policy => policy.name).sort()).toEqual(
            [...policies.map(policy => policy.name), "charter-notices"].sort(),
        );
        // Below the folder whose node_modules hold what it depends on.
        const unpacked = join(home, "uploaded");
        mkdirSync(unpacked);
        writeFileSync(join(unpacked, "pack.tgz"), service.upload ?? "");
        await run("tar", ["-xzf", "pack.tgz"], unpacked);
        expect((await introduce(join(unpacked, "package"))).policies).toHaveLength(policies.length + 1);
    } finally {
        service.stop();
    }
});
