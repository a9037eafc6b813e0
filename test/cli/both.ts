import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { StackReport } from "../../src/report/model";
import { Project, type Outcome, type Run, type RunOptions } from "./pulumi";
import type { Staged } from "./staged";

/** One program's way through the real CLI and through the offline preview. */
export interface Both {
    readonly real: Run;
    readonly offline: Outcome & { readonly report?: StackReport };
}

/** Judges a copy of a program both ways, with the same configuration, levels and environment. */
export async function runBoth(source: string, staged: Staged, options: RunOptions, change?: (directory: string) => void): Promise<Both> {
    const project = Project.copy(source, change);
    try {
        if (options.stackConfig) project.configure(options.stackConfig);
        const args = ["preview", project.directory];
        if (options.packConfig) {
            const file = join(project.directory, "levels.json");
            writeFileSync(file, JSON.stringify(options.packConfig));
            args.push("--policy-pack-config", file);
        }
        const offline = await staged.report(args, { cwd: project.directory, ...(options.env ? { env: options.env } : {}) });
        return { offline, real: await project.preview({ pack: staged.directory, ...options }) };
    } finally {
        project.remove();
    }
}
