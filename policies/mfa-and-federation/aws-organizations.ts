import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { type Statement, denies, everyAction, everyResource, policyDocument } from "../../src/policy/documents";
import { type Graph, linkedSatisfies } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, every, is, not, or, some } from "../../src/policy/unknown";
import { read } from "../../src/policy/values";
import { holdsAll, holdsOne } from "../shared/word-lists";

const ORGANIZATION = "aws:organizations/organization:Organization";
const FEATURES = "aws:iam/organizationsFeatures:OrganizationsFeatures";
const SERVICE_ACCESS = "aws:organizations/awsServiceAccess:AwsServiceAccess";
const POLICY = "aws:organizations/policy:Policy";
const ATTACHMENT = "aws:organizations/policyAttachment:PolicyAttachment";

const EVERY_ROOT = /^arn:[\w*-]+:iam::\*:root\*?$/;
const BY_PATTERN = /^(stringlike|arnlike|arnequals)(ifexists)?$/;

/** Does the statement deny everything, or everything but a few actions, to each account's root user? Sessions that AssumeRoot made may be spared. */
function deniesRoot(s: Statement): Answer {
    return and(
        denies(s),
        or(everyAction(s), s.notActions === undefined ? false : not(some(s.notActions, action => is(action, a => a === "*")))),
        everyResource(s),
        some(s.conditions, c =>
            and(
                is(c.key, key => key === "aws:principalarn"),
                is(c.operator, operator => BY_PATTERN.test(operator)),
                some(c.values, value => is(value, v => EVERY_ROOT.test(v))),
            ),
        ),
        every(s.conditions, c => is(c.key, key => key === "aws:principalarn" || key === "aws:assumedroot")),
    );
}

/** Is it a service control policy, attached somewhere, that denies root? */
function isRootDeny(graph: Graph, policy: Resource): Answer {
    const document = policyDocument(read(policy.props, "content"));
    const denied =
        document === undefined ? false : document === UNKNOWN || document === "malformed" ? UNKNOWN : or(...document.statements.map(deniesRoot));
    return and(
        isOneOf(read(policy.props, "type"), ["SERVICE_CONTROL_POLICY"], "SERVICE_CONTROL_POLICY"),
        denied,
        linkedSatisfies(graph.into(policy, ATTACHMENT, "policyId"), () => true),
    );
}

export const rootCredentialsCentralised = stackPolicy({
    name: "aws-root-credentials-centralised",
    title: "An organisation takes the root credentials of its accounts away",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "privileged-mfa",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [ORGANIZATION],
    reads: [FEATURES, SERVICE_ACCESS, POLICY, ATTACHMENT],
    why: "The root user of each account stands above every policy in it; without a password there is nothing to phish, and no second factor to lose.",
    fix: "Add iam.OrganizationsFeatures with RootCredentialsManagement and RootSessions, and attach a service control policy that denies all to arn:aws:iam::*:root.",
    references: [
        "aws-config:root-account-mfa-enabled",
        "aws-config:root-account-hardware-mfa-enabled",
        "aws-config:iam-root-access-key-check",
        "fsbp:IAM.4",
        "fsbp:IAM.6",
        "fsbp:IAM.9",
        "prowler:iam_root_credentials_management_enabled",
    ],
    settings: {
        requireRootDenyScp: { type: "boolean", default: true, description: "Ask for a service control policy that denies root everything." },
    },
    checkStack({ graph, require, notApplicable, settings }) {
        const organizations = graph.of(ORGANIZATION);
        if (organizations.length === 0) {
            notApplicable("the stack makes no organisation");
            return;
        }
        const features = some(graph.of(FEATURES), f => holdsAll(read(f.props, "enabledFeatures"), ["RootCredentialsManagement", "RootSessions"]));
        require(features, "", "No OrganizationsFeatures enables both RootCredentialsManagement and RootSessions.");
        const trusted = or(
            some(organizations, o => holdsOne(read(o.props, "awsServiceAccessPrincipals"), ["iam.amazonaws.com"])),
            some(graph.of(SERVICE_ACCESS), a => isOneOf(read(a.props, "servicePrincipal"), ["iam.amazonaws.com"])),
        );
        require(trusted, "", "The organisation does not trust iam.amazonaws.com, which manages root credentials for it.");
        if (settings.requireRootDenyScp)
            require(some(graph.of(POLICY), p => isRootDeny(graph, p)), "", "No attached service control policy denies everything to the root users.");
    },
});
