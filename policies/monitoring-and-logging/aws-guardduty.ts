import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { or } from "../../src/policy/unknown";
import { read, truth } from "../../src/policy/values";

const DETECTOR = "aws:guardduty/detector:Detector";
const ORGANISATION = "aws:guardduty/organizationConfiguration:OrganizationConfiguration";

export const guardDutyEnabled = stackPolicy({
    name: "aws-guardduty-enabled",
    title: "GuardDuty is on, also for accounts that join the organisation",
    commitment: "monitoring-and-logging",
    topic: "threat-detection",
    strength: "core",
    severity: "critical",
    evidence: "partial",
    since: "1.0",
    on: [DETECTOR, ORGANISATION],
    why: "Without threat detection nobody sees stolen credentials or a beacon at work.",
    fix: "Declare a guardduty Detector with enable on, and in the security account an OrganizationConfiguration that enrols members.",
    references: ["aws-config:guardduty-enabled-centralized", "checkov:CKV_AWS_238", "checkov:CKV2_AWS_3", "fsbp:GuardDuty.1"],
    settings: {
        autoEnable: {
            type: "string",
            enum: ["NEW", "ALL"],
            default: "NEW",
            description: "Members that the organisation must enrol by itself; ALL satisfies NEW too.",
        },
    },
    checkResource({ type, oneOf, require, on, settings }) {
        if (type === DETECTOR) require(on("enable", true), "enable", "The GuardDuty detector is off.");
        else
            require(oneOf("autoEnableOrganizationMembers", [
                "ALL",
                settings.autoEnable,
            ]), "autoEnableOrganizationMembers", "Accounts of the organisation are not enrolled as the setting autoEnable asks.");
    },
    // Two roles are asked for something each, so the estate is looked at here.
    checkStack({ graph, require, notApplicable, estate, settings }) {
        const baseline = estate.holds.includes("account-baseline");
        const security = estate.holds.includes("security-account");
        if (!baseline && !security) notApplicable("another stack holds the account's baseline, and another the security account");
        if (baseline) {
            const detectors = graph.of(DETECTOR).map(d => truth(read(d.props, "enable")) ?? true);
            require(or(...detectors), "", "The stack holds the account's baseline, but no GuardDuty detector that is on.");
        }
        if (security) {
            const enrols = graph.of(ORGANISATION).map(o => isOneOf(read(o.props, "autoEnableOrganizationMembers"), ["ALL", settings.autoEnable]));
            require(or(...enrols), "", "The stack holds the security account, but no OrganizationConfiguration that enrols the members.");
        }
    },
});
