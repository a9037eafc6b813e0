import { mustByType } from "../../src/policy/factories";
import { on } from "../../src/policy/facts";

export const ec2DetailedMonitoring = mustByType({
    name: "aws-ec2-detailed-monitoring",
    title: "EC2 instances report their figures every minute",
    commitment: "monitoring-and-logging",
    topic: "threat-detection",
    strength: "core",
    severity: "low",
    evidence: "proved",
    since: "1.0",
    why: "At five minutes' distance an alarm comes late, and a short burst of misuse is not seen at all.",
    fix: "Set monitoring to true (launch templates: monitoring.enabled, launch configurations: enableMonitoring).",
    remedies: [
        { path: "monitoring", value: true, types: ["aws:ec2/instance:Instance"] },
        { path: "monitoring.enabled", value: true, types: ["aws:ec2/launchTemplate:LaunchTemplate"] },
    ],
    references: ["aws-config:ec2-instance-detailed-monitoring-enabled", "checkov:CKV_AWS_126", "cdk-nag:AwsSolutions-EC28"],
    facts: {
        "aws:ec2/instance:Instance": [on("monitoring", false, "The instance reports every five minutes only.")],
        "aws:ec2/launchTemplate:LaunchTemplate": [on("monitoring.enabled", false, "Instances of the template report every five minutes only.")],
        "aws:ec2/launchConfiguration:LaunchConfiguration": [
            on("enableMonitoring", true, "Instances of the configuration report every five minutes only."),
        ],
    },
});
