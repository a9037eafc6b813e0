import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { StackReport } from "../../src/report/model";
import { command, DATE, REPOSITORY, SCRATCH, type Outcome } from "./pulumi";

const PUBLISHED = ["dist", "package.json", "PulumiPolicy.yaml"];

/** A copy of what is published, which stays what it is while the repository is built anew. */
export class Staged {
    private constructor(
        /** A policy pack for `--policy-pack`. */
        readonly directory: string,
    ) {}

    static make(): Staged {
        mkdirSync(SCRATCH, { recursive: true });
        const directory = mkdtempSync(join(SCRATCH, "pack-"));
        for (const name of PUBLISHED) cpSync(join(REPOSITORY, name), join(directory, name), { recursive: true });
        return new Staged(directory);
    }

    remove(): void {
        rmSync(this.directory, { recursive: true, force: true });
    }

    /** Runs the `charter` command. */
    charter(args: readonly string[], options: { cwd: string; env?: Readonly<Record<string, string>> }): Promise<Outcome> {
        const env = { CHARTER_DATE: DATE, NO_COLOR: "1", ...options.env };
        return command(process.execPath, [join(this.directory, "dist/cli.js"), ...args], { cwd: options.cwd, env });
    }

    /** Runs `charter … --format json` and reads the report of the one stack, where there is one. */
    async report(
        args: readonly string[],
        options: { cwd: string; env?: Readonly<Record<string, string>> },
    ): Promise<Outcome & { report?: StackReport }> {
        const outcome = await this.charter([...args, "--format", "json"], options);
        if (!outcome.stdout.startsWith("[")) return outcome;
        const [report] = JSON.parse(outcome.stdout) as StackReport[];
        return { ...outcome, ...(report ? { report } : {}) };
    }
}
