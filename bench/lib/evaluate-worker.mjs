// Judges N mixed resources by the whole pack and prints the median seconds of a few runs.
import { policies } from "../../policies";
import { DEFAULT_CONFIGURATION } from "../../src/policy/configuration";
import { canonicalType } from "../../src/policy/families";
import { judgeStack } from "../../src/report/assemble";
import { mixture } from "./resources.mjs";

const count = Number(process.argv[2]);
const resources = mixture(count).map(r => ({
    urn: r.urn,
    token: r.type,
    type: canonicalType(r.type),
    name: r.name,
    props: r.props,
    custom: true,
    dependencies: [],
    propertyDependencies: r.propertyDependencies,
}));
const options = { policies, configuration: DEFAULT_CONFIGURATION, today: "2026-11-22", project: "bench", stack: "dev", packVersion: "1.0.0" };
const times = [];
for (let i = 0; i < (count > 20_000 ? 3 : 5); i++) {
    const started = performance.now();
    judgeStack(resources, options, { kind: "preview", path: ".", sha256: "", preset: "charter", selection: "all" });
    times.push((performance.now() - started) / 1000);
}
times.sort((a, b) => a - b);
process.stdout.write(String(times[Math.floor(times.length / 2)]));
