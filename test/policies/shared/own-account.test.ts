import { trustNoWildcardOrForeign } from "../../../policies/mfa-and-federation/aws-iam-trust";
import { resourcePolicyCrossAccountRestricted } from "../../../policies/standards-met/aws-resource-policies";
import { accountHolding } from "../../../policies/shared/own-account";
import { readConfiguration } from "../../../src/policy/configuration";
import { Judge } from "../../../src/policy/evaluate";
import type { Props, Resource } from "../../../src/policy/resource";
import { UNKNOWN } from "../../../src/policy/unknown";

const POLICIES = [trustNoWildcardOrForeign, resourcePolicyCrossAccountRestricted];
const STATEMENT = { Effect: "Allow", Resource: "*" };

function resource(type: string, props: Props, provider: Props = {}, outputs?: Props): Resource {
    return {
        urn: `urn:pulumi:dev::trial::${type}::it`,
        token: type,
        type,
        name: "it",
        props,
        custom: true,
        dependencies: [],
        propertyDependencies: {},
        provider: { urn: "urn:pulumi:dev::trial::pulumi:providers:aws::p", type: "pulumi:providers:aws", name: "p", props: provider },
        ...(outputs ? { outputs } : {}),
    };
}

function role(principal: string, provider?: Props, outputs?: Props): Resource {
    const assumeRolePolicy = JSON.stringify({ Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: principal } }] });
    return resource("aws:iam/role:Role", { assumeRolePolicy }, provider, outputs);
}

function key(principal: string, provider?: Props): Resource {
    const policy = JSON.stringify({ Statement: [{ ...STATEMENT, Action: "kms:*", Principal: { AWS: principal } }] });
    return resource("aws:kms/key:Key", { policy }, provider);
}

function verdict(judged: Resource, trustedAccounts: readonly string[], ownAccounts: readonly string[] = []): string {
    const configuration = readConfiguration({ estate: { trustedAccounts } }, POLICIES, "2026-11-22");
    const judge = new Judge({
        policies: POLICIES,
        configuration,
        today: "2026-11-22",
        project: "trial",
        stack: "dev",
        packVersion: "1.0.0",
        ownAccounts,
    });
    return judge
        .judgeResource(judged)
        .map(pair => (pair.partial ? "partial" : pair.verdict))
        .join();
}

const OWN = "arn:aws:iam::111122223333:root";
const PARTNER = ["777788889999"];
const held = { allowedAccountIds: '["111122223333"]' };

describe("the account in which a resource stands", () => {
    it.each<[string, Resource, string | typeof UNKNOWN]>([
        ["is that of its ARN", role(OWN, {}, { arn: "arn:aws:iam::111122223333:role/it" }), "111122223333"],
        ["is no part of a bucket's ARN", role(OWN, held, { arn: "arn:aws:s3:::records" }), "111122223333"],
        ["is what its provider is held to", role(OWN, held), "111122223333"],
        [
            "is that of the role that its provider takes",
            role(OWN, { assumeRoles: '[{"roleArn":"arn:aws:iam::111122223333:role/deploy"}]' }),
            "111122223333",
        ],
        ["is not known otherwise", role(OWN), UNKNOWN],
    ])("%s", (_, judged, account) => {
        expect(accountHolding(judged)).toBe(account);
    });
});

describe("an account that the estate does not list", () => {
    it.each<[string, string, string]>([
        ["is trusted where the provider is held to it", verdict(role(OWN, held), PARTNER), "pass"],
        ["is trusted where it holds the role", verdict(role(OWN, {}, { arn: "arn:aws:iam::111122223333:role/it" }), PARTNER), "pass"],
        ["is trusted where the preview made it up", verdict(role(OWN), PARTNER, ["111122223333"]), "pass"],
        [
            "is trusted where the provider is held to it and others",
            verdict(role(OWN, { allowedAccountIds: '["444455556666","111122223333"]' }), PARTNER),
            "pass",
        ],
        ["is foreign otherwise", verdict(role(OWN), PARTNER), "fail"],
        ["is foreign beside the own one", verdict(role("444455556666", held), PARTNER, ["123456789012"]), "fail"],
        ["is the own one for sure, without a list", verdict(role(OWN, held), []), "pass"],
        ["cannot be told from the own one without a list", verdict(role(OWN), []), "partial"],
        ["may be the own root of a key", verdict(key(OWN), PARTNER), "pass"],
        ["is the own root of a key", verdict(key(OWN, held), PARTNER), "pass"],
        ["is a foreign root where the key stands in another", verdict(key("444455556666", held), PARTNER), "fail"],
    ])("%s", (_, found, expected) => {
        expect(found).toBe(expected);
    });
});
