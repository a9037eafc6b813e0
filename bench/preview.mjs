// `charter preview` of the largest reference stack against the real CLI with the same pack, both transpile-only, whole processes.
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";
import { root } from "./lib/analyzer.mjs";
import { claim, paired } from "./lib/measure.mjs";
import { stagedPack } from "./lib/staged.mjs";

const STACK = "aws-immutable-backup";

export default async function () {
    const worker = path.join(root, ".cache/bench/preview-worker.cjs");
    await build({
        entryPoints: [path.join(root, "bench/lib/preview-worker.mjs")],
        bundle: true,
        platform: "node",
        format: "cjs",
        outfile: worker,
        external: ["@pulumi/*", "@grpc/grpc-js", "google-protobuf", "google-protobuf/*"],
        // The harness of the tests finds its files by its own folder.
        define: { __dirname: JSON.stringify(path.join(root, "test/cli")) },
        logLevel: "error",
    });
    const { prepare } = createRequire(import.meta.url)(worker);
    const { ours, real, end } = await prepare(path.join(root, "reference-stacks", STACK), stagedPack(), path.join(root, "dist/cli.js"));
    try {
        const { ours: a, reference: b, ratio } = await paired(5, ours, real);
        return [
            claim(`charter preview of ${STACK}`, ratio, 0.75, "× the real CLI with the same pack", `${a.toFixed(0)} ms against ${b.toFixed(0)} ms`),
        ];
    } finally {
        await end();
    }
}
