import picocolors from "picocolors";
import { policies } from "../../policies";
import { type Configuration, settingsOf } from "../policy/configuration";
import { type Preset, presetLevel } from "../policy/presets";
import type { EnforcementLevel } from "../report/model";
import { VERSION } from "../version";
import { type JudgingOptions, dayOf, presetOf, readPackConfig } from "./judging";
import { write } from "./output";
import { type ConfiguredStack, type StackOptions, configuredStack } from "./stack";

export interface ConfigCommandOptions extends StackOptions, Pick<JudgingOptions, "preset" | "date" | "policyPackConfig" | "format" | "output"> {
    readonly all?: boolean;
    /** Whether the preset came from CHARTER_PRESET. */
    readonly presetFromEnvironment: boolean;
}

/** A value in force, and where it comes from. */
interface InForce {
    readonly key: string;
    readonly value: unknown;
    /** "default", "Pulumi.dev.yaml:3", "charter.yaml:7", "--preset", "CHARTER_PRESET", "--policy-pack-config FILE". */
    readonly source: string;
}

/** `charter config`: what is in force for a stack. @returns the exit code. */
export function config(at: string, options: ConfigCommandOptions): Promise<number> {
    const stack = configuredStack(at, options, dayOf({ ...options }));
    const asked = presetOf({ ...options });
    const packConfig = readPackConfig(options.policyPackConfig, policies);
    const preset = asked ?? stack.configuration.preset;
    const presetRow: InForce =
        asked === undefined
            ? row(stack, ["preset"], preset)
            : { key: "preset", value: preset, source: options.presetFromEnvironment ? "CHARTER_PRESET" : "--preset" };
    const packFile = `--policy-pack-config ${options.policyPackConfig ?? ""}`;
    const levels = policies.map((policy): InForce => {
        const level = packConfig.levels.get(policy.name);
        return {
            key: `levels.${policy.name}`,
            value: level ?? presetLevel(policy, preset, VERSION),
            source: level === undefined ? `preset ${preset}` : packFile,
        };
    });
    const rows = [
        presetRow,
        ...rowsOf(stack, stack.configuration),
        ...settingRows(stack, packConfig.settingsFor(stack.configuration), packFile),
        ...(options.all ? levels : levels.filter(({ source }) => source === packFile)),
    ];
    const shown = options.all ? rows : rows.filter(({ key, source }) => !key.startsWith("settings.") || source !== "default");
    write(
        options.format === "json"
            ? `${JSON.stringify({ stack: stack.name, levels: counts(levels, preset), values: shown }, undefined, 2)}\n`
            : textOf(stack.name, levels, shown),
        options.output,
    );
    return Promise.resolve(0);
}

function row(stack: ConfiguredStack, path: readonly (string | number)[], value: unknown): InForce {
    return { key: dotted(path), value, source: stack.sourceOf(path) ?? "default" };
}

function dotted(path: readonly (string | number)[]): string {
    return path.map((part, i) => (typeof part === "number" ? `[${String(part)}]` : i === 0 ? part : `.${part}`)).join("");
}

function rowsOf(stack: ConfiguredStack, { estate, maxWaiverDays, waivers, inheritedFrom }: Configuration): InForce[] {
    const { tags, ...rest } = estate;
    const entries = (prefix: readonly string[], of: object): InForce[] =>
        Object.entries(of).map(([key, value]: [string, unknown]) => row(stack, [...prefix, key], value));
    return [
        ...entries(["estate"], rest),
        ...entries(["estate", "tags"], tags),
        ...entries(["maxWaiverDays"], maxWaiverDays),
        ...waivers.map((waiver, i) => row(stack, ["waivers", i], `${waiver.policy} on ${waiver.resource}, until ${waiver.expires}`)),
        ...inheritedFrom.map((entry, i) =>
            row(stack, ["inheritedFrom", i], `${entry.policy ?? entry.commitment ?? ""} from ${entry.from}, until ${entry.expires}`),
        ),
    ];
}

function settingRows(stack: ConfiguredStack, fromPack: ReadonlyMap<string, Readonly<Record<string, unknown>>>, packFile: string): InForce[] {
    return policies.flatMap(policy => {
        const own: Readonly<Record<string, unknown>> = settingsOf(policy, stack.configuration);
        const packed = fromPack.get(policy.name);
        return Object.keys(policy.settings).map((name): InForce => {
            const path = ["settings", policy.name, name];
            return packed && packed[name] !== own[name] ? { key: dotted(path), value: packed[name], source: packFile } : row(stack, path, own[name]);
        });
    });
}

function counts(levels: readonly InForce[], preset: Preset): Readonly<Record<string, number | string>> {
    const of = (level: EnforcementLevel): number => levels.filter(({ value }) => value === level).length;
    return { preset, mandatory: of("mandatory"), remediate: of("remediate"), advisory: of("advisory"), disabled: of("disabled") };
}

function textOf(name: string, levels: readonly InForce[], rows: readonly InForce[]): string {
    const by = new Map<unknown, number>();
    for (const { value } of levels) by.set(value, (by.get(value) ?? 0) + 1);
    const width = Math.max(...rows.map(({ key }) => key.length));
    return [
        `${picocolors.bold(name)}  ${[...by].map(([level, n]) => `${String(n)} ${String(level)}`).join(", ")}`,
        "",
        ...rows.map(({ key, value, source }) => {
            const shown = typeof value === "string" ? value : JSON.stringify(value);
            return `${key.padEnd(width)}  ${shown}  ${picocolors.dim(source)}`;
        }),
        "",
    ].join("\n");
}
