import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/**
 * Puts the stacks to which an answers file gives outputs into the backend, so that the real CLI's stack references find what the offline
 * preview is told.
 */
export async function importOtherStacks(answersFile: string, folder: string, pulumi: (args: readonly string[]) => Promise<void>): Promise<void> {
    const { stackReferences = {} } = parse(readFileSync(answersFile, "utf8")) as { stackReferences?: Readonly<Record<string, unknown>> };
    for (const [i, [name, outputs]] of Object.entries(stackReferences).entries()) {
        const file = join(folder, `stack-${String(i)}.json`);
        writeFileSync(file, JSON.stringify(deploymentOf(name, outputs)));
        await pulumi(["stack", "init", name]);
        await pulumi(["stack", "import", "--stack", name, "--file", file]);
    }
}

/** A state that holds nothing but the root stack with its outputs. */
function deploymentOf(name: string, outputs: unknown): unknown {
    const [, project = "", stack = ""] = name.split("/");
    const type = "pulumi:pulumi:Stack";
    return {
        version: 3,
        deployment: {
            manifest: { time: "2026-11-22T00:00:00Z", magic: "", version: "v3.255.0" },
            resources: [{ urn: `urn:pulumi:${stack}::${project}::${type}::${project}-${stack}`, custom: false, type, outputs }],
        },
    };
}
