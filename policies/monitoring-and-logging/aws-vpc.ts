import { asNumber, isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { mustByType } from "../../src/policy/factories";
import { filled, on, together } from "../../src/policy/facts";
import { type Linked, everyLinked, linkedSatisfies } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import { type Answer, and, is, or } from "../../src/policy/unknown";
import { read, truth } from "../../src/policy/values";

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

const SINKS = ["cloudwatchLogs", "kinesisDataFirehose", "s3"];

export const vpnConnectionLogging = mustByType({
    name: "aws-vpn-connection-logging",
    title: "VPNs and Verified Access log who connects",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    why: "Remote access is how most intruders come in; the connection log says who came, from where and when.",
    fix: "Switch on the logs of both tunnels, connectionLogOptions with a log group, or a destination of Verified Access logs.",
    references: ["fsbp:EC2.171", "fsbp:EC2.51"],
    facts: {
        "aws:ec2/vpnConnection:VpnConnection": [
            on("tunnel1LogOptions.cloudwatchLogOptions.logEnabled", false, "The first tunnel logs nothing."),
            on("tunnel2LogOptions.cloudwatchLogOptions.logEnabled", false, "The second tunnel logs nothing."),
        ],
        "aws:ec2clientvpn/endpoint:Endpoint": [
            on("connectionLogOptions.enabled", false, "The endpoint does not log who connects."),
            filled("connectionLogOptions.cloudwatchLogGroup", "The endpoint names no log group for its connections."),
        ],
        "aws:verifiedaccess/instanceLoggingConfiguration:InstanceLoggingConfiguration": [
            together("accessLogs", "No destination of the access logs is switched on.", props =>
                or(...SINKS.map(sink => truth(read(props, `accessLogs.${sink}.enabled`)) ?? false)),
            ),
        ],
    },
});
