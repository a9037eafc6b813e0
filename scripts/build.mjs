// Bundles the pack, the library and the command into dist/. Transpiles only: `npm run typecheck` checks types, `npm run build:types` writes them.
import { execFileSync } from "node:child_process";
import { chmodSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const common = {
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    outdir: "dist",
    external: ["@pulumi/*", "@grpc/grpc-js", "google-protobuf", "google-protobuf/*"],
    // Dynamic imports become lazy requires: what a command does not need is not run.
    supported: { "dynamic-import": false },
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: "linked",
    logLevel: "warning",
};

rmSync("dist", { recursive: true, force: true });
await Promise.all([
    build({ ...common, entryPoints: { pack: "src/pack/main.ts", index: "src/index.ts", preload: "src/preview/preload.ts" } }),
    build({ ...common, entryPoints: { cli: "src/cli/main.ts" }, banner: { js: "#!/usr/bin/env node" } }),
]);
chmodSync("dist/cli.js", 0o755);
execFileSync(process.execPath, ["scripts/introduce.mjs"], { stdio: ["ignore", "ignore", "inherit"] });
// One library for both module systems: the SDKs' folders cannot be imported from an ES module by the names that they have in CommonJS.
writeFileSync("dist/index.mjs", 'export * from "./index.js";\n');
