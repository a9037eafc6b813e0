import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { must } from "../../src/policy/factories";
import { together } from "../../src/policy/facts";
import { linkedSatisfies } from "../../src/policy/graph";
import { some } from "../../src/policy/unknown";
import { readAll } from "../../src/policy/values";
import { ofSameParent } from "../shared/azure-parents";
import { shortLived } from "../shared/ephemeral";

const PLAN = "azure-native:recoveryservices:ReplicationRecoveryPlan";
const VAULT = "azure-native:recoveryservices:Vault";

export const planCoversReplicas = stackPolicy({
    name: "azure-site-recovery-plan-covers-replicas",
    title: "What is replicated to a second region stands in a recovery plan",
    commitment: "incident-exercises",
    topic: "restore-testing",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: ["azure-native:recoveryservices:ReplicationProtectedItem"],
    reads: [PLAN, VAULT],
    why: "A failover can only be rehearsed, and led in earnest, as one exercise where a plan says what comes up and in which order.",
    fix: "Name the item's id in properties.groups[].replicationProtectedItems of a ReplicationRecoveryPlan of the same vault.",
    references: ["azure-policy:0015ea4d-51ff-4ce3-8d8c-f3f8f0179a56", "ms-caf-3.2:6d220abf-cf6f-4b17-8f7e-0644c4cc84b4", "ncsc-cloud-principles:5.3"],
    checkResource(c) {
        const { graph, resource } = c;
        const spared = shortLived(c);
        if (spared !== undefined) {
            c.notApplicable(spared);
            return;
        }
        const plans = graph.into(resource, PLAN, "properties.groups[].replicationProtectedItems[].id");
        c.require(
            linkedSatisfies(ofSameParent(graph, plans, resource, "resourceName", VAULT), () => true),
            "",
            "No recovery plan of the vault names the replicated item.",
        );
    },
});

export const planHasSteps = must({
    name: "azure-site-recovery-plan-has-runbook-steps",
    title: "Recovery plans rehearse more than switching machines on",
    commitment: "incident-exercises",
    topic: "restore-testing",
    strength: "supporting",
    severity: "low",
    evidence: "supporting",
    since: "1.0",
    on: [PLAN],
    why: "A test failover that only starts machines does not show that addresses, databases and people follow.",
    fix: "Give the plan a group of groupType 'Boot', and an action with 'TestFailover' among its failoverTypes.",
    references: [],
    facts: [
        together("properties.groups", "No group of the plan starts anything.", props =>
            some(readAll(props, "properties.groups[].groupType"), at => isOneOf(at.value, ["Boot"])),
        ),
        together("properties.groups", "No step of the plan, by script, runbook or hand, is taken in a test failover.", props =>
            some(
                ["startGroupActions", "endGroupActions"].flatMap(actions => readAll(props, `properties.groups[].${actions}[].failoverTypes[]`)),
                at => isOneOf(at.value, ["TestFailover"]),
            ),
        ),
    ],
});
