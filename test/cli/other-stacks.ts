import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";

/** Runs a `pulumi` command in a folder; throws where it fails. */
type Pulumi = (args: readonly string[], folder: string) => Promise<void>;

/**
 * Puts the stacks to which an answers file gives outputs into the backend, so that the real CLI's stack references find what the offline
 * preview is told.
 */
export async function importOtherStacks(answersFile: string, folder: string, pulumi: Pulumi): Promise<void> {
    const { stackReferences = {} } = parse(readFileSync(answersFile, "utf8")) as { stackReferences?: Readonly<Record<string, unknown>> };
    for (const [name, outputs] of Object.entries(stackReferences)) {
        const [, project = "", stack = ""] = name.split("/");
        const home = join(folder, "other-stacks", project);
        mkdirSync(home, { recursive: true });
        writeFileSync(join(home, "Pulumi.yaml"), stringify({ name: project, runtime: "nodejs" }));
        writeFileSync(join(home, "state.json"), JSON.stringify(deploymentOf(project, stack, outputs)));
        await pulumi(["stack", "init", name], home);
        await pulumi(["stack", "import", "--stack", name, "--file", "state.json", "--force"], home);
    }
}

/** A state that holds nothing but the root stack with its outputs. */
function deploymentOf(project: string, stack: string, outputs: unknown): unknown {
    const type = "pulumi:pulumi:Stack";
    return {
        version: 3,
        deployment: {
            manifest: { time: "2026-11-22T00:00:00Z", magic: "", version: "v3.255.0" },
            resources: [{ urn: `urn:pulumi:${stack}::${project}::${type}::${project}-${stack}`, custom: false, type, outputs }],
        },
    };
}
