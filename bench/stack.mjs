// AnalyzeStack of the whole pack, against one idle stack policy, and its growth.
import path from "node:path";
import { performance } from "node:perf_hooks";
import { root, startPack } from "./lib/analyzer.mjs";
import { stagedPack } from "./lib/staged.mjs";
import { claim, median, paired } from "./lib/measure.mjs";
import { mixture } from "./lib/resources.mjs";

async function prepared(folder, n) {
    const pack = await startPack(folder);
    const resources = mixture(n);
    for (const resource of resources) await pack.analyze(resource);
    return {
        stop: pack.stop,
        async run() {
            const started = performance.now();
            await pack.analyzeStack(resources);
            return performance.now() - started;
        },
    };
}

export default async function () {
    const folder = stagedPack();
    const ours = await prepared(folder, 500);
    const idle = await prepared(path.join(root, "bench/idle-pack"), 500);
    const small = await paired(7, ours.run, idle.run, 2);
    ours.stop();
    idle.stop();
    const many = await prepared(folder, 5000);
    const times = [];
    for (let i = 0; i < 4; i++) times.push(await many.run());
    many.stop();
    const growth = median(times.slice(1)) / small.ours;
    return [
        claim(
            "AnalyzeStack, 500 mixed resources",
            small.ratio,
            5,
            "× one idle stack policy",
            `${small.ours.toFixed(0)} ms against ${small.reference.toFixed(0)} ms`,
        ),
        claim("AnalyzeStack, 5,000 mixed resources", growth, 12, "× that of 500", `${median(times.slice(1)).toFixed(0)} ms`),
    ];
}
