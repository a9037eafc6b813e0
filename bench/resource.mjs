// Cost a resource through the real analyzer, client included, against an empty pack.
import path from "node:path";
import { performance } from "node:perf_hooks";
import { root, startPack } from "./lib/analyzer.mjs";
import { stagedPack } from "./lib/staged.mjs";
import { claim, paired } from "./lib/measure.mjs";
import { large, small } from "./lib/resources.mjs";

const COUNT = 150;

async function cost(pack, make) {
    const resources = Array.from({ length: COUNT }, (_, i) => make(i));
    const started = performance.now();
    for (const resource of resources) await pack.analyze(resource);
    return (performance.now() - started) / COUNT;
}

export default async function () {
    const packs = [await startPack(stagedPack()), await startPack(path.join(root, "bench/empty-pack"))];
    const claims = [];
    for (const [what, make] of [
        ["a small resource", small],
        ["a security group of 60 rules", large],
    ]) {
        const { ours, reference, ratio } = await paired(
            7,
            () => cost(packs[0], make),
            () => cost(packs[1], make),
            3,
        );
        claims.push(
            claim(
                `per resource through the analyzer, ${what}`,
                ratio,
                1.6,
                "× an empty pack",
                `${ours.toFixed(2)} ms against ${reference.toFixed(2)} ms`,
            ),
        );
    }
    for (const pack of packs) pack.stop();
    return claims;
}
