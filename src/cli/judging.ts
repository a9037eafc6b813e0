import { readFileSync } from "node:fs";
import { policies } from "../../policies";
import { InputError } from "../errors";
import { NOTICES } from "../pack/notices";
import { type Configuration, ConfigurationError, checkSettings, policyNamed, policyNames, settingsOf } from "../policy/configuration";
import { isDate, todayUtc } from "../policy/dates";
import type { Policy } from "../policy/definition";
import { Judge, type JudgeOptions } from "../policy/evaluate";
import { PRESETS, type Preset } from "../policy/presets";
import type { Resource } from "../policy/resource";
import { selectPolicies, selectionText } from "../policy/selection";
import type { SettingValues } from "../policy/settings";
import { type Resolved, type RunFacts, judgeStack } from "../report/assemble";
import { readBaseline } from "../report/baseline-file";
import type { EnforcementLevel, StackReport } from "../report/model";
import { VERSION } from "../version";
import type { OutputOptions } from "./output";

export interface JudgingOptions extends OutputOptions {
    readonly preset?: string;
    readonly date?: string;
    readonly policyPackConfig?: string;
    /** Words of a selection. */
    readonly only?: readonly string[];
    /** A file of known violations. */
    readonly baseline?: string;
}

/** How a command judges stacks: its options, read and checked before anything is run. */
export interface Judgement {
    readonly today: string;
    /** Is there a policy that is to set things right? */
    readonly remediates: boolean;
    /** The judge of a stack with this configuration of its own. */
    judge(stack: Pick<ObservedStack, "project" | "stack" | "ownAccounts">, configuration: Configuration): Judge;
    /** The report on a stack with this configuration of its own. */
    report(stack: ObservedStack, configuration: Configuration): StackReport;
}

export interface ObservedStack {
    readonly project: string;
    readonly stack: string;
    readonly resources: readonly Resource[];
    /** Accounts of AWS that are known to be the stack's own. */
    readonly ownAccounts?: readonly string[];
    readonly facts: Omit<RunFacts, "preset" | "selection">;
    readonly resolved?: Resolved;
}

/** @throws InputError */
export function judgementOf(options: JudgingOptions): Judgement {
    const today = dayOf(options);
    const preset = presetOf(options);
    const packConfig = readPackConfig(options.policyPackConfig, policies);
    const selected = selectionOf(options);
    const baseline = options.baseline === undefined ? undefined : readBaseline(options.baseline, policies);
    const optionsFor: (...stack: Parameters<Judgement["judge"]>) => JudgeOptions = ({ project, stack, ownAccounts = [] }, own) => {
        const configuration = withPreset(own, preset);
        return {
            policies: selected,
            configuration,
            today,
            project,
            stack,
            packVersion: VERSION,
            ownAccounts,
            levels: packConfig.levels,
            settings: packConfig.settingsFor(configuration),
            ...(baseline ? { baseline } : {}),
        };
    };
    return {
        today,
        remediates: selected.some(policy => policy.remedies && packConfig.levels.get(policy.name) === "remediate"),
        judge: (stack, own) => new Judge(optionsFor(stack, own)),
        report(stack, own) {
            const judging = optionsFor(stack, own);
            const facts = { ...stack.facts, preset: judging.configuration.preset, selection: selectionText(options.only) };
            return judgeStack(stack.resources, judging, facts, stack.resolved);
        },
    };
}

function selectionOf({ only }: JudgingOptions): readonly Policy[] {
    // An empty variable of a CI job, which would take all.
    if (only?.length === 0) throw new InputError("--only names nothing", { mend: "leave it out to take all policies" });
    try {
        return selectPolicies(policies, only ?? []);
    } catch (error) {
        if (!(error instanceof ConfigurationError)) throw error;
        throw new InputError(`--only: ${error.message}`, { mend: "`charter policies` shows what there is" });
    }
}

/** The day of judgement. @throws InputError */
export function dayOf(options: JudgingOptions): string {
    if (options.date === undefined) return todayUtc();
    if (!isDate(options.date)) throw new InputError(`'${options.date}' is no date`, { mend: "write --date YYYY-MM-DD" });
    return options.date;
}

/** The preset of the command line, where one is given. @throws InputError */
export function presetOf(options: JudgingOptions): Preset | undefined {
    if (options.preset === undefined || options.preset === "") return undefined;
    const preset = PRESETS.find(p => p === options.preset);
    if (!preset) throw new InputError(`unknown preset '${options.preset}'`, { mend: `must be one of ${PRESETS.join(", ")}` });
    return preset;
}

/** The configuration with a preset that wins over its own. */
export function withPreset(configuration: Configuration, preset: Preset | undefined): Configuration {
    return preset === undefined ? configuration : { ...configuration, preset };
}

/** What a file of `--policy-pack-config` asks for, in the engine's order: all, then names. */
export interface PackConfig {
    readonly levels: ReadonlyMap<string, EnforcementLevel>;
    settingsFor(configuration: Configuration): ReadonlyMap<string, SettingValues>;
}

const LEVELS: readonly EnforcementLevel[] = ["advisory", "mandatory", "remediate", "disabled"];

/** @throws InputError */
export function readPackConfig(file: string | undefined, policies: readonly Policy[]): PackConfig {
    const levels = new Map<string, EnforcementLevel>();
    const changed = new Map<Policy, SettingValues>();
    if (file !== undefined) {
        const entries = packConfigEntries(file);
        const names = policyNames(policies);
        const everywhere = entries.all === undefined ? undefined : levelOf(entries.all, "all", file);
        if (everywhere !== undefined) for (const policy of policies) levels.set(policy.name, everywhere);
        for (const [name, entry] of Object.entries(entries)) {
            if (name === "all" || name === NOTICES) continue;
            try {
                const policy = policyNamed(name, names, [name]);
                const level = levelOf(entry, name, file);
                if (level !== undefined) levels.set(policy.name, level);
                if (typeof entry === "object" && entry !== null) {
                    const { enforcementLevel: _, ...settings } = entry as Record<string, unknown>;
                    if (Object.keys(settings).length > 0) changed.set(policy, checkSettings(policy, settings, ["settings", name]));
                }
            } catch (error) {
                if (error instanceof ConfigurationError) throw new InputError(error.message, { file, line: lineOf(file, name) });
                throw error;
            }
        }
    }
    return {
        levels,
        settingsFor: configuration =>
            new Map([...changed].map(([policy, settings]) => [policy.name, { ...settingsOf(policy, configuration), ...settings }])),
    };
}

function packConfigEntries(file: string): Readonly<Record<string, unknown>> {
    let entries: unknown;
    try {
        entries = JSON.parse(readFileSync(file, "utf8"));
    } catch (error) {
        const read = error instanceof SyntaxError ? "is no JSON" : `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
        throw new InputError(read, { file, mend: 'write {"POLICY": "advisory"} or {"POLICY": {"enforcementLevel": "advisory", …}}' });
    }
    if (typeof entries !== "object" || entries === null || Array.isArray(entries))
        throw new InputError("must be an object by policy name", { file, line: 1 });
    return entries as Record<string, unknown>;
}

function levelOf(entry: unknown, name: string, file: string): EnforcementLevel | undefined {
    const level = typeof entry === "object" && entry !== null ? (entry as Record<string, unknown>).enforcementLevel : entry;
    if (level === undefined) return undefined;
    const known = LEVELS.find(l => l === level);
    if (!known) throw new InputError(`the level of '${name}' must be one of ${LEVELS.join(", ")}`, { file, line: lineOf(file, name) });
    return known;
}

/** The line of a key in a JSON file. */
function lineOf(file: string, key: string): number {
    const before = readFileSync(file, "utf8").split(JSON.stringify(key))[0] ?? "";
    return before.split("\n").length;
}
