import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import {
    type Condition,
    type PolicyDocument,
    type Statement,
    denies,
    everyResource,
    pinned,
    policyDocument,
    speaksOfAction,
} from "../../src/policy/documents";
import type { Estate } from "../../src/policy/estate";
import { linkedSatisfies } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import { type Answer, UNKNOWN, type Unknown, and, every, is, not, or, some } from "../../src/policy/unknown";
import { read } from "../../src/policy/values";
import { anyAction } from "../shared/identity-policies";
import { holdsAll } from "../shared/word-lists";

const ORGANIZATION = "aws:organizations/organization:Organization";
const POLICY = "aws:organizations/policy:Policy";
const ATTACHMENT = "aws:organizations/policyAttachment:PolicyAttachment";
const CONTROL_POLICY = "SERVICE_CONTROL_POLICY";

const BY_SERVICE = ["aws:principalisawsservice", "aws:viaawsservice"];
/** What every principal of the organisation has: to spare it is to spare all whom the policy holds. */
const OF_ALL = ["aws:principalorgid", "aws:principaltype"];

/** Does the condition only spare somebody: named principals, or AWS's own services? */
function spares({ operator, key, values }: Condition): Answer {
    return is(key, k =>
        is(operator, o =>
            BY_SERVICE.includes(k)
                ? and(
                      /^bool(ifexists)?$/.test(o),
                      some(values, value => is(value, v => v.toLowerCase() === "false")),
                  )
                : k.startsWith("aws:principal") &&
                  !OF_ALL.includes(k) &&
                  /^(foranyvalue:|forallvalues:)?(string|arn)not(equals|like)/.test(o) &&
                  every(values, value => is(value, v => !/^[*?]*$/.test(v))),
        ),
    );
}

/** Does the statement deny the action wherever it is asked for, but to those whom a condition spares? */
function deniesAction(s: Statement, action: string): Answer {
    return and(denies(s), speaksOfAction(s, action), everyResource(s), every(s.conditions, spares));
}

/** Does the statement deny what is asked of regions outside the approved ones? The services that work worldwide are left out by `NotAction`. */
function deniesOtherRegions(s: Statement, { approvedRegions }: Estate): Answer {
    const isRegion = ({ key }: Condition): boolean => key === "aws:requestedregion";
    return and(
        denies(s),
        s.notActions === undefined ? anyAction(s) : not(some(s.notActions, action => is(action, a => a === "*"))),
        everyResource(s),
        pinned(s, ["aws:requestedregion"], true),
        every(s.conditions, c => (isRegion(c) ? every(c.values, value => is(value, v => approvedRegions.includes(v))) : spares(c))),
    );
}

export const organisationGuardrails = stackPolicy({
    name: "aws-organisation-guardrails",
    title: "An organisation keeps its accounts from leaving, from going dark and from other regions",
    commitment: "standards-met",
    topic: "secure-configuration",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [ORGANIZATION],
    reads: [POLICY, ATTACHMENT],
    why: "What a service control policy denies, not even an account's administrator can do: whoever takes over one account cannot switch its records off.",
    fix: "Keep featureSet 'ALL', enable SERVICE_CONTROL_POLICY, and attach policies that deny the setting requiredDenies and regions that the estate does not approve.",
    references: ["aws-config:account-part-of-organizations", "fsbp:Account.2"],
    settings: {
        requiredDenies: {
            type: "array",
            items: { type: "string" },
            default: ["organizations:LeaveOrganization", "cloudtrail:StopLogging", "config:StopConfigurationRecorder", "guardduty:DeleteDetector"],
            description: "Actions that a service control policy must deny.",
        },
        requireRegionDeny: { type: "boolean", default: true, description: "Ask for a service control policy that denies other regions." },
    },
    checkResource({ get, oneOf, require }) {
        require(oneOf("featureSet", ["ALL"], "ALL"), "featureSet", "The organisation only shares its bills; no policy holds its accounts.");
        require(holdsAll(get("enabledPolicyTypes"), [CONTROL_POLICY]), "enabledPolicyTypes", "Service control policies are not enabled.");
    },
    checkStack({ graph, estate, settings, require, notApplicable }) {
        if (graph.of(ORGANIZATION).length === 0 && !estate.holds.includes("organisation")) {
            notApplicable("the stack makes no organisation, and does not hold one");
            return;
        }
        const documentOf = (policy: Resource): PolicyDocument | Unknown => {
            const document = policyDocument(read(policy.props, "content"));
            return document === UNKNOWN || document === "malformed" ? UNKNOWN : (document ?? { statements: [] });
        };
        const anyDenies = (test: (s: Statement) => Answer): Answer =>
            some(graph.of(POLICY), policy =>
                and(
                    isOneOf(read(policy.props, "type"), [CONTROL_POLICY], CONTROL_POLICY),
                    is(documentOf(policy), ({ statements }) => or(...statements.map(test))),
                    linkedSatisfies(graph.into(policy, ATTACHMENT, "policyId"), () => true),
                ),
            );
        for (const action of settings.requiredDenies)
            require(anyDenies(s => deniesAction(s, action)), "", `No attached service control policy denies ${action} everywhere.`);
        if (settings.requireRegionDeny)
            require(anyDenies(s =>
                deniesOtherRegions(s, estate),
            ), "", "No attached service control policy denies the regions that the estate does not approve.");
    },
});
