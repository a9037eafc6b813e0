import type {
    Policies,
    PolicyConfigSchema,
    PolicyResource,
    ReportViolation,
    ResourceValidationArgs,
    ResourceValidationPolicy,
    StackValidationArgs,
    StackValidationPolicy,
} from "@pulumi/policy";
import { commitment } from "../charter/commitments";
import { topicControls } from "../charter/topics";
import type { Policy } from "../policy/definition";
import { canonicalType } from "../policy/families";
import type { PairVerdict } from "../policy/evaluate";
import type { Graph } from "../policy/graph";
import { remediate, steps } from "../policy/remediation";
import { type Props, type Resource, isJudged } from "../policy/resource";
import type { SettingValues } from "../policy/settings";
import { noticesOf } from "../report/levels";
import type { EnforcementLevel, StackReport } from "../report/model";
import { oneLine, sentences } from "../report/sentences";
import { markUnknowns } from "../policy/values";
import { type Wire, withValue } from "../preview/wire";
import { policyUrl } from "../version";
import { NOTICES } from "./notices";
import { isPlain, observeInStack, observeResource, rawProps } from "./observe";
import type { Session } from "./session";

/** The object form that the SDK takes at run time (`makeReportViolationFun` in its server.ts); its types declare the text form only. */
interface Violation {
    readonly name?: string;
    readonly message: string;
    readonly severity?: string;
    readonly enforcementLevel?: EnforcementLevel;
    readonly urn?: string;
}
export type Report = (violation: Violation) => void;

export function reporter(reportViolation: ReportViolation): Report {
    return reportViolation as unknown as Report;
}

/**
 * Says the findings of a pair in the engine's words: violations, advice and waived ones (both advisory), undetermined ones not at all.
 * @param ownLevels whether the SDK knows the level of violations by itself; else each says its own.
 */
export function speak(verdict: PairVerdict, report: Report, ownLevels: boolean): void {
    for (const finding of verdict.findings) {
        if (finding.verdict === "undetermined") continue;
        const level = ownLevels && finding.verdict !== "waived" && !finding.advice ? {} : { enforcementLevel: finding.enforcementLevel };
        report({ name: finding.policy, message: sentences(finding), severity: finding.severity, urn: finding.urn, ...level });
    }
}

/** Most undetermined pairs that the one line about them names. */
const NAMED = 10;

/** The lines of `charter-notices`: what a preview could not tell, and waivers that did nothing. */
function noticeLines(report: StackReport): string[] {
    const pairs = [
        ...new Set(
            report.findings
                .filter(f => f.verdict === "undetermined")
                .map(f => `${f.policy} on ${f.name}${f.property === undefined ? "" : ` (${f.property})`}`),
        ),
    ];
    const rest = pairs.length > NAMED ? ` and ${String(pairs.length - NAMED)} more` : "";
    const unknown = pairs.length === 0 ? [] : [`Not known before the update: ${pairs.slice(0, NAMED).join("; ")}${rest}.`];
    return [...unknown, ...noticesOf(report)].map(oneLine);
}

/** Says the notices, never as more than advice: `all: mandatory` in a `--policy-pack-config` would otherwise let them block. */
export function speakNotices(report: StackReport, say: Report): void {
    for (const message of noticeLines(report)) say({ name: NOTICES, message, severity: "low", enforcementLevel: "advisory" });
}

/**
 * The definitions as policies of the SDK, one each under its own name, and `charter-notices`. They work in any `PolicyPack`; the pack itself
 * routes around most of their cost (routing.ts).
 */
export function sdkPolicies(session: Session): Policies {
    const shared = new SharedCall(session);
    const inForce = new Map(session.judge.inForce.map(entry => [entry.policy.name, entry]));
    const policies: Policies = session.judgeOptions.policies.map(policy => {
        const entry = inForce.get(policy.name);
        const about = description(policy, entry?.level ?? "disabled", entry?.settings ?? {});
        return policy.kind === "resource" ? resourceForm(policy, about, shared) : stackForm(policy, about, shared);
    });
    return [...policies, noticesPolicy(shared)];
}

type About = Omit<ResourceValidationPolicy, "validateResource">;

function description(policy: Policy, level: EnforcementLevel, settings: SettingValues): About {
    const { number, title } = commitment(policy.commitment);
    const properties: PolicyConfigSchema["properties"] = Object.fromEntries(
        Object.entries(policy.settings).map(([name, schema]) => [
            name,
            { ...schema, default: settings[name] ?? schema.default } as unknown as PolicyConfigSchema["properties"][string],
        ]),
    );
    return {
        name: policy.name,
        displayName: policy.title,
        description: `${policy.title}. ${policy.why}`,
        enforcementLevel: level,
        severity: policy.severity,
        framework: {
            name: "NHS England cyber security charter for suppliers",
            version: "2025",
            reference: `commitment ${String(number)}`,
            specification: title,
        },
        tags: [policy.commitment, policy.topic, policy.strength, ...topicControls(policy.topic)],
        remediationSteps: policy.fix,
        url: policyUrl(policy.name),
        ...(Object.keys(properties).length > 0 ? { configSchema: { properties } } : {}),
    };
}

/** What the SDK policies of one call share: the SDK hands each a copy of its own, but one look at each resource is enough. A policy that asks twice asks in a new call. */
class SharedCall {
    private resource: Resource | undefined;
    private readonly asked = new Set<string>();
    private stack: { readonly graph: Graph; readonly verdicts: PairVerdict[] } | undefined;
    private readonly stackAsked = new Set<string>();

    constructor(readonly session: Session) {}

    observe(asker: string, args: ResourceValidationArgs): Resource {
        if (this.resource?.urn !== args.urn || this.asked.has(asker)) {
            this.asked.clear();
            this.resource = observeResource(args);
            this.session.remember(this.resource);
        }
        this.asked.add(asker);
        return this.resource;
    }

    observeStack(asker: string, args: StackValidationArgs): { readonly graph: Graph; readonly verdicts: PairVerdict[] } {
        if (!this.stack || this.stackAsked.has(asker)) {
            this.stackAsked.clear();
            this.stack = { graph: this.session.graph(observeStack(this.session, args.resources)), verdicts: [] };
        }
        this.stackAsked.add(asker);
        return this.stack;
    }
}

export function observeStack(session: Session, resources: readonly PolicyResource[]): Resource[] {
    return resources.map(r => observeInStack(r, session.recorded(r.urn)));
}

function resourceForm(policy: Policy, about: About, shared: SharedCall): ResourceValidationPolicy {
    const types = new Set(policy.on);
    return {
        ...about,
        validateResource(args, reportViolation) {
            const resource = shared.observe(policy.name, args);
            const entry = types.has(resource.type) && isJudged(resource) ? shared.session.inForce(policy, args.getConfig()) : undefined;
            if (!entry) return args.notApplicable("The policy does not judge this type.");
            const verdict = shared.session.judge.judgePair(entry, resource);
            shared.session.note(resource, [verdict]);
            speak(verdict, reporter(reportViolation), true);
            if (verdict.verdict === "notApplicable") args.notApplicable("The policy does not speak of this resource.");
        },
        ...(policy.remedies
            ? {
                  remediateResource(args: ResourceValidationArgs) {
                      const entry = shared.session.inForce(policy, args.getConfig());
                      const raw = rawProps(args.props);
                      if (!entry || !types.has(canonicalType(args.type)) || !isPlain(raw)) return undefined;
                      const resource = observeResource(args, markUnknowns(JSON.parse(JSON.stringify(raw))) as Props);
                      const changes = remediate(shared.session.judge, resource, [entry]);
                      if (changes.length === 0) return undefined;
                      return changes.reduce((inputs, { path, after }) => withValue(inputs, steps(path), after) as Wire, raw);
                  },
              }
            : {}),
    };
}

function stackForm(policy: Policy, about: About, shared: SharedCall): StackValidationPolicy {
    return {
        ...about,
        validateStack(args, reportViolation) {
            const { graph, verdicts } = shared.observeStack(policy.name, args);
            const entry = shared.session.inForce(policy, args.getConfig());
            const own = entry ? shared.session.judge.judgeStackBy(entry, graph) : [];
            for (const verdict of own) {
                verdicts.push(verdict);
                speak(verdict, reporter(reportViolation), true);
            }
            if (own.every(v => v.verdict === "notApplicable")) args.notApplicable("The policy does not speak of this stack.");
        },
    };
}

/** Stands last: records every resource's inputs, also where only stack policies are used, and says what is no violation but should be known. */
function noticesPolicy(shared: SharedCall): StackValidationPolicy & ResourceValidationPolicy {
    return {
        name: NOTICES,
        displayName: "Notices",
        description: "What a preview could not tell, and waivers that did nothing. Never blocks.",
        enforcementLevel: "advisory",
        severity: "low",
        url: policyUrl(NOTICES),
        validateResource(args) {
            shared.observe(NOTICES, args);
            args.notApplicable("It speaks of the stack.");
        },
        validateStack(args, reportViolation) {
            const { graph, verdicts } = shared.observeStack(NOTICES, args);
            speakNotices(shared.session.finish(graph, verdicts), reporter(reportViolation));
        },
    };
}
