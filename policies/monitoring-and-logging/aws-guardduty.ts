import { stackPolicy } from "../../src/policy/definition";
import { or } from "../../src/policy/unknown";
import { read, truth } from "../../src/policy/values";

export const guardDutyEnabled = stackPolicy({
    name: "aws-guardduty-enabled",
    title: "GuardDuty is on",
    commitment: "monitoring-and-logging",
    topic: "threat-detection",
    strength: "core",
    severity: "critical",
    evidence: "partial",
    since: "1.0",
    on: ["aws:guardduty/detector:Detector"],
    holds: "account-baseline",
    why: "Without threat detection nobody sees stolen credentials or a beacon at work.",
    fix: "Declare a guardduty Detector, and leave enable on.",
    references: ["aws-config:guardduty-enabled-centralized", "checkov:CKV_AWS_238", "checkov:CKV2_AWS_3", "fsbp:GuardDuty.1"],
    checkStack({ graph, require }) {
        const detectors = graph.of("aws:guardduty/detector:Detector");
        require(or(...detectors.map(d => truth(read(d.props, "enable")) ?? true)), "", "The stack holds the account's baseline, but no GuardDuty detector that is on.");
    },
});
