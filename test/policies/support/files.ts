import { readdirSync } from "node:fs";
import path from "node:path";
import type { Cases } from "./cases";

const folder = path.join(__dirname, "..");

/** The files of cases. `CASES=aws-rds npm test` takes those whose name holds the word. */
export const caseFiles: readonly { readonly file: string; readonly cases: Cases }[] = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(file => file.endsWith(".cases.ts") && file.includes(process.env.CASES ?? ""))
    .sort()
    .map(file => {
        // eslint-disable-next-line @typescript-eslint/no-require-imports -- the files are found by their names
        const { cases } = require(path.join(folder, file)) as { readonly cases: Cases };
        return { file, cases };
    });
