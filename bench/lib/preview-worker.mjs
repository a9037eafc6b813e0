// The two ways to judge one program: by our command, and by the real CLI with the pack and stand-in providers.
import { performance } from "node:perf_hooks";
import { Providers } from "../../test/cli/provider.ts";
import { Project, command } from "../../test/cli/pulumi.ts";

const env = { CHARTER_DATE: "2026-11-22", CHARTER_PRESET: "strict", PULUMI_NODEJS_TRANSPILE_ONLY: "true" };

export async function prepare(stack, pack, cli) {
    const project = Project.copy(stack);
    const selected = await project.pulumi(["stack", "select", "--create", "dev"]);
    if (selected.code !== 0) throw new Error(selected.stderr);
    const providers = await Providers.start("echoing", project.directory);
    const timed = async run => {
        const started = performance.now();
        const { code, stdout, stderr } = await run();
        if (code !== 0) throw new Error(`${stdout}\n${stderr}`);
        return performance.now() - started;
    };
    return {
        ours: () => timed(() => command(process.execPath, [cli, "preview", project.directory, "--stack", "dev"], { cwd: project.directory, env })),
        real: () =>
            timed(() =>
                project.pulumi(["preview", "--stack", "dev", "--suppress-progress", "--policy-pack", pack], {
                    ...env,
                    PULUMI_DEBUG_PROVIDERS: providers.attach,
                }),
            ),
        async end() {
            await providers.stop();
            project.remove();
        },
    };
}
