import type { VNode } from "preact";
import { COMMITMENTS, type CommitmentId } from "../../charter/commitments";
import { wordOf } from "../levels";
import { type Finding, SEVERITIES } from "../model";
import { oneLine, waiverText } from "../sentences";

/** A finding on a page, and where it comes from. */
export interface Shown {
    readonly finding: Omit<Finding, "commitment" | "references">;
    readonly commitment: CommitmentId;
    readonly stack: string;
    /** "index.ts:12", or what it was found in. */
    readonly place: string;
}

/** What a page says of a policy. */
export interface PolicyWords {
    readonly title: string;
    readonly why: string;
    readonly url: string;
}

export type WordsOf = (policy: string) => PolicyWords | undefined;

/** Findings by policy, the gravest first: each policy opens to its resources. */
export function Findings({ shown, wordsOf }: { shown: readonly Shown[]; wordsOf: WordsOf }): VNode {
    const groups = new Map<string, Shown[]>();
    for (const one of shown) {
        const group = groups.get(one.finding.policy);
        if (group) group.push(one);
        else groups.set(one.finding.policy, [one]);
    }
    const sorted = [...groups].sort(([a, [x]], [b, [y]]) => rank(x) - rank(y) || (a < b ? -1 : 1));
    return (
        <>
            {sorted.map(([name, group]) => (
                <PolicyGroup name={name} group={group} words={wordsOf(name)} />
            ))}
        </>
    );
}

function rank(shown: Shown | undefined): number {
    return shown ? SEVERITIES.indexOf(shown.finding.severity) : 0;
}

function PolicyGroup({ name, group, words }: { name: string; group: readonly Shown[]; words: PolicyWords | undefined }): VNode | null {
    const [first] = group;
    if (!first) return null;
    const { severity, fix } = first.finding;
    return (
        <details class="policy" id={`policy-${name}`} data-of={first.commitment}>
            <summary>
                <strong>{name}</strong> {words ? `${words.title}. ` : ""}
                <span class="soft">
                    {severity}; {countsOfWords(group.map(({ finding }) => wordOf(finding)))}
                </span>
            </summary>
            {words ? <p>{words.why}</p> : null}
            <p>
                <strong>How to mend:</strong> {fix} {words ? <a href={words.url}>About this policy</a> : null}
            </p>
            <table>
                <thead>
                    <tr>
                        {["verdict", "resource", "stack", "what"].map(text => (
                            <th scope="col">{text}</th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {group.map(one => (
                        <Row {...one} />
                    ))}
                </tbody>
            </table>
        </details>
    );
}

function Row({ finding, stack, place }: Shown): VNode {
    const word = wordOf(finding);
    return (
        <tr data-severity={finding.severity} data-verdict={word} data-stack={stack}>
            <td>
                <span class={`badge ${toneOf(word)}`}>{word}</span>
            </td>
            <td>
                {oneLine(finding.name)}
                <br />
                <span class="soft">
                    {oneLine(finding.type)}
                    <br />
                    {oneLine(place)}
                </span>
            </td>
            <td>{oneLine(stack)}</td>
            <td>
                {finding.message}
                {finding.property === undefined ? null : (
                    <>
                        {" "}
                        <code>{oneLine(finding.property)}</code>
                    </>
                )}
                {waiverText(finding)}
                {finding.standIns && finding.standIns.length > 0 ? ` Told with stand-ins: ${finding.standIns.map(oneLine).join(", ")}.` : ""}
            </td>
        </tr>
    );
}

/** "2 mandatory, 1 waived". */
function countsOfWords(words: readonly string[]): string {
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    return [...counts].map(([word, n]) => `${String(n)} ${word}`).join(", ");
}

export function toneOf(word: string): string {
    if (["mandatory", "error", "failed", "fail"].includes(word)) return "bad";
    if (["undetermined"].includes(word)) return "open";
    return ["pass", "proved", "attested"].includes(word) ? "good" : "warn";
}

/** Search and filters over every finding of the page. Hidden where no script runs. */
export function Filters({ shown, commitments }: { shown: readonly Shown[]; commitments: readonly CommitmentId[] }): VNode {
    const distinct = (of: (one: Shown) => string): string[] => [...new Set(shown.map(of))].sort();
    const severities = SEVERITIES.filter(severity => shown.some(({ finding }) => finding.severity === severity));
    return (
        <form class="filters" hidden role="search" aria-label="Findings">
            <label>
                Search
                <input type="search" name="search" autocomplete="off" />
            </label>
            <Choice
                name="commitment"
                options={COMMITMENTS.filter(c => commitments.includes(c.id)).map(c => [c.id, `${String(c.number)} ${c.title}`])}
            />
            <Choice name="severity" options={severities.map(s => [s, s])} />
            <Choice name="verdict" options={distinct(({ finding }) => wordOf(finding)).map(word => [word, word])} />
            <Choice name="stack" options={distinct(({ stack }) => stack).map(stack => [stack, oneLine(stack)])} />
            <output aria-live="polite" />
        </form>
    );
}

function Choice({ name, options }: { name: string; options: readonly (readonly [string, string])[] }): VNode {
    return (
        <label>
            {name.charAt(0).toUpperCase() + name.slice(1)}
            <select name={name}>
                <option value="">all</option>
                {options.map(([value, text]) => (
                    <option value={value}>{text}</option>
                ))}
            </select>
        </label>
    );
}
