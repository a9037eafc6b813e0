import { stackPolicy } from "../../src/policy/definition";
import { type Answer, and, is, or } from "../../src/policy/unknown";
import { read, text, truth } from "../../src/policy/values";

const ACCOUNT = "aws:securityhub/account:Account";
const ACCOUNT_V2 = "aws:securityhub/accountV2:AccountV2";
const SUBSCRIPTION = "aws:securityhub/standardsSubscription:StandardsSubscription";
const CENTRAL_POLICY = "aws:securityhub/configurationPolicy:ConfigurationPolicy";
/** Security Hub subscribes to it by itself, unless told not to. */
const BEST_PRACTICES = "aws-foundational-security-best-practices";

export const securityHubEnabled = stackPolicy({
    name: "aws-security-hub-enabled",
    title: "Security Hub checks the account against its standards",
    commitment: "monitoring-and-logging",
    topic: "threat-detection",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [ACCOUNT, ACCOUNT_V2, CENTRAL_POLICY],
    reads: [SUBSCRIPTION],
    holds: "account-baseline",
    why: "Security Hub gathers the findings of every detector in one place and finds what was changed outside the code.",
    fix: "Declare a securityhub Account with its controls and default standards on, or a StandardsSubscription for each of the setting requiredStandards.",
    references: ["aws-config:securityhub-enabled"],
    settings: {
        requiredStandards: {
            type: "array",
            items: { type: "string" },
            default: [BEST_PRACTICES],
            description: "Standards that must be subscribed to, as their ARNs name them.",
        },
    },
    checkResource({ type, on, require }) {
        if (type === ACCOUNT) require(on("autoEnableControls", true), "autoEnableControls", "New controls of the standards stay off.");
        if (type === CENTRAL_POLICY)
            require(on("configurationPolicy.serviceEnabled", false), "configurationPolicy.serviceEnabled", "The policy switches Security Hub off.");
    },
    checkStack({ graph, require, partial, settings }) {
        const accounts = graph.of(ACCOUNT);
        if (accounts.length === 0 && graph.of(ACCOUNT_V2).length > 0) {
            partial("Security Hub is on, but the standards of its posture management are not declared here");
            return;
        }
        require(accounts.length > 0, "", "The stack holds the account's baseline, but no Security Hub.");
        const subscribed = (standard: string): Answer =>
            or(
                ...graph.of(SUBSCRIPTION).map(s => is(read(s.props, "standardsArn"), arn => text(arn ?? "").includes(`/${standard}/`))),
                ...accounts.map(a => and(standard === BEST_PRACTICES, truth(read(a.props, "enableDefaultStandards")) ?? true)),
            );
        if (accounts.length > 0)
            require(and(
                ...settings.requiredStandards.map(subscribed),
            ), "", "A standard that the setting requiredStandards lists is not subscribed to.");
    },
});
