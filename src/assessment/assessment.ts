import { COMMITMENTS, type BestEvidence, type CommitmentId, type Part } from "../charter/commitments";
import { COMMITMENT_MAPPINGS, FRAMEWORKS_AS_OF, control, inCaf32 } from "../charter/frameworks";
import type { Policy } from "../policy/definition";
import type { Finding, InheritedControl, PolicySummary, RunKind, Severity, StackReport, WaiverUse } from "../report/model";
import { policyUrl } from "../version";
import { type Attestation, type Attestations, unanswered } from "./attestations";
import { type Changes, changesSince } from "./changes";
import { type State, atMost, worst } from "./states";

export const ASSESSMENT_VERSION = 1;

/** What code shows, what people say and what is missing, by commitment (docs/schemas/assessment.schema.json). */
export interface Assessment {
    readonly schemaVersion: number;
    readonly tool: { readonly version: string; readonly lifecyclesCheckedOn: string; readonly frameworksAsOf: string };
    readonly date: string;
    readonly disclaimer: string;
    readonly organisation?: Attestations["organisation"];
    readonly scope?: Attestations["scope"];
    readonly attestationFile?: { readonly path: string; readonly sha256: string };
    readonly sources: readonly Source[];
    readonly commitments: readonly CommitmentAssessment[];
    readonly changes?: Changes;
}

/** Deployed state, or what a preview would deploy. */
export type Basis = "deployed" | "preview";

export interface Source {
    readonly name: string;
    readonly basis: Basis;
    readonly kind: RunKind;
    readonly path: string;
    readonly sha256: string;
    readonly date: string;
    readonly version: string;
    readonly lifecyclesCheckedOn: string;
    readonly preset: string;
    readonly selection: string;
    readonly resources: number;
    readonly unseenTypes: readonly string[];
    readonly notices: readonly string[];
}

export interface CommitmentAssessment {
    readonly id: CommitmentId;
    readonly number: number;
    readonly title: string;
    readonly statement: string;
    readonly bestEvidence: BestEvidence;
    readonly evidenceLimit: string;
    readonly state: State;
    /** Why it is no better, in one line. */
    readonly because: string;
    /** Of the code, as far as it was deployed, and as a preview would deploy it. */
    readonly technical: Readonly<Record<Basis, State>>;
    /** Of what people attest. */
    readonly attested: State;
    /** The halves of a commitment that has some. */
    readonly parts?: readonly { readonly id: Part; readonly title: string; readonly state: State }[];
    readonly policies: readonly AssessedPolicy[];
    readonly findings: readonly AssessedFinding[];
    readonly attestations: readonly AssessedAttestation[];
    readonly waivers: readonly (WaiverUse & { readonly stack: string })[];
    readonly inherited: readonly (InheritedControl & { readonly stack: string })[];
    readonly controls: readonly MappedControl[];
}

export interface AssessedPolicy extends Counts {
    readonly name: string;
    readonly title: string;
    readonly url: string;
    readonly severity: Severity;
    readonly strength: Policy["strength"];
    readonly evidence: Policy["evidence"];
    readonly part?: Part;
    /** By what was deployed, and by previews. */
    readonly state: Readonly<Record<Basis, State>>;
}

type Counts = Readonly<Record<"pass" | "fail" | "waived" | "undetermined" | "error" | "partial", number>>;

export type AssessedFinding = Omit<Finding, "commitment" | "references"> & { readonly stack: string; readonly basis: Basis };

export interface AssessedAttestation extends Omit<Attestation, "question"> {
    readonly id: string;
    readonly question: string;
    readonly evidenceAskedFor: string;
    readonly part?: Part;
}

export interface MappedControl {
    readonly reference: string;
    readonly framework: string;
    readonly control: string;
    readonly title: string;
    /** The control is at the core of the commitment, or only related to it. */
    readonly primary: boolean;
    /** Not certain: to be confirmed at the source. */
    readonly verify: boolean;
    /** The same outcome in CAF 3.2. */
    readonly caf32?: string;
}

export interface AssessmentInput {
    readonly reports: readonly StackReport[];
    readonly policies: readonly Policy[];
    readonly attestations?: Attestations;
    readonly date: string;
    readonly version: string;
    readonly lifecyclesCheckedOn: string;
    readonly previous?: Assessment;
}

const DISCLAIMER =
    "This is a supplier's own evidence on NHS England's voluntary cyber security charter. It is not NHS England's form, no certificate, and no legal or contractual pass.";

export function assess(input: AssessmentInput): Assessment {
    const { attestations, date, version, lifecyclesCheckedOn } = input;
    const byName = new Map(input.policies.map(policy => [policy.name, policy]));
    const reports = [...input.reports].sort((a, b) => compare(stackOf(a), stackOf(b)) || compare(a.run.kind, b.run.kind));
    const assessment: Assessment = {
        schemaVersion: ASSESSMENT_VERSION,
        tool: { version, lifecyclesCheckedOn, frameworksAsOf: FRAMEWORKS_AS_OF },
        date,
        disclaimer: DISCLAIMER,
        ...(attestations
            ? {
                  organisation: attestations.organisation,
                  scope: attestations.scope,
                  attestationFile: { path: attestations.file, sha256: attestations.sha256 },
              }
            : {}),
        sources: reports.map(sourceOf),
        commitments: COMMITMENTS.map(({ id }) => assessCommitment(id, reports, byName, attestations?.answers ?? unanswered())),
    };
    return input.previous ? { ...assessment, changes: changesSince(input.previous, assessment) } : assessment;
}

export function stackOf({ source }: StackReport): string {
    return `${source.project}/${source.stack}`;
}

/** Only a state that was read, or an update that ran, says what is deployed. */
export function basisOf({ run }: StackReport): Basis {
    return run.kind === "preview" ? "preview" : "deployed";
}

function sourceOf(report: StackReport): Source {
    const { source, run, tool } = report;
    return {
        name: stackOf(report),
        basis: basisOf(report),
        kind: run.kind,
        path: source.path,
        sha256: source.sha256,
        date: run.date,
        version: tool.version,
        lifecyclesCheckedOn: tool.lifecyclesCheckedOn,
        preset: run.preset,
        selection: run.selection,
        resources: source.resources,
        unseenTypes: source.unseenTypes,
        notices: report.notices ?? [],
    };
}

function assessCommitment(
    id: CommitmentId,
    reports: readonly StackReport[],
    byName: ReadonlyMap<string, Policy>,
    answers: readonly Attestation[],
): CommitmentAssessment {
    const found = COMMITMENTS.find(commitment => commitment.id === id);
    if (!found) throw new Error(`no commitment ${id}`);
    const { number, title, statement, bestEvidence, evidenceLimit, parts } = found;
    const policies = assessPolicies(id, reports, byName);
    const own = answers.filter(answer => answer.question.commitment === id);
    const inherited = reports.flatMap(report =>
        report.inherited
            .filter(control => (byName.get(control.policy)?.commitment ?? control.policy) === id)
            .map(c => ({ ...c, stack: stackOf(report) })),
    );
    const technical = {
        deployed: technicalState(policies, "deployed", bestEvidence, reports),
        preview: technicalState(policies, "preview", bestEvidence, reports),
    };
    const attested = attestedState(own);
    const inheritance = worst(
        inherited.map(({ state }): State => (state === "expired" ? "missing" : state === "used" ? "attested" : "not-applicable")),
    );
    const state = commitmentState(technical, attested, inheritance);
    return {
        id,
        number,
        title,
        statement,
        bestEvidence,
        evidenceLimit,
        state,
        because: reason(state, policies, own, technical, inheritance),
        technical,
        attested,
        ...(parts
            ? {
                  parts: parts.map(part => {
                      const ofPart = policies.filter(policy => policy.part === undefined || policy.part === part.id);
                      const said = own.filter(({ question }) => question.part === undefined || question.part === part.id);
                      const byCode = {
                          deployed: technicalState(ofPart, "deployed", bestEvidence, reports),
                          preview: technicalState(ofPart, "preview", bestEvidence, reports),
                      };
                      return { id: part.id, title: part.title, state: commitmentState(byCode, attestedState(said), inheritance) };
                  }),
              }
            : {}),
        policies,
        findings: reports.flatMap(report =>
            report.findings
                .filter(finding => finding.commitment === id)
                .map(({ commitment: _, references: __, ...finding }) => ({ ...finding, stack: stackOf(report), basis: basisOf(report) })),
        ),
        attestations: own.map(({ question, ...answer }) => ({
            ...answer,
            id: question.id,
            question: question.question,
            evidenceAskedFor: question.evidence,
            ...(question.part ? { part: question.part } : {}),
        })),
        waivers: reports.flatMap(report =>
            report.waivers.filter(waiver => byName.get(waiver.policy)?.commitment === id).map(waiver => ({ ...waiver, stack: stackOf(report) })),
        ),
        inherited,
        controls: (["primary", "related"] as const).flatMap(kind => COMMITMENT_MAPPINGS[id][kind].flatMap(ref => mapped(ref, kind === "primary"))),
    };
}

function mapped(reference: string, primary: boolean): readonly MappedControl[] {
    const found = control(reference);
    if (!found) return [];
    const caf32 = inCaf32(reference);
    return [
        {
            reference,
            framework: `${found.framework.name} ${found.framework.version}`,
            control: found.control.id,
            title: found.control.title,
            primary,
            verify: found.verify,
            ...(caf32 === undefined ? {} : { caf32 }),
        },
    ];
}

const COUNTED = ["pass", "fail", "waived", "undetermined", "error", "partial"] as const;

/** The commitment's policies that ran, each with its counts over all reports. */
function assessPolicies(id: CommitmentId, reports: readonly StackReport[], byName: ReadonlyMap<string, Policy>): AssessedPolicy[] {
    const rows = new Map<string, Record<Basis, Record<keyof Counts, number>>>();
    const none = (): Record<keyof Counts, number> => ({ pass: 0, fail: 0, waived: 0, undetermined: 0, error: 0, partial: 0 });
    for (const report of reports) {
        for (const row of report.policies) {
            if (byName.get(row.name)?.commitment !== id) continue;
            const counts = rows.get(row.name) ?? { deployed: none(), preview: none() };
            add(counts[basisOf(report)], row);
            rows.set(row.name, counts);
        }
    }
    return [...rows]
        .sort(([a], [b]) => compare(a, b))
        .flatMap(([name, counts]) => {
            const policy = byName.get(name);
            if (!policy) return [];
            const total = none();
            add(total, counts.deployed);
            add(total, counts.preview);
            return [
                {
                    name,
                    title: policy.title,
                    url: policyUrl(name),
                    severity: policy.severity,
                    strength: policy.strength,
                    evidence: policy.evidence,
                    ...(policy.part ? { part: policy.part } : {}),
                    ...total,
                    state: { deployed: policyState(policy, counts.deployed), preview: policyState(policy, counts.preview) },
                },
            ];
        });
}

function add(counts: Record<keyof Counts, number>, row: Counts | PolicySummary): void {
    for (const key of COUNTED) counts[key] += row[key];
}

/** A policy's grade is the worst of what it found. What is waived is an accepted gap: it lowers the grade, and is no failure until it expires. */
function policyState({ evidence }: Policy, counts: Counts): State {
    if (counts.fail > 0) return "failed";
    if (counts.error + counts.undetermined > 0) return "undetermined";
    const passed: State = counts.pass === 0 ? "not-applicable" : counts.partial > 0 ? atMost(evidence, "partial") : evidence;
    return counts.waived > 0 ? worst([passed, "partial"]) : passed;
}

/**
 * What the charter asks for (core policies) makes the grade. What only helps fails nothing and proves nothing: where nothing else speaks it is
 * `supporting`. The preview of a stack whose state was not given shows what would be deployed, never more than `partial`.
 */
function technicalState(policies: readonly AssessedPolicy[], basis: Basis, best: BestEvidence, reports: readonly StackReport[]): State {
    if (!reports.some(report => basisOf(report) === basis)) return "not-applicable";
    const isDeployed = (stack: string): boolean => reports.some(report => basisOf(report) === "deployed" && stackOf(report) === stack);
    const onlyPreviewed = basis === "preview" && reports.some(report => !isDeployed(stackOf(report)));
    const core = policies.filter(policy => policy.strength === "core").map(policy => policy.state[basis]);
    const graded = core.filter(state => state !== "supporting");
    const state = worst(graded);
    if (state !== "not-applicable") return onlyPreviewed ? atMost(atMost(state, best), "partial") : atMost(state, best);
    const helps = policies.some(policy => policy.state[basis] === "supporting" || (policy.strength === "supporting" && policy.pass > 0));
    return helps ? "supporting" : "not-applicable";
}

function attestedState(answers: readonly Attestation[]): State {
    return worst(answers.map(answer => answer.state));
}

/** The worst of what code shows and what people say. What only supports takes nothing away beside an attestation. */
function commitmentState(technical: Readonly<Record<Basis, State>>, attested: State, inheritance: State): State {
    const byCode = [technical.deployed, technical.preview].filter(state => state !== "supporting");
    return worst([...byCode, attested, inheritance]);
}

function reason(
    state: State,
    policies: readonly AssessedPolicy[],
    answers: readonly Attestation[],
    technical: Readonly<Record<Basis, State>>,
    inheritance: State,
): string {
    const count = (n: number, one: string, many = `${one}s`): string => `${String(n)} ${n === 1 ? one : many}`;
    const core = policies.filter(policy => policy.strength === "core");
    const of = (wanted: State): AssessedPolicy[] => core.filter(policy => policy.state.deployed === wanted || policy.state.preview === wanted);
    const said = (wanted: State): number => answers.filter(answer => answer.state === wanted).length;
    const passes = [technical.deployed, technical.preview].every(s => s !== "failed" && s !== "undetermined") && core.some(policy => policy.pass > 0);
    switch (state) {
        case "failed": {
            const parts = [
                ...(of("failed").length > 0 ? [`${count(of("failed").length, "policy is", "policies are")} violated`] : []),
                ...(said("failed") > 0 ? [`${count(said("failed"), "question is", "questions are")} answered no`] : []),
            ];
            return `${parts.join(", ")}.`;
        }
        case "missing": {
            const refused = answers.filter(answer => answer.refused !== undefined).length;
            const open = said("missing") - refused;
            const parts = [
                ...(open > 0 ? [`${count(open, "question has", "questions have")} no answer`] : []),
                ...(refused > 0 ? [`${count(refused, "answer is", "answers are")} refused`] : []),
                ...(inheritance === "missing" ? ["an inherited control has expired"] : []),
            ];
            return `${passes ? "The technical part passes; attestation outstanding: " : ""}${parts.join(", ")}.`;
        }
        case "undetermined":
            return `${count(of("undetermined").length, "policy", "policies")} could not be told.`;
        case "partial":
            return said("partial") > 0
                ? `${count(said("partial"), "question is", "questions are")} answered only partly.`
                : "What code shows is needed, and not enough by itself.";
        case "attested":
            return technical.deployed === "not-applicable" && technical.preview === "not-applicable"
                ? "Attested by people, with evidence; nothing of it was seen in code."
                : "Attested by people, with evidence; what code shows does not contradict it.";
        case "not-applicable":
            return "Nothing that was assessed falls under it.";
        default:
            return "Proved by what is deployed.";
    }
}

export function compare(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
