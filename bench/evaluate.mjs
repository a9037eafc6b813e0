// Evaluation in process: seconds for 10,000 mixed resources, and the growth to 100,000.
import { execFileSync } from "node:child_process";
import path from "node:path";
import { build } from "esbuild";
import { root } from "./lib/analyzer.mjs";
import { claim } from "./lib/measure.mjs";

export default async function () {
    const worker = path.join(root, ".cache/bench/evaluate-worker.cjs");
    await build({
        entryPoints: [path.join(root, "bench/lib/evaluate-worker.mjs")],
        bundle: true,
        platform: "node",
        format: "cjs",
        outfile: worker,
        external: ["@pulumi/*", "@grpc/grpc-js"],
        logLevel: "error",
    });
    const seconds = n => Number(execFileSync(process.execPath, [worker, String(n)], { encoding: "utf8" }));
    const ten = seconds(10_000);
    const hundred = seconds(100_000);
    return [
        claim("evaluation in process, 10,000 mixed resources", ten, 1, "s", `${(10_000 / ten).toFixed(0)} resources a second`),
        claim("its growth to 100,000", hundred / ten / 10, 1.15, "× linear", `${hundred.toFixed(2)} s`),
    ];
}
