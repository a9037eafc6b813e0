import type { Baseline } from "../report/baseline";
import type { EnforcementLevel, Finding, InheritedControl, PolicySummary, Verdict, WaiverUse } from "../report/model";
import { Check, type Remark, StackCheck, type Surroundings } from "./check";
import { type Configuration, settingsOf } from "./configuration";
import { daysBetween } from "./dates";
import { type Policy, providerOf } from "./definition";
import { type Graph } from "./graph";
import { presetLevel } from "./presets";
import { type Resource, isJudged } from "./resource";
import type { SettingValues } from "./settings";
import { WaiverInUse, lapseNote } from "./waivers";

export interface JudgeOptions {
    readonly policies: readonly Policy[];
    readonly configuration: Configuration;
    /** YYYY-MM-DD, UTC. */
    readonly today: string;
    readonly project: string;
    readonly stack: string;
    readonly packVersion: string;
    /** Accounts of AWS that are known to be the stack's own. */
    readonly ownAccounts?: readonly string[];
    /** By policy name, from `--policy-pack-config`: wins over the preset. */
    readonly levels?: ReadonlyMap<string, EnforcementLevel>;
    /** By policy name, from `--policy-pack-config`: wins over the stack's configuration. */
    readonly settings?: ReadonlyMap<string, SettingValues>;
    /** Violations that are known: they stay, and are advisory. */
    readonly baseline?: Baseline;
}

/** A policy with its level and settings for this run. */
export interface PolicyInForce {
    readonly policy: Policy;
    readonly level: EnforcementLevel;
    readonly settings: SettingValues;
}

/** The verdict of one policy on one resource, or on the root stack. */
export interface PairVerdict {
    readonly policy: Policy;
    readonly resource: Resource;
    readonly verdict: Verdict;
    readonly findings: readonly Finding[];
    readonly partial: boolean;
}

/** Does the stack use the policy's cloud? One that uses none at all may be meant for it: what it lacks is told. */
function usesCloudOf(policy: Policy, { clouds }: Graph): boolean {
    return clouds.size === 0 || clouds.has(providerOf(policy) === "aws" ? "aws" : "microsoft");
}

/** Judges resources by the policies in force. Holds what a run has to remember: which waivers and inherited controls were needed. */
export class Judge {
    readonly inForce: readonly PolicyInForce[];
    private readonly byType = new Map<string, PolicyInForce[]>();
    private readonly stackPolicies: readonly PolicyInForce[];
    private readonly waivers = new Map<string, WaiverInUse[]>();
    private readonly inheritedUsed = new Set<number>();
    private readonly surroundings: Surroundings;
    /** The same, for a policy on a cloud that the stack does not use: its roles are played in another. */
    private readonly elsewhere: Surroundings;

    constructor(private readonly options: JudgeOptions) {
        const { configuration, today } = options;
        const { project, stack, ownAccounts = [] } = options;
        this.surroundings = { estate: configuration.estate, today, project, stack, ownAccounts };
        this.elsewhere = { ...this.surroundings, estate: { ...configuration.estate, holds: [] } };
        this.inForce = options.policies
            .map(policy => ({
                policy,
                level: options.levels?.get(policy.name) ?? presetLevel(policy, configuration.preset, options.packVersion),
                settings: options.settings?.get(policy.name) ?? settingsOf(policy, configuration),
            }))
            .filter(({ level }) => level !== "disabled");
        for (const entry of this.inForce) {
            if (entry.policy.kind !== "resource") continue;
            for (const type of entry.policy.on) {
                const group = this.byType.get(type);
                if (group) group.push(entry);
                else this.byType.set(type, [entry]);
            }
        }
        this.stackPolicies = this.inForce.filter(({ policy }) => policy.kind === "stack");
        const byName = new Map(options.policies.map(policy => [policy.name, policy]));
        for (const waiver of configuration.waivers) {
            const policy = byName.get(waiver.policy);
            if (!policy) continue; // left out by a selection
            const uses = this.waivers.get(waiver.policy) ?? [];
            uses.push(new WaiverInUse(waiver, policy, today, configuration.maxWaiverDays));
            this.waivers.set(waiver.policy, uses);
        }
    }

    /** The resource policies that speak of this family of types. */
    policiesFor(type: string): readonly PolicyInForce[] {
        return this.byType.get(type) ?? [];
    }

    /** Judges one resource by the resource policies of its type. Pairs that do not apply are left out. */
    judgeResource(resource: Resource): PairVerdict[] {
        return isJudged(resource) ? this.policiesFor(resource.type).map(entry => this.judgePair(entry, resource)) : [];
    }

    /** Judges one resource by one resource policy of its type. */
    judgePair(entry: PolicyInForce, resource: Resource): PairVerdict {
        return this.pair(entry, resource, new Check(resource, entry.settings, this.surroundings), "check");
    }

    /** Judges a whole stack by all stack policies. */
    judgeStack(graph: Graph): PairVerdict[] {
        return this.stackPolicies.flatMap(entry => this.judgeStackBy(entry, graph));
    }

    /** Judges a whole stack by one stack policy. */
    judgeStackBy(entry: PolicyInForce, graph: Graph): PairVerdict[] {
        const { policy, settings } = entry;
        const surroundings = usesCloudOf(policy, graph) ? this.surroundings : this.elsewhere;
        const judge = (resource: Resource, method: "checkResource" | "checkStack"): PairVerdict =>
            this.pair(entry, resource, new StackCheck(resource, settings, surroundings, graph), method);
        const verdicts = policy.checkResource
            ? graph
                  .of(...policy.on)
                  .filter(isJudged)
                  .map(r => judge(r, "checkResource"))
            : [];
        const asked = policy.checkStack && (!policy.holds || surroundings.estate.holds.includes(policy.holds));
        if (asked) verdicts.push(judge(graph.root, "checkStack"));
        return verdicts;
    }

    /** What became of each waiver. */
    waiverUses(): WaiverUse[] {
        return [...this.waivers.values()].flat().map(use => ({ ...use.waiver, state: use.state }));
    }

    /** What became of each inherited control. */
    inheritedControls(): InheritedControl[] {
        return this.options.configuration.inheritedFrom.map((entry, i) => ({
            policy: entry.policy ?? entry.commitment ?? "",
            from: entry.from,
            reason: entry.reason,
            approvedBy: entry.approvedBy,
            expires: entry.expires,
            state: daysBetween(entry.expires, this.options.today) > 0 ? "expired" : this.inheritedUsed.has(i) ? "used" : "unused",
        }));
    }

    private pair(entry: PolicyInForce, resource: Resource, check: StackCheck | Check, method: "check" | "checkResource" | "checkStack"): PairVerdict {
        const { policy } = entry;
        try {
            policy[method]?.(check as StackCheck);
        } catch (error) {
            // Names of properties only: the text of an error may hold a value.
            const message = `The check itself failed (${error instanceof Error ? error.name : "error"}): a defect of the policy, not of the resource.`;
            return { policy, resource, verdict: "error", partial: false, findings: [this.finding(entry, resource, "error", message)] };
        }
        return this.conclude(entry, resource, check.remarks, method === "checkStack");
    }

    private conclude(entry: PolicyInForce, resource: Resource, remarks: readonly Remark[], root: boolean): PairVerdict {
        const { policy } = entry;
        const advice: Finding[] = [];
        const violations: Remark[] = [];
        const unknowns: Remark[] = [];
        let partial = false;
        let notApplicable = false;
        for (const remark of remarks) {
            if (remark.kind === "violation") violations.push(remark);
            else if (remark.kind === "undetermined") unknowns.push(remark);
            else if (remark.kind === "advice")
                advice.push({ ...this.spoken(entry, resource, "pass", remark), enforcementLevel: "advisory", advice: true });
            else if (remark.kind === "partial") partial = true;
            else notApplicable = true;
        }
        const result = (verdict: Verdict, findings: readonly Finding[]): PairVerdict => ({
            policy,
            resource,
            verdict,
            findings,
            partial: partial && verdict === "pass",
        });
        if (root && violations.length + unknowns.length > 0 && this.inherited(policy)) return result("notApplicable", []);
        if (violations.length > 0) return this.waive(entry, resource, violations, advice, root);
        if (unknowns.length > 0) return result("undetermined", [...unknowns.map(r => this.spoken(entry, resource, "undetermined", r)), ...advice]);
        return result(notApplicable && advice.length === 0 ? "notApplicable" : "pass", advice);
    }

    private waive(entry: PolicyInForce, resource: Resource, violations: readonly Remark[], advice: readonly Finding[], root: boolean): PairVerdict {
        const { policy } = entry;
        const covering = (this.waivers.get(policy.name) ?? []).filter(use => use.covers(resource, root));
        const good = covering.find(use => use.lapse === undefined);
        if (good) {
            good.used = true;
            const { reason, approvedBy, expires, ticket } = good.waiver;
            const waiver = { reason, approvedBy, expires, ...(ticket === undefined ? {} : { ticket }) };
            const findings = violations.map((r): Finding => ({ ...this.spoken(entry, resource, "waived", r), enforcementLevel: "advisory", waiver }));
            return { policy, resource, verdict: "waived", partial: false, findings: [...findings, ...advice] };
        }
        const lapsed = covering[0];
        const note = lapsed ? ` ${lapseNote(lapsed, policy, this.options.configuration.maxWaiverDays)}` : "";
        const findings = violations.map(r => {
            const finding = this.spoken(entry, resource, "fail", r);
            const known = this.options.baseline?.holds(finding) ? { enforcementLevel: "advisory" as const, baselined: true } : {};
            return { ...finding, ...known, message: finding.message + note };
        });
        return { policy, resource, verdict: "fail", partial: false, findings: [...findings, ...advice] };
    }

    private inherited(policy: Policy): boolean {
        const at = this.options.configuration.inheritedFrom.findIndex(
            entry => (entry.policy === policy.name || entry.commitment === policy.commitment) && daysBetween(entry.expires, this.options.today) <= 0,
        );
        if (at >= 0) this.inheritedUsed.add(at);
        return at >= 0;
    }

    private spoken(entry: PolicyInForce, resource: Resource, verdict: Verdict, remark: Remark): Finding {
        return this.finding(entry, resource, verdict, remark.message, remark.property);
    }

    private finding(entry: PolicyInForce, resource: Resource, verdict: Verdict, message: string, property = ""): Finding {
        const { policy, level } = entry;
        return {
            policy: policy.name,
            commitment: policy.commitment,
            severity: policy.severity,
            enforcementLevel: level === "remediate" ? "mandatory" : level,
            verdict,
            urn: resource.urn,
            type: resource.token,
            name: resource.name,
            ...(property === "" ? {} : { property }),
            message,
            fix: policy.fix,
            references: policy.references,
            ...(resource.location ? { location: resource.location } : {}),
        };
    }
}

/** Counts verdicts by policy. Every policy in force is paired with every judged resource and with the root stack; pairs not among the verdicts do not apply. */
export function summarise(inForce: readonly PolicyInForce[], judged: number, verdicts: readonly PairVerdict[]): PolicySummary[] {
    const rows = new Map(
        inForce.map(({ policy, level }) => [
            policy.name,
            { name: policy.name, enforcementLevel: level, pass: 0, fail: 0, waived: 0, undetermined: 0, notApplicable: 0, error: 0, partial: 0 },
        ]),
    );
    for (const { policy, verdict, partial } of verdicts) {
        const row = rows.get(policy.name);
        if (!row) continue;
        row[verdict]++;
        if (partial) row.partial++;
    }
    for (const row of rows.values()) row.notApplicable = judged + 1 - row.pass - row.fail - row.waived - row.undetermined - row.error;
    return [...rows.values()];
}
