import type { VNode } from "preact";
import { COMMITMENTS, type CommitmentId } from "../../charter/commitments";
import { policyUrl } from "../../version";
import { countsOf, counted, isBlocked } from "../counts";
import { Filters, Findings, type Shown, type WordsOf } from "../html/findings";
import { pageOf } from "../html/page";
import { Table } from "../html/table";
import { noticesOf } from "../levels";
import type { StackReport } from "../model";
import { oneLine } from "../sentences";
import type { Format } from "./format";
import { placeOf } from "./place";

/** One page that needs no network: each stack's verdict, and every finding by commitment. */
export const html: Format = {
    extension: "html",
    render(reports, { policies, failOnUndetermined }) {
        const byName = new Map(policies.map(policy => [policy.name, policy]));
        const wordsOf: WordsOf = name => {
            const policy = byName.get(name);
            return policy ? { title: policy.title, why: policy.why, url: policyUrl(name) } : undefined;
        };
        const names = reports.map(stackOf).join(", ");
        return pageOf(
            `Charter report: ${oneLine(names)}`,
            <Report reports={reports} wordsOf={wordsOf} failOnUndetermined={failOnUndetermined === true} />,
        );
    },
};

function stackOf({ source }: StackReport): string {
    return `${source.project}/${source.stack}`;
}

function Report({ reports, wordsOf, failOnUndetermined }: { reports: readonly StackReport[]; wordsOf: WordsOf; failOnUndetermined: boolean }): VNode {
    const shown: readonly Shown[] = reports.flatMap(report =>
        report.findings.map(finding => {
            const { file, line } = placeOf(report, finding);
            return { finding, commitment: finding.commitment as CommitmentId, stack: stackOf(report), place: `${file}:${String(line)}` };
        }),
    );
    const found = COMMITMENTS.filter(({ id }) => shown.some(({ commitment }) => commitment === id));
    return (
        <>
            <header>
                <h1>Charter report</h1>
                <p class="note">
                    Judged by nhs-supplier-charter {reports[0]?.tool.version ?? ""}, an independent project. A run without findings is no assurance
                    and no legal pass.
                </p>
            </header>
            <main id="main">
                <Table
                    caption="Stacks"
                    head={["stack", "verdict", "counts", "run"]}
                    rows={reports.map(report => [
                        oneLine(stackOf(report)),
                        <span class={`badge ${isBlocked(report, failOnUndetermined) ? "bad" : "good"}`}>
                            {isBlocked(report, failOnUndetermined) ? "blocked" : "not blocked"}
                        </span>,
                        `${countsOf(report)
                            .map(([n, what]) => counted(n, what))
                            .join(", ")} on ${counted(report.source.resources, "resources")}`,
                        `${report.run.kind}, preset ${report.run.preset}, ${report.run.date}`,
                    ])}
                />
                {reports.flatMap(report =>
                    noticesOf(report).map(notice => (
                        <p class="note">
                            {oneLine(stackOf(report))}: {oneLine(notice)}
                        </p>
                    )),
                )}
                {shown.length > 0 ? <Filters shown={shown} commitments={found.map(({ id }) => id)} /> : <p>Nothing was found.</p>}
                {found.map(({ id, number, title }) => (
                    <section data-commitment={id}>
                        <h2 id={id}>
                            {number} {title}
                        </h2>
                        <Findings shown={shown.filter(({ commitment }) => commitment === id)} wordsOf={wordsOf} />
                    </section>
                ))}
            </main>
        </>
    );
}
