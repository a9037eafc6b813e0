import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { shortToken } from "./asked";
import { SENTINEL, type Wire } from "../wire";

/**
 * An unknown value for every property that a data source's result has, found in the type declarations of the SDK that the program uses;
 * undefined where they are not to be had.
 */
export function unknownResult(token: string, programDirectory: string): Wire | undefined {
    const [pkg = "", module = "", name = ""] = shortToken(token).split(":");
    const declared = path.join("node_modules", "@pulumi", pkg, module === "index" ? "" : module, `${name}.d.ts`);
    for (let folder = programDirectory; ; folder = path.dirname(folder)) {
        const file = path.join(folder, declared);
        if (existsSync(file)) return shapeOf(readFileSync(file, "utf8"), name);
        if (folder === path.dirname(folder)) return undefined;
    }
}

function shapeOf(declarations: string, name: string): Wire | undefined {
    const start = declarations.indexOf(`export interface ${name.charAt(0).toUpperCase()}${name.slice(1)}Result {`);
    if (start < 0) return undefined;
    const body = declarations.slice(start, declarations.indexOf("\n}", start));
    const properties = [...body.matchAll(/^ {4}readonly (\w+)\??:/gm)].map(match => match[1] ?? "");
    return properties.length === 0 ? undefined : Object.fromEntries(properties.map(property => [property, SENTINEL]));
}
