import { mustByType } from "../../src/policy/factories";
import { type Fact, oneOf } from "../../src/policy/facts";
import { isEveryone, isPinned } from "../shared/principals";
import { is, not, or } from "../../src/policy/unknown";
import { read } from "../../src/policy/values";

const PUBLIC = "Everyone may call the function or use the layer.";

/** Not everyone is the principal, unless one of the properties says on whose behalf. */
function namedPrincipal(pins: Readonly<Record<string, Parameters<typeof isPinned>[1]>>): Fact<"principal"> {
    return {
        path: "principal",
        message: PUBLIC,
        judge: props => [
            {
                path: "principal",
                answer: or(
                    ...Object.entries(pins).map(([pin, key]) => isPinned(read(props, pin), key)),
                    is(read(props, "principal"), p => not(isEveryone(p))),
                ),
            },
        ],
    };
}

export const lambdaNotPubliclyInvocable = mustByType({
    name: "aws-lambda-not-publicly-invocable",
    title: "Functions and layers are not open to everyone",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "core",
    severity: "critical",
    evidence: "partial",
    since: "1.0",
    why: "A function that everyone may call does its work, with its role, for anyone on the internet.",
    fix: "Name the principal, or set sourceArn, sourceAccount or principalOrgId; set authorizationType 'AWS_IAM' on function URLs.",
    references: ["aws-config:lambda-function-public-access-prohibited", "checkov:CKV_AWS_258", "checkov:CKV_AWS_301", "fsbp:Lambda.1"],
    facts: {
        "aws:lambda/permission:Permission": [
            namedPrincipal({ principalOrgId: "aws:principalorgid", sourceAccount: "aws:sourceaccount", sourceArn: "aws:sourcearn" }),
        ],
        "aws:lambda/layerVersionPermission:LayerVersionPermission": [namedPrincipal({ organizationId: "aws:principalorgid" })],
        "aws:lambda/functionUrl:FunctionUrl": [oneOf("authorizationType", ["AWS_IAM"], undefined, "The function's URL answers everyone.")],
    },
});
