import { existsSync } from "node:fs";
import path from "node:path";
import type { Finding, StackReport } from "../model";

/**
 * Where a finding is shown: the program's line, else its project file, else the export that was read. Relative to the repository, as GitHub and
 * GitLab want it, or to the working directory where there is none; with slashes.
 */
export function placeOf({ source, run }: StackReport, finding: Finding): { readonly file: string; readonly line: number } {
    const within = finding.location?.file ?? (run.kind === "state" ? "" : "Pulumi.yaml");
    const file = path.relative(repository(), path.resolve(source.path, within));
    return { file: file.split(path.sep).join("/"), line: Math.max(1, finding.location?.line ?? 1) };
}

const repositories = new Map<string, string>();

/** The nearest folder, from the working directory upwards, that is a work tree of git; looked for once. */
function repository(): string {
    const here = process.cwd();
    const known = repositories.get(here);
    if (known !== undefined) return known;
    let folder = here;
    while (!existsSync(path.join(folder, ".git")) && path.dirname(folder) !== folder) folder = path.dirname(folder);
    const found = existsSync(path.join(folder, ".git")) ? folder : here;
    repositories.set(here, found);
    return found;
}
