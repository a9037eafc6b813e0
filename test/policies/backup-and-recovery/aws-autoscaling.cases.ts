import { type Cases, UNKNOWN, of } from "../support/cases";

const group = of("aws:autoscaling/group:Group");
const attachment = of("aws:autoscaling/attachment:Attachment");

const vpcZoneIdentifiers: readonly (typeof UNKNOWN)[] = [UNKNOWN, UNKNOWN];
const workers = group({ name: "workers", vpcZoneIdentifiers });

export const cases: Cases = {
    "aws-autoscaling-elb-health-check-and-multi-az": {
        compliant: {
            "behind a load balancer": group({ targetGroupArns: [UNKNOWN], healthCheckType: "ELB", vpcZoneIdentifiers }),
            "no load balancer": workers,
            "zones by name": group({ availabilityZones: ["eu-west-2a", "eu-west-2b"], suspendedProcesses: ["ScheduledActions"] }),
        },
        violating: {
            "the machine's check, by default": [group({ targetGroupArns: [UNKNOWN], vpcZoneIdentifiers }), "healthCheckType"],
            "the same said outright": [group({ loadBalancers: ["web"], healthCheckType: "EC2", vpcZoneIdentifiers }), "healthCheckType"],
            "a load balancer attached besides": [[workers, attachment({ autoscalingGroupName: "workers" })], "healthCheckType"],
            "one subnet": [group({ vpcZoneIdentifiers: [UNKNOWN] }), "vpcZoneIdentifiers"],
            "repairs suspended": [group({ vpcZoneIdentifiers, suspendedProcesses: ["Launch", "ReplaceUnhealthy"] }), "suspendedProcesses"],
        },
        undetermined: {
            "a check that is not known": [group({ targetGroupArns: [UNKNOWN], healthCheckType: UNKNOWN, vpcZoneIdentifiers }), "healthCheckType"],
            "perhaps behind a load balancer": [group({ targetGroupArns: UNKNOWN, vpcZoneIdentifiers }), "healthCheckType"],
            "an attachment of a group that is not known": [[workers, attachment({ autoscalingGroupName: UNKNOWN })], "healthCheckType"],
            "subnets that are not known": [group({ vpcZoneIdentifiers: UNKNOWN }), "vpcZoneIdentifiers"],
            "suspended processes that are not known": [group({ vpcZoneIdentifiers, suspendedProcesses: UNKNOWN }), "suspendedProcesses"],
        },
    },
};
