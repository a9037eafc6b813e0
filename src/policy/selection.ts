import { COMMITMENTS } from "../charter/commitments";
import { ConfigurationError, didYouMean } from "./configuration";
import { SEVERITIES } from "../report/model";
import { type Policy, providerOf } from "./definition";
import { hasWildcard, matchesWildcard } from "./wildcard";

const PROVIDERS = ["aws", "azure", "entra"];
const STRENGTHS = ["core", "supporting"];

/** What a word of a selection speaks of, and whether a policy is meant by it. */
interface Kind {
    readonly id: string;
    readonly words: readonly string[];
    means(policy: Policy, word: string): boolean;
}

const equal = (id: string, words: readonly string[], of: (policy: Policy) => string): Kind => ({
    id,
    words,
    means: (policy, word) => of(policy) === word,
});

/**
 * The policies that a selection takes: "backup-and-recovery", "aws", "critical", "core", a reference ("fsbp:S3.1", "checkov:*") or a policy's
 * name, either with wildcards. Words of one kind are alternatives, kinds narrow each other. No words: all.
 * @throws ConfigurationError on a word that means nothing, and where nothing is left.
 */
export function selectPolicies(policies: readonly Policy[], words: readonly string[]): readonly Policy[] {
    const kinds = kindsOf(policies);
    const asked = new Map<Kind, string[]>();
    for (const word of words) {
        const kind = kinds.find(k => k.words.includes(word) || (hasWildcard(word) && policies.some(policy => k.means(policy, word))));
        if (!kind)
            throw new ConfigurationError(
                `nothing is called '${word}'${didYouMean(
                    word,
                    kinds.flatMap(k => k.words),
                )}`,
                [word],
            );
        asked.set(kind, [...(asked.get(kind) ?? []), word]);
    }
    const selected = policies.filter(policy => [...asked].every(([kind, alternatives]) => alternatives.some(word => kind.means(policy, word))));
    if (selected.length === 0) throw new ConfigurationError(`no policy is at once ${[...asked.values()].map(w => w.join(" or ")).join(", ")}`, []);
    return selected;
}

/** A selection as reports name it. */
export function selectionText(words: readonly string[] = []): string {
    return words.length === 0 ? "all" : words.join(",");
}

function kindsOf(policies: readonly Policy[]): readonly Kind[] {
    const named = (policy: Policy): readonly string[] => [policy.name, ...(policy.formerly ?? [])];
    return [
        equal(
            "commitment",
            COMMITMENTS.map(c => c.id),
            policy => policy.commitment,
        ),
        equal("provider", PROVIDERS, providerOf),
        equal("severity", SEVERITIES, policy => policy.severity),
        equal("strength", STRENGTHS, policy => policy.strength),
        {
            id: "name",
            words: policies.flatMap(named),
            means: (policy, word) => named(policy).some(name => matchesWildcard(word, name)),
        },
        {
            id: "reference",
            words: [...new Set(policies.flatMap(policy => policy.references))],
            means: (policy, word) => policy.references.some(reference => matchesWildcard(word, reference)),
        },
    ];
}
