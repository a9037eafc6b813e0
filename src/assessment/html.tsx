import type { VNode } from "preact";
import type { Policy } from "../policy/definition";
import { counted } from "../report/counts";
import { Filters, Findings, type Shown, type WordsOf, toneOf } from "../report/html/findings";
import { pageOf } from "../report/html/page";
import { type Cell, Table } from "../report/html/table";
import { oneLine } from "../report/sentences";
import { policyUrl } from "../version";
import type { AssessedAttestation, Assessment, CommitmentAssessment } from "./assessment";
import type { ChangedFinding } from "./changes";
import { stateWord } from "./markdown";
import type { State } from "./states";

/** The assessment as one page that needs no network: for reading, searching and printing. */
export function assessmentHtml(assessment: Assessment, policies: readonly Policy[]): string {
    const byName = new Map(policies.map(policy => [policy.name, policy]));
    const wordsOf: WordsOf = name => {
        const policy = byName.get(name);
        return policy ? { title: policy.title, why: policy.why, url: policyUrl(name) } : undefined;
    };
    const whose = assessment.organisation ? ` of ${oneLine(assessment.organisation.name)}` : "";
    return pageOf(`Cyber security charter: self-assessment${whose}`, <Page assessment={assessment} wordsOf={wordsOf} />);
}

function Page({ assessment, wordsOf }: { assessment: Assessment; wordsOf: WordsOf }): VNode {
    const { organisation, scope, commitments, changes, date, disclaimer } = assessment;
    const shown = commitments.flatMap(shownOf);
    return (
        <>
            <header>
                <h1>Cyber security charter: self-assessment{organisation ? ` of ${oneLine(organisation.name)}` : ""}</h1>
                <p>
                    Assessed on {date}.{scope && scope.products.length > 0 ? ` Products: ${scope.products.map(oneLine).join(", ")}.` : ""}
                    {scope?.statement ? ` ${oneLine(scope.statement)}` : ""}
                </p>
                <p class="note">{disclaimer}</p>
            </header>
            <main id="main">
                <h2>The eight commitments at a glance</h2>
                <ol class="glance">
                    {commitments.map(c => (
                        <li>
                            <a href={`#${c.id}`}>
                                {c.number} {c.title}
                            </a>{" "}
                            <StateBadge state={c.state} />
                            <p>{c.because}</p>
                        </li>
                    ))}
                </ol>
                <h3>What code shows, by commitment</h3>
                <ul class="legend" aria-label="Colours of the bars">
                    {PARTS.map(part => (
                        <li>
                            <svg class="chart" aria-hidden="true">
                                <rect class={part.of} width="100%" height="100%" />
                            </svg>
                            {part.word}
                        </li>
                    ))}
                </ul>
                <Table
                    head={["commitment", "checks", "passed", "violated", "waived", "undetermined"]}
                    rows={commitments.map(c => {
                        const counts = countsOf(c);
                        return [
                            `${String(c.number)} ${c.title}`,
                            <Bar counts={counts} />,
                            counts.pass,
                            counts.fail,
                            counts.waived,
                            counts.undetermined,
                        ];
                    })}
                />
                {changes ? <ChangesSection changes={changes} /> : null}
                {shown.length > 0 ? <Filters shown={shown} commitments={commitments.map(c => c.id)} /> : null}
                {commitments.map(c => (
                    <Commitment commitment={c} wordsOf={wordsOf} />
                ))}
                <Sources assessment={assessment} />
            </main>
            <footer>
                nhs-supplier-charter {assessment.tool.version}; support dates checked on {assessment.tool.lifecyclesCheckedOn}; frameworks as of{" "}
                {assessment.tool.frameworksAsOf}.
            </footer>
        </>
    );
}

const PARTS = [
    { of: "pass", word: "passed" },
    { of: "fail", word: "violated" },
    { of: "waived", word: "waived" },
    { of: "undetermined", word: "undetermined, or an error" },
] as const;
type Counts = Readonly<Record<(typeof PARTS)[number]["of"], number>>;

function countsOf({ policies }: CommitmentAssessment): Counts {
    const sum = (of: (policy: CommitmentAssessment["policies"][number]) => number): number =>
        policies.reduce((total, policy) => total + of(policy), 0);
    return { pass: sum(p => p.pass), fail: sum(p => p.fail), waived: sum(p => p.waived), undetermined: sum(p => p.undetermined + p.error) };
}

function Bar({ counts }: { counts: Counts }): VNode {
    const total = PARTS.reduce((sum, { of }) => sum + counts[of], 0);
    if (total === 0) return <span class="soft">none</span>;
    let x = 0;
    const bars = PARTS.filter(({ of }) => counts[of] > 0).map(({ of }) => {
        const width = (counts[of] / total) * 100;
        const bar = <rect class={of} x={`${x.toFixed(2)}%`} width={`${width.toFixed(2)}%`} height="100%" />;
        x += width;
        return bar;
    });
    return (
        <svg class="chart" role="img" aria-label={PARTS.map(({ of, word }) => `${String(counts[of])} ${word}`).join(", ")}>
            {bars}
        </svg>
    );
}

const SIGNS: Readonly<Record<State, string>> = {
    failed: "✖",
    missing: "○",
    undetermined: "?",
    supporting: "◌",
    partial: "◐",
    attested: "✔",
    proved: "✔",
    "not-applicable": "–",
};

function StateBadge({ state }: { state: State }): VNode {
    const tone = state === "not-applicable" || state === "supporting" ? "" : toneOf(state);
    return (
        <span class={`badge ${tone}`}>
            <span aria-hidden="true">{SIGNS[state]}</span> {stateWord(state)}
        </span>
    );
}

/** What is shown of a commitment's findings. */
function shownOf(c: CommitmentAssessment): Shown[] {
    return c.findings.map(finding => ({
        finding,
        commitment: c.id,
        stack: finding.stack,
        place: `${finding.location ? `${finding.location.file}:${String(finding.location.line)}, ` : ""}${finding.basis === "deployed" ? "as deployed" : "as previewed"}`,
    }));
}

function Commitment({ commitment: c, wordsOf }: { commitment: CommitmentAssessment; wordsOf: WordsOf }): VNode {
    const ran = c.policies.filter(p => p.pass + p.fail + p.waived + p.undetermined + p.error > 0);
    return (
        <section class="commitment" data-commitment={c.id}>
            <h2 id={c.id}>
                {c.number} {c.title} <StateBadge state={c.state} />
            </h2>
            <p>{c.statement}</p>
            <p>
                <strong>{c.because}</strong> {c.evidenceLimit}
            </p>
            <Table
                head={["part", "state"]}
                rows={[
                    ["code, as deployed", <StateBadge state={c.technical.deployed} />],
                    ["code, as previewed", <StateBadge state={c.technical.preview} />],
                    ["attested by people", <StateBadge state={c.attested} />],
                    ...(c.parts ?? []).map((part): Cell[] => [part.title, <StateBadge state={part.state} />]),
                ]}
            />
            <h3>Attestations</h3>
            <Table head={["question", "answer", "owner", "counts until", "evidence"]} rows={c.attestations.map(attestationRow)} />
            {c.findings.length > 0 ? (
                <>
                    <h3>Findings</h3>
                    <Findings shown={shownOf(c)} wordsOf={wordsOf} />
                </>
            ) : null}
            {c.inherited.length > 0 ? (
                <>
                    <h3>Inherited controls</h3>
                    <Table
                        head={["policy or commitment", "from", "stack", "state", "until", "approved by", "reason"]}
                        rows={c.inherited.map(i => [i.policy, i.from, i.stack, i.state, i.expires, i.approvedBy, i.reason].map(oneLine))}
                    />
                </>
            ) : null}
            {c.waivers.length > 0 ? (
                <>
                    <h3>Waivers</h3>
                    <Table
                        head={["policy", "resource", "stack", "state", "until", "approved by", "reason"]}
                        rows={c.waivers.map(w => [w.policy, w.resource, w.stack, w.state, w.expires, w.approvedBy, w.reason].map(oneLine))}
                    />
                </>
            ) : null}
            <h3>Policies and controls</h3>
            {ran.length === 0 ? (
                <p>No policy found anything to judge.</p>
            ) : (
                <details>
                    <summary>{counted(ran.length, ran.length === 1 ? "policy" : "policies")} judged something</summary>
                    <Table
                        head={["policy", "as deployed", "as previewed", "passed", "violated", "waived", "undetermined"]}
                        rows={ran.map(p => [
                            <a href={p.url}>{p.name}</a>,
                            stateWord(p.state.deployed),
                            stateWord(p.state.preview),
                            p.pass,
                            p.fail,
                            p.waived,
                            p.undetermined + p.error,
                        ])}
                    />
                </details>
            )}
            <details>
                <summary>{counted(c.controls.length, "controls")} of other frameworks</summary>
                <Table
                    head={["framework", "control", "title", "relation"]}
                    rows={c.controls.map(m => [
                        m.framework,
                        `${m.control}${m.caf32 === undefined ? "" : " (CAF 3.2 too)"}`,
                        m.title,
                        [m.primary ? "core" : "related", ...(m.verify ? ["to be confirmed"] : [])].join(", "),
                    ])}
                />
            </details>
        </section>
    );
}

function attestationRow(a: AssessedAttestation): Cell[] {
    const said = `${a.answer}${a.statement ? `: ${oneLine(a.statement)}` : ""}${a.reason ? ` (${oneLine(a.reason)})` : ""}`;
    return [
        a.question,
        a.refused === undefined ? said : <span class="badge bad">refused</span>,
        a.refused === undefined
            ? a.owner
                ? `${oneLine(a.owner.name)}, ${oneLine(a.owner.role)}; approved by ${oneLine(a.approvedBy ?? "nobody")}`
                : ""
            : oneLine(a.refused),
        a.countsUntil === undefined ? (
            ""
        ) : (
            <>
                <span class="date">{a.countsUntil}</span> ({String(a.daysLeft)} days)
            </>
        ),
        a.evidence && a.evidence.length > 0 ? (
            <ul>
                {a.evidence.map(e => (
                    <li>
                        {oneLine(e.title)}: {oneLine(e.location)}
                        {e.sha256 === undefined ? "" : ` (SHA-256 ${e.sha256.slice(0, 16)}…)`}
                    </li>
                ))}
            </ul>
        ) : (
            `asked for: ${a.evidenceAskedFor}`
        ),
    ];
}

function ChangesSection({ changes }: { changes: NonNullable<Assessment["changes"]> }): VNode {
    const lists: readonly (readonly [string, readonly ChangedFinding[]])[] = [
        ["Newly failing", changes.newlyFailing],
        ["Mended", changes.mended],
        ["Newly waived", changes.newlyWaived],
        ["Waivers that ended", changes.waiverEnded],
    ];
    const words = [
        ...changes.commitments.map(c => `${c.id}: ${stateWord(c.before)} → ${stateWord(c.after)}`),
        ...(changes.lapsed.length > 0 ? [`no longer attested: ${changes.lapsed.join(", ")}`] : []),
        ...(changes.attested.length > 0 ? [`newly attested: ${changes.attested.join(", ")}`] : []),
    ];
    const isNone = words.length === 0 && lists.every(([, findings]) => findings.length === 0);
    return (
        <>
            <h2>Changes since {changes.since}</h2>
            {isNone ? <p>None.</p> : null}
            <ul>
                {words.map(word => (
                    <li>{word}</li>
                ))}
            </ul>
            {lists
                .filter(([, findings]) => findings.length > 0)
                .map(([title, findings]) => (
                    <>
                        <h3>{title}</h3>
                        <ul>
                            {findings.map(f => (
                                <li>
                                    <a href={`#policy-${f.policy}`}>{f.policy}</a> on {oneLine(f.urn)} in {oneLine(f.stack)}
                                </li>
                            ))}
                        </ul>
                    </>
                ))}
        </>
    );
}

function Sources({ assessment }: { assessment: Assessment }): VNode {
    const { sources, attestationFile } = assessment;
    return (
        <>
            <h2>What was assessed</h2>
            <Table
                head={["stack", "evidence of", "run", "resources", "preset", "pack", "input", "SHA-256"]}
                rows={sources.map(s => [
                    oneLine(s.name),
                    s.basis === "deployed" ? "what is deployed" : "what would be deployed",
                    `${s.kind}, ${s.date}`,
                    s.resources,
                    `${s.preset}${s.selection === "all" ? "" : `, only ${oneLine(s.selection)}`}`,
                    s.version,
                    oneLine(s.path),
                    <code>{s.sha256.slice(0, 16)}</code>,
                ])}
            />
            <p>
                {attestationFile ? (
                    <>
                        Attestations: {oneLine(attestationFile.path)}, SHA-256 <code>{attestationFile.sha256.slice(0, 16)}</code>.
                    </>
                ) : (
                    "No attestations were given."
                )}
            </p>
            {sources
                .filter(s => s.unseenTypes.length > 0)
                .map(s => (
                    <details>
                        <summary>
                            {oneLine(s.name)}: {counted(s.unseenTypes.length, "types")} that no policy looked at
                        </summary>
                        <p>{s.unseenTypes.map(oneLine).join(", ")}</p>
                    </details>
                ))}
        </>
    );
}
