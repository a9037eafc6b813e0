import { asNumber } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { must } from "../../src/policy/factories";
import { fact, on, where } from "../../src/policy/facts";
import { everyLinked, linkedSatisfies } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import { type Answer, and, is, or } from "../../src/policy/unknown";
import { list, read, truth } from "../../src/policy/values";
import { byOwnId } from "../shared/azure-links";

const NETWORK = "azure-native:network:VirtualNetwork";
const SUBNET = "azure-native:network:Subnet";
const FLOW_LOG = "azure-native:network:FlowLog";

export const virtualNetworkFlowLogs = stackPolicy({
    name: "azure-virtual-network-flow-logs",
    title: "Virtual networks log who spoke to whom",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: [NETWORK],
    reads: [SUBNET, FLOW_LOG],
    why: "The flows show where an intruder went, and what went out. Logs of a security group see less, and new ones cannot be made any more.",
    fix: "Add a network FlowLog with the virtual network's id as targetResourceId.",
    references: [
        "azure-policy:4c3c6c5f-0d47-4402-99b8-aa543dd8bcee",
        "azure-policy:c251913d-7d24-4958-af87-478ed3b9ba41",
        "cis-azure-2.0:5.1.6",
        "ms-caf-3.2",
    ],
    checkResource({ graph, resource, get, require }) {
        const logged = (target: Resource): Answer =>
            linkedSatisfies(byOwnId(graph, target, FLOW_LOG, "targetResourceId"), log => truth(read(log.props, "enabled")) ?? true);
        const subnets = graph.into(resource, SUBNET, "virtualNetworkName");
        // Subnets that the network declares inline have no id of their own in a program.
        const bySubnets = and(
            subnets.certain.length > 0,
            is(list(get("subnets")), inline => inline.length === 0),
            everyLinked(subnets, logged),
        );
        require(or(logged(resource), bySubnets), "", "No flow log that is on has the virtual network as its target.");
    },
});

const ANALYTICS = "flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration.enabled";

export const flowLogRetained = must({
    name: "azure-flow-log-retained-and-analysed",
    title: "Flow logs are on, kept for long enough, and analysed",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [FLOW_LOG],
    why: "Flows in an account that nobody queries, or that are gone after a week, help no investigation.",
    fix: "Leave retentionPolicy out or set its days to at least the setting minRetentionDays, and enable networkWatcherFlowAnalyticsConfiguration with a workspace.",
    references: [
        "azure-policy:27960feb-a23c-4577-8d36-ef8b5f35e0be",
        "azure-policy:2f080164-9f4d-497e-9db6-416dc9f7b48a",
        "checkov:CKV_AZURE_12",
        "cis-azure-2.0:5.1.6",
    ],
    settings: {
        minRetentionDays: { type: "integer", minimum: 1, default: 90, description: "Days for which flows must be kept; 0 keeps them for ever." },
    },
    facts: ({ minRetentionDays }) => [
        on("enabled", true, "The flow log is off."),
        // A policy that is off deletes nothing.
        ...where(
            props => truth(read(props, "retentionPolicy.enabled")) ?? false,
            fact("retentionPolicy.days", `Flows are kept for fewer than ${String(minRetentionDays)} days.`, value =>
                is(asNumber(value) ?? 0, days => days === 0 || days >= minRetentionDays),
            ),
        ),
        on(ANALYTICS, false, "Traffic analytics is not on for the flow log."),
    ],
});
