// Pack start: from the start of the process to the answer of GetAnalyzerInfo, against an empty JavaScript pack.
import path from "node:path";
import { root, startPack } from "./lib/analyzer.mjs";
import { stagedPack } from "./lib/staged.mjs";
import { claim, paired } from "./lib/measure.mjs";

async function start(folder) {
    const pack = await startPack(folder);
    pack.stop();
    return pack.startMs;
}

export default async function () {
    const folder = stagedPack();
    const { ours, reference, ratio } = await paired(
        9,
        () => start(folder),
        () => start(path.join(root, "bench/empty-pack")),
    );
    return [
        claim(
            "pack start, process start to GetAnalyzerInfo",
            ratio,
            1.15,
            "× an empty pack",
            `${ours.toFixed(0)} ms against ${reference.toFixed(0)} ms`,
        ),
    ];
}
