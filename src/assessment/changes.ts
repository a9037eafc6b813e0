import type { Assessment, AssessedFinding } from "./assessment";
import type { State } from "./states";

/** One violation, now or before. */
export interface ChangedFinding {
    readonly commitment: string;
    readonly policy: string;
    readonly stack: string;
    readonly urn: string;
    readonly property?: string;
}

/** What is otherwise than in an earlier assessment. */
export interface Changes {
    readonly since: string;
    readonly commitments: readonly { readonly id: string; readonly before: State; readonly after: State }[];
    readonly newlyFailing: readonly ChangedFinding[];
    /** Violated before, not now, in a stack that was assessed both times by that policy. */
    readonly mended: readonly ChangedFinding[];
    readonly newlyWaived: readonly ChangedFinding[];
    /** Waived before, and a violation again. */
    readonly waiverEnded: readonly ChangedFinding[];
    /** Attestations that counted before and do not now. */
    readonly lapsed: readonly string[];
    /** Attestations that count now and did not before. */
    readonly attested: readonly string[];
}

export function changesSince(before: Assessment, after: Assessment): Changes {
    const was = findingsOf(before);
    const is = findingsOf(after);
    const judged = new Set(after.commitments.flatMap(c => c.policies.map(policy => policy.name)));
    const stacks = new Set(after.sources.map(source => source.name));
    const pick = (from: ReadonlyMap<string, Entry>, wanted: (entry: Entry, key: string) => boolean): ChangedFinding[] =>
        [...from].filter(([key, entry]) => wanted(entry, key)).map(([, { finding }]) => finding);
    const countsIn = (assessment: Assessment): ReadonlySet<string> =>
        new Set(assessment.commitments.flatMap(c => c.attestations.filter(a => a.state !== "missing").map(a => a.id)));
    const counted = countsIn(before);
    const counts = countsIn(after);
    return {
        since: before.date,
        commitments: after.commitments.flatMap(({ id, state }) => {
            const earlier = before.commitments.find(commitment => commitment.id === id)?.state;
            return earlier === undefined || earlier === state ? [] : [{ id, before: earlier, after: state }];
        }),
        newlyFailing: pick(is, ({ verdict }, key) => verdict === "fail" && was.get(key) === undefined),
        mended: pick(
            was,
            ({ verdict, finding }, key) => verdict === "fail" && !is.has(key) && judged.has(finding.policy) && stacks.has(finding.stack),
        ),
        newlyWaived: pick(is, ({ verdict }, key) => verdict === "waived" && was.get(key)?.verdict !== "waived"),
        waiverEnded: pick(is, ({ verdict }, key) => verdict === "fail" && was.get(key)?.verdict === "waived"),
        lapsed: [...counted].filter(id => !counts.has(id)).sort(),
        attested: [...counts].filter(id => !counted.has(id)).sort(),
    };
}

interface Entry {
    readonly finding: ChangedFinding;
    readonly verdict: AssessedFinding["verdict"];
}

/** Violations and waived ones by what they speak of. */
function findingsOf(assessment: Assessment): ReadonlyMap<string, Entry> {
    return new Map(
        assessment.commitments.flatMap(({ id, findings }) =>
            findings
                .filter(finding => !finding.advice && (finding.verdict === "fail" || finding.verdict === "waived"))
                .map(({ policy, stack, urn, property, verdict, basis }): [string, Entry] => [
                    JSON.stringify([policy, stack, urn, property ?? "", basis]),
                    { finding: { commitment: id, policy, stack, urn, ...(property === undefined ? {} : { property }) }, verdict },
                ]),
        ),
    );
}
