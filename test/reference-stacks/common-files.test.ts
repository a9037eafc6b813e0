import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { ROOT, STACKS } from "./support";

/** Files that each template holds a copy of, since it is taken alone: a mend of one must reach the others. */
const copies: readonly { readonly of: string; readonly files: readonly string[] }[] = [
    { of: "aws-", files: ["alerts.ts", "buckets.ts", "documents.ts", "keys.ts"] },
    { of: "", files: ["tsconfig.json"] },
];

const each = copies.flatMap(({ of, files }) => files.map(file => ({ file, of })));
test.each(each)("$file is the same in all stacks of $of that have it", ({ file, of }) => {
    const files = STACKS.filter(stack => stack.startsWith(of))
        .map(stack => path.join(ROOT, "reference-stacks", stack, file))
        .filter(existsSync);
    const [first, ...others] = files.map(name => readFileSync(name, "utf8"));
    expect(others.length).toBeGreaterThan(0);
    for (const other of others) expect(other).toBe(first);
});
