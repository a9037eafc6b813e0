import { stackPolicy } from "../../src/policy/definition";
import type { Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, is, not, or, some } from "../../src/policy/unknown";
import { list, text } from "../../src/policy/values";

const ATTACHMENT = "aws:autoscaling/attachment:Attachment";
/** Processes without which sick instances stay, or all instances end up in one zone. */
const PROCESSES = ["ReplaceUnhealthy", "HealthCheck", "AZRebalance"];

function isFilled(value: Value | undefined): Answer {
    return is(list(value), entries => entries.length > 0);
}

export const autoscalingHealthAndZones = stackPolicy({
    name: "aws-autoscaling-elb-health-check-and-multi-az",
    title: "Auto Scaling groups replace sick instances and span zones",
    commitment: "backup-and-recovery",
    topic: "availability-design",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["aws:autoscaling/group:Group"],
    reads: [ATTACHMENT],
    why: "By default a group keeps an instance whose service has died, as long as the machine runs.",
    fix: "Set healthCheckType to 'ELB' where a load balancer sends requests, name two or more subnets or zones, and suspend none of the group's repairs.",
    references: [
        "aws-config:autoscaling-group-elb-healthcheck-required",
        "aws-config:autoscaling-multiple-az",
        "checkov:CKV2_AWS_15",
        "cdk-nag:AwsSolutions-AS2",
        "fsbp:AutoScaling.1",
        "fsbp:AutoScaling.2",
    ],
    settings: { minZones: { type: "integer", minimum: 2, default: 2, description: "Subnets or zones that a group must span." } },
    checkResource(c) {
        const attachments = c.graph.into(c.resource, ATTACHMENT, "autoscalingGroupName");
        const balanced = or(
            isFilled(c.get("targetGroupArns")),
            isFilled(c.get("loadBalancers")),
            isFilled(c.get("trafficSources")),
            attachments.certain.length > 0,
            attachments.possible.length > 0 ? UNKNOWN : false,
        );
        const checked = c.oneOf("healthCheckType", ["ELB", "VPC_LATTICE"], "EC2");
        c.require(or(not(balanced), checked), "healthCheckType", "Instances that fail the load balancer's health check are not replaced.");

        const enough = (value: Value | undefined): Answer => is(list(value), entries => entries.length >= c.settings.minZones);
        const zones = or(enough(c.get("vpcZoneIdentifiers")), enough(c.get("availabilityZones")));
        c.require(zones, "vpcZoneIdentifiers", `The group spans fewer than ${String(c.settings.minZones)} subnets or zones.`);

        const suspended = some(list(c.get("suspendedProcesses")), name => is(name, n => n !== null && PROCESSES.includes(text(n))));
        c.require(not(suspended), "suspendedProcesses", `One of ${PROCESSES.join(", ")} is suspended.`);
    },
});
