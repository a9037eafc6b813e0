// Gathers every policy file into policies/index.ts.
import { readdirSync } from "node:fs";
import path from "node:path";

/** @param {string} root @returns {string} the text of policies/index.ts */
export function policiesIndex(root) {
    const folder = path.join(root, "policies");
    const files = readdirSync(folder, { withFileTypes: true })
        .filter(entry => entry.isDirectory() && entry.name !== "shared")
        .flatMap(entry => readdirSync(path.join(folder, entry.name)).map(file => `${entry.name}/${file}`))
        .filter(file => file.endsWith(".ts"))
        .map(file => file.replace(/\.ts$/, ""))
        .sort();
    const names = files.map(file => file.replaceAll(/[^a-z0-9]+(.)/g, (_, c) => c.toUpperCase()));
    return `// Gathered by \`npm run generate\` from the files beside it. Do not edit.
import type { Policy } from "../src/policy/definition";
${files.map((file, i) => `import * as ${names[i]} from "./${file}";`).join("\n")}

const files: readonly Readonly<Record<string, Policy>>[] = [
${names.map(name => `    ${name},`).join("\n")}
];

/** Every policy, by name. */
export const policies: readonly Policy[] = files.flatMap(file => Object.values(file)).sort((a, b) => (a.name < b.name ? -1 : 1));
`;
}
