import { asNumber, isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { type Linked, everyLinked, linkedSatisfies } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import { type Answer, and, is, or } from "../../src/policy/unknown";
import { read } from "../../src/policy/values";

const FLOW_LOG = "aws:ec2/flowLog:FlowLog";
const SUBNET = "aws:ec2/subnet:Subnet";
const VPC = "aws:ec2/vpc:Vpc";

export const vpcFlowLogs = stackPolicy({
    name: "aws-vpc-flow-logs-enabled",
    title: "Flow logs record the traffic of every VPC",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [VPC, "aws:ec2transitgateway/transitGateway:TransitGateway"],
    reads: [FLOW_LOG, SUBNET],
    why: "Without flow logs nobody can tell afterwards which machine an intruder reached, or where data went.",
    fix: "Add an ec2 FlowLog whose vpcId is the VPC's and whose trafficType is that of the setting trafficType.",
    references: ["aws-config:vpc-flow-logs-enabled", "checkov:CKV2_AWS_11", "cdk-nag:AwsSolutions-VPC7", "fsbp:EC2.6"],
    settings: {
        trafficType: {
            type: "string",
            enum: ["ALL", "REJECT"],
            default: "ALL",
            description: "Traffic that must be recorded; a log of ALL satisfies REJECT too.",
        },
        maxAggregationSeconds: { type: "integer", minimum: 60, default: 600, description: "Longest time over which a log may sum up." },
    },
    checkResource({ graph, resource, require, advice, settings }) {
        if (resource.type !== VPC) {
            const logged = linkedSatisfies(graph.into(resource, FLOW_LOG, "transitGatewayId"), () => true);
            if (logged === false) advice("", "No flow log records what passes through the transit gateway.");
            return;
        }
        const words = ["ALL", settings.trafficType];
        const records = (log: Resource): Answer =>
            and(
                isOneOf(read(log.props, "trafficType"), words),
                is(asNumber(read(log.props, "maxAggregationInterval")) ?? 600, seconds => seconds <= settings.maxAggregationSeconds),
            );
        const ofVpc = linkedSatisfies(graph.into(resource, FLOW_LOG, "vpcId"), records);
        const subnets = graph.into(resource, SUBNET, "vpcId");
        const ofSubnets = and(
            isAny(subnets),
            everyLinked(subnets, subnet => linkedSatisfies(graph.into(subnet, FLOW_LOG, "subnetId"), records)),
        );
        require(or(ofVpc, ofSubnets), "", "No flow log records the traffic of the VPC, or of all its subnets, as the settings ask.");
    },
});

function isAny(linked: Linked): Answer {
    return linkedSatisfies(linked, () => true);
}
