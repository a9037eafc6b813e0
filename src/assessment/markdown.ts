import { counted } from "../report/counts";
import { plain, table } from "../report/markdown-text";
import type { AssessedAttestation, Assessment, CommitmentAssessment } from "./assessment";
import type { ChangedFinding } from "./changes";
import type { State } from "./states";

const WORDS: Readonly<Record<State, string>> = {
    failed: "failed",
    missing: "not met: missing",
    undetermined: "undetermined",
    supporting: "supporting evidence only",
    partial: "partial",
    attested: "attested",
    proved: "proved",
    "not-applicable": "not applicable",
};

/** How a state is called for readers. */
export function stateWord(state: State): string {
    return WORDS[state];
}

/** The assessment as Markdown. Names, reasons and titles come from people and programs: no markup of theirs gets through. */
export function assessmentMarkdown(assessment: Assessment): string {
    const { organisation, scope, attestationFile, changes } = assessment;
    const products = scope && scope.products.length > 0 ? `Products: ${scope.products.map(plain).join(", ")}.` : "";
    return `${[
        `# Cyber security charter: self-assessment${organisation ? ` of ${plain(organisation.name)}` : ""}`,
        assessment.disclaimer,
        [`Assessed on ${assessment.date}.`, products, scope?.statement ? plain(scope.statement) : ""].filter(Boolean).join(" "),
        "## The eight commitments",
        table(
            ["", "commitment", "state", "why"],
            assessment.commitments.map(c => [String(c.number), `[${c.title}](#${anchor(c)})`, `**${stateWord(c.state)}**`, c.because]),
        ),
        ...(changes ? [changesSection(changes)] : []),
        ...assessment.commitments.map(section),
        "## What was assessed",
        table(
            ["stack", "evidence of", "run", "resources", "preset", "pack", "input", "SHA-256"],
            assessment.sources.map(s => [
                plain(s.name),
                s.basis === "deployed" ? "what is deployed" : "what would be deployed",
                `${s.kind}, ${s.date}`,
                String(s.resources),
                `${s.preset}${s.selection === "all" ? "" : `, only ${plain(s.selection)}`}`,
                s.version,
                plain(s.path),
                `\`${s.sha256.slice(0, 16)}\``,
            ]),
        ),
        ...assessment.sources
            .filter(s => s.unseenTypes.length > 0)
            .map(s => `Types in ${plain(s.name)} that no policy looked at: ${s.unseenTypes.map(plain).join(", ")}.`),
        `Pack ${assessment.tool.version}; support dates checked on ${assessment.tool.lifecyclesCheckedOn}; frameworks as of ${assessment.tool.frameworksAsOf}.${attestationFile ? ` Attestations: ${plain(attestationFile.path)}, SHA-256 \`${attestationFile.sha256.slice(0, 16)}\`.` : " No attestations were given."}`,
    ].join("\n\n")}\n`;
}

function anchor({ number, title }: CommitmentAssessment): string {
    return `${String(number)}-${title
        .toLowerCase()
        .replace(/[^a-z0-9 -]/g, "")
        .replaceAll(" ", "-")}`;
}

function section(c: CommitmentAssessment): string {
    const failing = c.findings.filter(f => f.verdict !== "pass" || f.advice === true);
    return [
        `## ${String(c.number)} ${c.title}`,
        `${c.statement}\n\n**${stateWord(c.state)}.** ${c.because} ${c.evidenceLimit}`,
        table(
            ["part", "state"],
            [
                ["code, as deployed", stateWord(c.technical.deployed)],
                ["code, as previewed", stateWord(c.technical.preview)],
                ["attested by people", stateWord(c.attested)],
                ...(c.parts ?? []).map(part => [part.title, stateWord(part.state)]),
            ],
        ),
        "### Attestations",
        table(["question", "answer", "owner", "counts until", "evidence"], c.attestations.map(attestationRow)),
        ...(failing.length > 0
            ? [
                  "### Findings",
                  table(
                      ["verdict", "policy", "resource", "stack", "what"],
                      failing.map(f => [
                          f.advice ? "advice" : f.verdict,
                          `${f.policy} (${f.severity})`,
                          plain(f.name),
                          `${plain(f.stack)}, ${f.basis}`,
                          plain(
                              `${f.message}${f.waiver ? ` Waived until ${f.waiver.expires}, approved by ${f.waiver.approvedBy}: ${f.waiver.reason}` : ""}`,
                          ),
                      ]),
                  ),
              ]
            : []),
        ...(c.inherited.length > 0
            ? [
                  "### Inherited controls",
                  table(
                      ["policy or commitment", "from", "stack", "state", "until"],
                      c.inherited.map(i => [plain(i.policy), plain(i.from), plain(i.stack), i.state, i.expires]),
                  ),
              ]
            : []),
        ...(c.waivers.length > 0
            ? [
                  "### Waivers",
                  table(
                      ["policy", "resource", "stack", "state", "until", "approved by"],
                      c.waivers.map(w => [w.policy, plain(w.resource), plain(w.stack), w.state, w.expires, plain(w.approvedBy)]),
                  ),
              ]
            : []),
        "### Policies",
        c.policies.length === 0
            ? "None ran."
            : `${counted(c.policies.length, "policies").replace("1 policie", "1 policy")} ran.\n\n${table(
                  ["policy", "deployed", "preview", "pass", "fail", "waived", "undetermined"],
                  c.policies
                      .filter(p => p.pass + p.fail + p.waived + p.undetermined + p.error > 0)
                      .map(p => [
                          `[${p.name}](${p.url})`,
                          stateWord(p.state.deployed),
                          stateWord(p.state.preview),
                          ...[p.pass, p.fail, p.waived, p.undetermined + p.error].map(String),
                      ]),
              )}`,
        "### Controls of other frameworks",
        table(
            ["framework", "control", "title", ""],
            c.controls.map(m => [
                m.framework,
                `${m.control}${m.caf32 === undefined ? "" : " (CAF 3.2 too)"}`,
                m.title,
                [m.primary ? "core" : "related", ...(m.verify ? ["to be confirmed"] : [])].join(", "),
            ]),
        ),
    ].join("\n\n");
}

function attestationRow(a: AssessedAttestation): readonly string[] {
    return [
        a.question,
        a.refused === undefined
            ? `${a.answer}${a.statement ? `: ${plain(a.statement)}` : ""}${a.reason ? ` (${plain(a.reason)})` : ""}`
            : `**refused**: ${plain(a.refused)}`,
        a.owner ? `${plain(a.owner.name)}, ${plain(a.owner.role)}; approved by ${plain(a.approvedBy ?? "nobody")}` : "",
        a.countsUntil === undefined ? "" : `${a.countsUntil} (${String(a.daysLeft)} days)`,
        (a.evidence ?? []).map(e => `${plain(e.title)}: ${plain(e.location)}`).join("; ") || `asked for: ${a.evidenceAskedFor}`,
    ];
}

function changesSection(changes: NonNullable<Assessment["changes"]>): string {
    const list = (title: string, findings: readonly ChangedFinding[]): string[] =>
        findings.length === 0 ? [] : [`${title}:\n\n${findings.map(f => `- ${f.policy} on ${plain(f.urn)} in ${plain(f.stack)}`).join("\n")}`];
    const words = [
        ...changes.commitments.map(c => `- ${c.id}: ${stateWord(c.before)} → ${stateWord(c.after)}`),
        ...(changes.lapsed.length > 0 ? [`- no longer attested: ${changes.lapsed.join(", ")}`] : []),
        ...(changes.attested.length > 0 ? [`- newly attested: ${changes.attested.join(", ")}`] : []),
    ];
    const parts = [
        ...(words.length > 0 ? [words.join("\n")] : []),
        ...list("Newly failing", changes.newlyFailing),
        ...list("Mended", changes.mended),
        ...list("Newly waived", changes.newlyWaived),
        ...list("Waivers that ended", changes.waiverEnded),
    ];
    return [`## Changes since ${changes.since}`, ...(parts.length > 0 ? parts : ["None."])].join("\n\n");
}
