import { existsSync } from "node:fs";
import path from "node:path";
import { policies } from "../../policies";
import { readCharterFile } from "../audit/charter-file";
import { InputError } from "../errors";
import type { Configuration } from "../policy/configuration";
import { readProjectStack } from "../preview";
import { charterFileHere } from "./audit";
import { configurationOf, overridesOf, placeOf } from "./preview";

export interface StackOptions {
    readonly stack?: string;
    readonly config: readonly string[];
    /** `charter.yaml`, for stacks that are audited. */
    readonly charterFile?: string;
}

/** A stack's configuration, and where each part of it is written. */
export interface ConfiguredStack {
    /** "PROJECT/STACK". */
    readonly name: string;
    readonly configuration: Configuration;
    /** "Pulumi.dev.yaml:3", "--config"; `undefined` for what nobody wrote. */
    sourceOf(path: readonly (string | number)[]): string | undefined;
}

/**
 * The stack of a project's folder, or of `charter.yaml` where the path is "PROJECT/STACK" and no folder.
 * @throws InputError
 */
export function configuredStack(at: string, options: StackOptions, today: string): ConfiguredStack {
    if (options.charterFile !== undefined || (!existsSync(path.join(at, "Pulumi.yaml")) && charterFileHere() !== undefined))
        return auditedStack(at, options.charterFile ?? "charter.yaml", today);
    const overrides = overridesOf(options.config);
    const read = readProjectStack({ directory: at, config: overrides, ...(options.stack === undefined ? {} : { stack: options.stack }) });
    return {
        name: `${read.project}/${read.stack}`,
        configuration: configurationOf(read, today),
        sourceOf(place) {
            if (Object.hasOwn(overrides, `nhs-supplier-charter:${String(place[0])}`)) return "--config";
            const { file, line } = placeOf(read, place);
            return file === undefined ? undefined : `${file}:${String(line)}`;
        },
    };
}

function auditedStack(name: string, file: string, today: string): ConfiguredStack {
    const [project, stack, ...rest] = name.split("/");
    if (project === undefined || project === "" || stack === undefined || stack === "" || rest.length > 0)
        throw new InputError(`'${name}' is neither a folder with Pulumi.yaml nor a stack of ${file}`, { mend: "write PROJECT/STACK" });
    const charter = readCharterFile(file, policies, today);
    return {
        name,
        configuration: charter.configurationOf(project, stack),
        sourceOf(place) {
            const line = charter.placeOf(project, stack, place);
            return line === undefined ? undefined : `${file}:${String(line)}`;
        },
    };
}
