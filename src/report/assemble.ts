import { createHash } from "node:crypto";
import { lifecyclesCheckedOn } from "../charter/lifecycles";
import { Graph } from "../policy/graph";
import { Judge, type JudgeOptions, type PairVerdict, summarise } from "../policy/evaluate";
import { type Resource, STACK_TYPE, isJudged } from "../policy/resource";
import { VERSION } from "../version";
import { type Finding, type RunKind, SCHEMA_VERSION, type StackReport, VERDICTS, type Verdict } from "./model";

/** What a report says of the run besides the verdicts. */
export interface RunFacts {
    readonly kind: RunKind;
    /** The program's directory or the export's file, as the user wrote it. */
    readonly path: string;
    /** Hash of the input, where it is a file; else of the resources. */
    readonly sha256?: string;
    readonly preset: string;
    /** What was selected: "all", or the words of `--only`. */
    readonly selection: string;
    readonly notices?: readonly string[];
}

/** The same resources once more, with stand-ins for what the cloud would answer. */
export interface Resolved {
    readonly resources: readonly Resource[];
    readonly standIns: ReadonlySet<string>;
}

/** Judges all resources of a stack and reports. */
export function judgeStack(resources: readonly Resource[], options: JudgeOptions, facts: RunFacts, resolved?: Resolved): StackReport {
    const judge = new Judge(options);
    const graphOf = (all: readonly Resource[]): Graph => new Graph(all, rootOf(all, options.project, options.stack));
    const judged = (graph: Graph): PairVerdict[] => [
        ...graph.resources.flatMap(resource => judge.judgeResource(resource)),
        ...judge.judgeStack(graph),
    ];
    const graph = graphOf(resources);
    const verdicts = judged(graph);
    if (!resolved) return assemble(judge, verdicts, graph, options, facts);
    const told = resolve(verdicts, judged(graphOf(resolved.resources)), resolved.standIns);
    return { ...assemble(judge, told, graph, options, facts), resolved: told.filter((verdict, i) => verdict !== verdicts[i]).length };
}

/** What is undetermined takes the verdict that stand-ins gave; nothing else changes. */
function resolve(verdicts: readonly PairVerdict[], told: readonly PairVerdict[], standIns: ReadonlySet<string>): PairVerdict[] {
    const key = ({ policy, resource }: PairVerdict): string => `${policy.name} ${resource.urn}`;
    const byPair = new Map(told.map(verdict => [key(verdict), verdict]));
    return verdicts.map(verdict => {
        const other = verdict.verdict === "undetermined" ? byPair.get(key(verdict)) : undefined;
        if (other === undefined || other.verdict === "undetermined" || other.verdict === "error") return verdict;
        return {
            ...other,
            resource: verdict.resource,
            findings: other.findings.map(finding => ({ ...finding, resolved: true, standIns: standInsIn(other.resource, finding, standIns) })),
        };
    });
}

/** Most stand-ins that a finding names. */
const NAMED = 3;

/** The stand-ins of which the value is made that a finding speaks of. */
function standInsIn({ props }: Resource, { property = "" }: Finding, standIns: ReadonlySet<string>): readonly string[] {
    const top = /^[^.[]+/.exec(property)?.[0];
    const text = JSON.stringify(top === undefined ? props : (props[top] ?? ""));
    return [...standIns]
        .filter(standIn => standIn.length > 3 && text.includes(standIn))
        .sort((a, b) => b.length - a.length)
        .slice(0, NAMED);
}

/** The root stack among the resources, or one in its place where the observer did not see it. */
export function rootOf(resources: readonly Resource[], project: string, stack: string): Resource {
    return (
        resources.find(r => r.token === STACK_TYPE) ?? {
            urn: `urn:pulumi:${stack}::${project}::${STACK_TYPE}::${project}-${stack}`,
            token: STACK_TYPE,
            type: STACK_TYPE,
            name: `${project}-${stack}`,
            props: {},
            custom: false,
            dependencies: [],
            propertyDependencies: {},
        }
    );
}

/** The report of a run from its verdicts. */
export function assemble(judge: Judge, verdicts: readonly PairVerdict[], graph: Graph, options: JudgeOptions, facts: RunFacts): StackReport {
    const judged = graph.resources.filter(isJudged);
    const policies = summarise(judge.inForce, judged.length, verdicts);
    const summary = Object.fromEntries(VERDICTS.map(verdict => [verdict, policies.reduce((sum, row) => sum + row[verdict], 0)])) as Record<
        Verdict,
        number
    >;
    const seen = new Set(judge.inForce.flatMap(({ policy }) => [...policy.on, ...policy.reads]));
    const unseenTypes = [...new Set(judged.filter(r => !seen.has(r.type)).map(r => r.token))].sort();
    const findings = verdicts.flatMap(v => v.findings.map(finding => inWordsOf(facts.kind, finding))).sort(byPlace);
    const baseline = options.baseline?.use(findings, new Set(policies.map(row => row.name)), `urn:pulumi:${options.stack}::${options.project}::`);
    return {
        schemaVersion: SCHEMA_VERSION,
        tool: { version: VERSION, lifecyclesCheckedOn },
        run: { kind: facts.kind, date: options.today, preset: facts.preset, selection: facts.selection },
        source: {
            path: facts.path,
            sha256: facts.sha256 ?? hashOf(graph.resources),
            project: options.project,
            stack: options.stack,
            resources: judged.length,
            unseenTypes,
        },
        summary,
        findings,
        policies,
        waivers: judge.waiverUses(),
        inherited: judge.inheritedControls(),
        ...(baseline ? { baseline } : {}),
        ...(facts.notices && facts.notices.length > 0 ? { notices: facts.notices } : {}),
    };
}

/** No update follows on a state that was read: what is not known is not in it. */
function inWordsOf(kind: RunKind, finding: Finding): Finding {
    return kind === "state" ? { ...finding, message: finding.message.replaceAll("before the update", "from the state") } : finding;
}

function byPlace(a: Finding, b: Finding): number {
    return compare(a.urn, b.urn) || compare(a.policy, b.policy) || compare(a.property ?? "", b.property ?? "") || compare(a.message, b.message);
}

function compare(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}

/** Values that are written only (`secretStringWo`): no state keeps them, and programs make up new ones in each run. */
const WRITE_ONLY = /[a-z]Wo$/;

/** SHA-256 of what was judged, in hex, without values that are written only: the same program gives the same hash. */
function hashOf(resources: readonly Resource[]): string {
    const hash = createHash("sha256");
    for (const resource of [...resources].sort((a, b) => compare(a.urn, b.urn))) {
        hash.update(
            JSON.stringify([resource.urn, resource.token, resource.props], (key, value: unknown) =>
                WRITE_ONLY.test(key) ? undefined : typeof value === "symbol" ? "unknown" : value,
            ),
        );
    }
    return hash.digest("hex");
}
