// The pack as it is published: what package.json `files` names, in a folder of its own. The repository's own tsconfig.json, which the
// engine's runner reads at each start, is not part of it.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { root } from "./analyzer.mjs";

export function stagedPack() {
    const folder = path.join(root, ".cache/bench/pack");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const { files } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
    for (const file of ["package.json", ...files])
        if (existsSync(path.join(root, file))) cpSync(path.join(root, file), path.join(folder, file), { recursive: true });
    return folder;
}
