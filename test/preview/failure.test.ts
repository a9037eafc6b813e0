import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { previewProgram } from "../../src/preview";
import { ProgramError } from "../../src/errors";
import { removeScratch, run, scratch } from "./scratch";

jest.setTimeout(60_000);
afterAll(removeScratch);

/** The error of a run that must fail. */
async function failure(...given: Parameters<typeof run>): Promise<ProgramError> {
    const error: unknown = await run(...given).then(
        () => new Error("the run succeeded"),
        (reason: unknown) => reason,
    );
    if (!(error instanceof ProgramError)) throw error;
    expect(error.exitCode).toBe(3);
    return error;
}

const PULUMI = `import * as pulumi from "@pulumi/pulumi";\n`;

it.each([
    [
        "a missing configuration key",
        `${PULUMI}new pulumi.Config().require("size");`,
        "Missing required configuration variable 'trial:size'\n\tplease set a value using the command `pulumi config set trial:size <value>`\nOr give it here with --config trial:size=VALUE.",
    ],
    ["an exception", `${PULUMI}\nfunction inner() {\n    throw new Error("no good\\nat all");\n}\ninner();`, "index.ts:4: Error: no good\nat all"],
    ["an unhandled rejection", `${PULUMI}Promise.reject(new TypeError("late"));`, "index.ts:2: TypeError: late"],
    ["an error without a stack", `${PULUMI}throw new pulumi.RunError("not today");`, "not today"],
    ["an error that is only logged", `${PULUMI}pulumi.log.error("logged");`, "logged"],
    ["a syntax error", `const a = ;`, /index\.ts.*TS1109: Expression expected/s],
    [
        "a package that is not there",
        `import * as x from "nosuch-package";\nx.y();`,
        /Cannot find module 'nosuch-package'\nThe package nosuch-package is not installed for the program: run npm install/,
    ],
    [
        "process.exit()",
        `process.exit(0);`,
        "the program ended itself before it was through\nA program ends by itself: it must not call process.exit().",
    ],
    ["another exit code", `process.exit(7);`, /^the program ended itself with exit code 7 and said nothing\n/],
    ["a flood", `for (;;) console.log("x".repeat(1000000));`, "the program printed more than 64 MiB and was stopped"],
    [
        "two resources of one name",
        `import { Bucket } from "@pulumi/aws/s3";\nnew Bucket("a");\nnew Bucket("a");`,
        "Duplicate resource URN 'urn:pulumi:dev::trial::aws:s3/bucket:Bucket::a'; try giving it a unique name",
    ],
    [
        "an unanswered data source",
        `import { getVpcEndpoint } from "@pulumi/aws/ec2";\nexport = async () => { const e = await getVpcEndpoint({ vpcId: "v" }); return e.cidrBlocks.map(x => x); };`,
        /cidrBlocks\.map.*\nData sources without an answer: aws:ec2\/getVpcEndpoint:getVpcEndpoint\. Give them one with --answers FILE\.yaml\.$/s,
    ],
])("says what happened: %s", async (_, program, message) => {
    const started = Date.now();
    const error = await failure(program);
    if (typeof message === "string") expect(error.message).toBe(message);
    else expect(error.message).toMatch(message);
    expect(error.message).not.toMatch(/^\s+at /m);
    expect(Date.now() - started).toBeLessThan(20_000);
});

it("fails for a missing key within five seconds", async () => {
    const started = Date.now();
    await failure(`${PULUMI}new pulumi.Config().require("size");`);
    expect(Date.now() - started).toBeLessThan(5_000);
});

it("names the key of an encrypted value that the program parses", async () => {
    const error = await failure(`${PULUMI}new pulumi.Config().requireNumber("size");`, { "Pulumi.dev.yaml": "config: {size: {secure: v1:x}}\n" });
    expect(error.message).toBe(
        "Configuration 'trial:size' value '[encrypted]' is not a valid number\nEncrypted configuration cannot be read offline. Give a value with --config size=VALUE.",
    );
});

it("says that the SDK is not installed", () => {
    const directory = scratch({ "src/index.ts": "" });
    execFileSync("rm", [`${directory}/node_modules`]);
    return expect(previewProgram({ directory })).rejects.toThrow(
        /^the package @pulumi\/pulumi is not installed for the program in .*\nRun npm install there first\.$/,
    );
});

describe("a program that does not end", () => {
    /** Starts a process of its own, which must not outlive the program. */
    const program = `import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
const child = spawn("sleep", ["60"]);
writeFileSync("pid", child.pid + " " + process.pid);
for (;;) {}
`;
    const pids = (directory: string): string[] => execFileSync("cat", [`${directory}/pid`], { encoding: "utf8" }).split(" ");
    const gone = (pid: string): boolean =>
        !existsSync(`/proc/${pid}`) || /State:\s+[ZX]/.test(execFileSync("cat", [`/proc/${pid}/status`], { encoding: "utf8" }));

    it("is stopped in time, with all it started", async () => {
        const directory = scratch({ "index.ts": program });
        await expect(previewProgram({ directory, timeoutSeconds: 4 })).rejects.toThrow(
            /^the program did not end within 4 s and was stopped\n.*--timeout SECONDS/,
        );
        expect(pids(directory).every(gone)).toBe(true);
    });

    it("is stopped at a signal", async () => {
        const directory = scratch({ "index.ts": program });
        const controller = new AbortController();
        const ended = previewProgram({ directory, signal: controller.signal });
        const poll = setInterval(() => {
            if (existsSync(`${directory}/pid`)) controller.abort();
        }, 50);
        await expect(ended).rejects.toThrow("interrupted");
        clearInterval(poll);
        expect(pids(directory).every(gone)).toBe(true);
    });
});

describe("an answers file", () => {
    it.each([
        ["that is not there", undefined, /no-such\.yaml: cannot be read: /],
        ["that is no map", "[1]", /answers\.yaml:1: is no map of keys and values; write invokes: /],
        ["with an unknown key", "invokes: {}\ninvoke: {}\n", /answers\.yaml:2: has the unknown key invoke; /],
        ["with a token that is none", "invokes:\n  getVpc: {}\n", /answers\.yaml:2: "getVpc" is no token/],
        [
            "with an entry that has no result",
            "invokes:\n  aws:ec2:getVpc:\n    - {args: {}}\n",
            /answers\.yaml:3: aws:ec2:getVpc has an entry without result/,
        ],
        ["with a stack that has no outputs", "stackReferences: {a: 1}\n", /answers\.yaml:1: a has no map of outputs/],
    ])("%s is refused", async (_, text, message) => {
        const answers = text === undefined ? "no-such.yaml" : `${scratch({ "answers.yaml": text })}/answers.yaml`;
        await expect(run("", {}, { answers })).rejects.toMatchObject({ exitCode: 2, message: expect.stringMatching(message) as string });
    });
});
