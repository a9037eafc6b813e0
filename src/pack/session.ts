import { writeFileSync } from "node:fs";
import { InputError } from "../errors";
import { ConfigurationError, DEFAULT_CONFIGURATION, checkSettings, policyNamed, policyNames, readConfiguration } from "../policy/configuration";
import type { Policy } from "../policy/definition";
import { selectPolicies, selectionText } from "../policy/selection";
import { Judge, type JudgeOptions, type PairVerdict, type PolicyInForce } from "../policy/evaluate";
import { Graph } from "../policy/graph";
import { PRESETS, type Preset } from "../policy/presets";
import type { Resource } from "../policy/resource";
import type { SettingValues } from "../policy/settings";
import { assemble, rootOf } from "../report/assemble";
import type { Baseline } from "../report/baseline";
import { readBaseline } from "../report/baseline-file";
import type { EnforcementLevel, RunKind, StackReport } from "../report/model";
import { VERSION } from "../version";
import { NOTICES } from "./notices";

export interface SessionOptions {
    readonly policies: readonly Policy[];
    /** The values under the pack's namespace in the stack's configuration. */
    readonly configuration: Readonly<Record<string, unknown>>;
    readonly project: string;
    readonly stack: string;
    readonly kind: RunKind;
    readonly today: string;
    /** From CHARTER_PRESET: wins over the configuration. */
    readonly preset?: string;
    /** Words of a selection; all policies where left out. */
    readonly only?: readonly string[];
    /** From CHARTER_BASELINE: a file of known violations. */
    readonly baselineFile?: string;
    /** From CHARTER_REPORT: where the report is to be written. */
    readonly reportFile?: string;
}

/** One run of the pack: the configuration in force, what was analysed so far, and the verdicts. */
export class Session {
    /** What is wrong with the configuration: refused in `Configure`, before anything is judged. */
    readonly fault: ConfigurationError | undefined;
    /** Whether the engine has `charter-notices` switched off. */
    quiet = false;
    private options: JudgeOptions;
    private current: Judge;
    private readonly resources = new Map<string, Resource>();
    private readonly verdicts = new Map<string, readonly PairVerdict[]>();
    private written = false;

    constructor(private readonly settings: SessionOptions) {
        let configuration = DEFAULT_CONFIGURATION;
        let fault: ConfigurationError | undefined;
        let { policies } = settings;
        let baseline: Baseline | undefined;
        try {
            configuration = readConfiguration(settings.configuration, settings.policies, settings.today);
            policies = selectPolicies(policies, settings.only ?? []);
            if (settings.baselineFile !== undefined && settings.baselineFile !== "")
                baseline = readBaseline(settings.baselineFile, settings.policies);
            if (settings.preset !== undefined && settings.preset !== "") configuration = { ...configuration, preset: presetNamed(settings.preset) };
        } catch (error) {
            if (error instanceof InputError) fault = new ConfigurationError(error.message, []);
            else if (error instanceof ConfigurationError) fault = error;
            else throw error;
        }
        this.fault = fault;
        const { today, project, stack } = settings;
        this.options = { policies, configuration, today, project, stack, packVersion: VERSION, ...(baseline ? { baseline } : {}) };
        this.current = new Judge(this.options);
    }

    get judge(): Judge {
        return this.current;
    }

    get judgeOptions(): JudgeOptions {
        return this.options;
    }

    /**
     * Takes what the engine configured for each policy, after `--policy-pack-config`.
     * @throws ConfigurationError on an unknown policy, key or value.
     */
    configure(configured: ReadonlyMap<string, { readonly level: EnforcementLevel | undefined; readonly settings: SettingValues }>): void {
        if (this.fault) throw this.fault;
        const names = policyNames(this.settings.policies);
        const levels = new Map<string, EnforcementLevel>();
        const settings = new Map<string, SettingValues>();
        for (const [name, entry] of configured) {
            if (name === NOTICES) this.quiet = entry.level === "disabled";
            if (name === "all" || name === NOTICES) continue;
            const policy = policyNamed(name, names, [name]);
            if (entry.level !== undefined) levels.set(policy.name, entry.level);
            if (Object.keys(entry.settings).length > 0) {
                settings.set(policy.name, { ...this.settingsOf(policy), ...checkSettings(policy, entry.settings, ["policy-pack-config", name]) });
            }
        }
        this.options = { ...this.options, levels, settings };
        this.current = new Judge(this.options);
        this.verdicts.clear();
    }

    /** A policy with its level and settings; `undefined` where it is disabled. Inside another pack the engine's settings reach it by its own `getConfig` alone. */
    inForce(policy: Policy, config: SettingValues = {}): PolicyInForce | undefined {
        const entry = this.current.inForce.find(e => e.policy === policy);
        return entry && Object.keys(config).length > 0 ? { ...entry, settings: { ...entry.settings, ...config } } : entry;
    }

    private settingsOf(policy: Policy): SettingValues {
        return this.inForce(policy)?.settings ?? {};
    }

    /** Takes note of a resource's inputs, which the analysis of the stack needs. */
    remember(resource: Resource): void {
        this.resources.set(resource.urn, resource);
        this.verdicts.set(resource.urn, []);
    }

    recorded(urn: string): Resource | undefined {
        return this.resources.get(urn);
    }

    /** Takes note of verdicts on a remembered resource. */
    note(resource: Resource, verdicts: readonly PairVerdict[]): void {
        this.verdicts.set(resource.urn, [...(this.verdicts.get(resource.urn) ?? []), ...verdicts]);
        if (this.settings.reportFile !== undefined && verdicts.some(v => v.verdict === "fail" || v.verdict === "error")) this.writeSoon();
    }

    /** The stack's resources with their relations. */
    graph(resources: readonly Resource[]): Graph {
        return new Graph(resources, rootOf(resources, this.settings.project, this.settings.stack));
    }

    /** The report of a whole run, written where that is asked for. */
    finish(graph: Graph, stackVerdicts: readonly PairVerdict[]): StackReport {
        const own = graph.resources.flatMap(r => this.verdicts.get(r.urn) ?? this.current.judgeResource(r));
        const report = this.report([...own, ...stackVerdicts], graph);
        this.write(report);
        return report;
    }

    /** The report of a run that ended before the stack was analysed. */
    writeUnfinished(): void {
        if (this.written || this.settings.reportFile === undefined || this.resources.size === 0) return;
        const notice = "The run ended before the stack was analysed: stack policies were not judged.";
        const graph = this.graph([...this.resources.values()]);
        this.write(this.report([...this.verdicts.values()].flat(), graph, [notice]), false);
    }

    private timer: NodeJS.Timeout | undefined;

    /** The engine may end the process without a word after a violation. */
    private writeSoon(): void {
        this.timer ??= setTimeout(() => {
            this.timer = undefined;
            this.writeUnfinished();
        }, 100).unref();
    }

    private report(verdicts: readonly PairVerdict[], graph: Graph, notices: readonly string[] = []): StackReport {
        const { configuration } = this.options;
        return assemble(this.current, verdicts, graph, this.options, {
            kind: this.settings.kind,
            path: ".",
            // What is not written needs no hash.
            ...(this.settings.reportFile === undefined ? { sha256: "" } : {}),
            preset: configuration.preset,
            selection: selectionText(this.settings.only),
            notices,
        });
    }

    private write(report: StackReport, whole = true): void {
        if (this.settings.reportFile === undefined) return;
        if (whole) this.written = true;
        writeFileSync(this.settings.reportFile, `${JSON.stringify([report], undefined, 2)}\n`);
    }
}

export function presetNamed(name: string): Preset {
    const preset = PRESETS.find(p => p === name);
    if (!preset) throw new ConfigurationError(`unknown preset '${name}': must be one of ${PRESETS.join(", ")}`, ["preset"]);
    return preset;
}
