import { readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./support";

/** Files that each template holds a copy of, since it is taken alone: a mend of one must reach the others. */
const copies: readonly { readonly stacks: readonly string[]; readonly files: readonly string[] }[] = [
    { stacks: ["aws-immutable-backup", "aws-landing-zone"], files: ["alerts.ts", "buckets.ts", "documents.ts", "keys.ts"] },
    { stacks: ["aws-immutable-backup", "aws-landing-zone", "azure-immutable-backup", "azure-landing-zone"], files: ["tsconfig.json"] },
];

const each = copies.flatMap(({ stacks, files }) => files.map(file => ({ file, stacks })));
test.each(each)("$file is the same in $stacks", ({ file, stacks }) => {
    const [first = "", ...others] = stacks.map(stack => readFileSync(path.join(ROOT, "reference-stacks", stack, file), "utf8"));
    for (const other of others) expect(other).toBe(first);
});
