import type { Statement } from "../../src/policy/documents";
import { type Answer, and, is, some } from "../../src/policy/unknown";

/** Is the statement's only condition that the request came without MFA, so that it speaks of all such requests? Bool alone overlooks access keys, which carry no such key. */
export function onlyWithoutMfa(s: Statement): Answer {
    const [condition, ...others] = s.conditions;
    if (!condition || others.length > 0) return false;
    return and(
        is(condition.key, key => key === "aws:multifactorauthpresent"),
        is(condition.operator, operator => operator === "boolifexists"),
        some(condition.values, value => is(value, v => v.toLowerCase() === "false")),
    );
}
