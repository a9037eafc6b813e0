#!/usr/bin/env node
/**
 * Makes a real `pulumi` command available to the tests and prints the folder that holds it. Where `pulumi` and its Node.js language
 * host are on PATH they are used; otherwise both are built from Go modules (some minutes, once) and kept in the user's cache, or in
 * the folder that CHARTER_CLI_CACHE names.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const VERSION = "3.255.0";
const HERE = dirname(fileURLToPath(import.meta.url));
const SOURCES = join(HERE, "langhost");
const NAMES = ["pulumi", "pulumi-language-nodejs"];

function onPath() {
    return (process.env.PATH ?? "").split(delimiter).find(folder => folder !== "" && NAMES.every(name => isExecutable(join(folder, name))));
}

function isExecutable(file) {
    try {
        accessSync(file, constants.X_OK);
        return true;
    } catch {
        return false;
    }
}

/** Named for what it is built from, so that a change of the sources builds anew. */
function cacheFolder() {
    const hash = createHash("sha256");
    for (const name of ["go.mod", "go.sum", "main.go"]) hash.update(readFileSync(join(SOURCES, name)));
    const home = process.env.CHARTER_CLI_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "nhs-supplier-charter");
    return join(home, `pulumi-${VERSION}-${hash.digest("hex").slice(0, 12)}`);
}

function go(target, what) {
    const flags = `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=${VERSION}`;
    const { status, error } = spawnSync("go", ["build", "-mod=readonly", "-ldflags", flags, "-o", target, what], {
        cwd: SOURCES,
        stdio: ["ignore", process.stderr, process.stderr],
        env: { ...process.env, CGO_ENABLED: "0" },
    });
    if (error?.code === "ENOENT") throw new Error("neither `pulumi` with its Node.js language host nor `go` is on PATH: install one of them");
    if (status !== 0) throw new Error(`\`go build ${what}\` failed`);
}

function build(folder) {
    mkdirSync(dirname(folder), { recursive: true });
    const unfinished = mkdtempSync(`${folder}.`);
    try {
        process.stderr.write(`Building pulumi ${VERSION} from Go modules into ${folder} …\n`);
        go(join(unfinished, "pulumi"), "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi");
        go(join(unfinished, "pulumi-language-nodejs"), ".");
        // Another run may have built it meanwhile.
        if (!existsSync(folder)) renameSync(unfinished, folder);
    } finally {
        rmSync(unfinished, { recursive: true, force: true });
    }
}

try {
    let folder = onPath();
    if (folder === undefined) {
        folder = cacheFolder();
        if (!existsSync(folder)) build(folder);
    }
    process.stdout.write(`${folder}\n`);
} catch (error) {
    process.stderr.write(`test/cli/setup.mjs: ${error.message}\n`);
    process.exitCode = 1;
}
