import { isOneOf } from "../../src/policy/check";
import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import type { Value } from "../../src/policy/resource";
import { type Answer, and, every, is, not, or } from "../../src/policy/unknown";
import { list, read, text, truth } from "../../src/policy/values";

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

const FEATURE = "aws:guardduty/detectorFeature:DetectorFeature";
const ORGANISATION_FEATURE = "aws:guardduty/organizationConfigurationFeature:OrganizationConfigurationFeature";

/** Switches of the detector itself, deprecated but still in force, and the features that they mean. */
const DATA_SOURCES: Readonly<Record<string, string>> = {
    S3_DATA_EVENTS: "datasources.s3Logs.enable",
    EKS_AUDIT_LOGS: "datasources.kubernetes.auditLogs.enable",
    EBS_MALWARE_PROTECTION: "datasources.malwareProtection.scanEc2InstanceWithFindings.ebsVolumes.enable",
};

export const guardDutyProtectionPlans = stackPolicy({
    name: "aws-guardduty-protection-plans",
    title: "GuardDuty watches storage, clusters, databases, functions and machines too",
    commitment: "monitoring-and-logging",
    topic: "threat-detection",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [DETECTOR, FEATURE, ORGANISATION_FEATURE],
    why: "Without its protection plans GuardDuty sees the network and the API, but neither stolen objects nor malware on a disk.",
    fix: "Declare a DetectorFeature with status 'ENABLED' for each of the setting requiredFeatures.",
    references: [
        "aws-config:guardduty-s3-protection-enabled",
        "aws-config:guardduty-eks-protection-audit-enabled",
        "aws-config:guardduty-malware-protection-enabled",
        "aws-config:guardduty-rds-protection-enabled",
        "aws-config:guardduty-lambda-protection-enabled",
        "aws-config:guardduty-runtime-monitoring-enabled",
        "aws-config:guardduty-ecs-protection-runtime-enabled",
        "aws-config:guardduty-ec2-protection-runtime-enabled",
        "fsbp:GuardDuty.5",
        "fsbp:GuardDuty.6",
        "fsbp:GuardDuty.8",
        "fsbp:GuardDuty.9",
        "fsbp:GuardDuty.10",
        "fsbp:GuardDuty.11",
    ],
    settings: {
        requiredFeatures: {
            type: "array",
            items: {
                type: "string",
                enum: ["S3_DATA_EVENTS", "EKS_AUDIT_LOGS", "EBS_MALWARE_PROTECTION", "RDS_LOGIN_EVENTS", "LAMBDA_NETWORK_LOGS", "RUNTIME_MONITORING"],
            },
            default: ["S3_DATA_EVENTS", "EKS_AUDIT_LOGS", "EBS_MALWARE_PROTECTION", "RDS_LOGIN_EVENTS", "LAMBDA_NETWORK_LOGS", "RUNTIME_MONITORING"],
            description: "Protection plans that must not be off.",
        },
    },
    checkResource({ graph, resource, type, all, oneOf, on, require, requireAt, advice, notApplicable, settings }) {
        if (type !== DETECTOR) {
            const asked = oneOf("name", settings.requiredFeatures);
            if (asked === false) {
                notApplicable("a feature that the setting requiredFeatures does not list");
                return;
            }
            const [path, off] = type === FEATURE ? (["status", "DISABLED"] as const) : (["autoEnable", "NONE"] as const);
            require(or(not(asked), not(oneOf(path, [off]))), path, "A protection plan that the setting requiredFeatures lists is off.");
            for (const at of all(`additionalConfigurations[].${path}`))
                requireAt(or(not(asked), not(isOneOf(at.value, [off]))), at.path, "A runtime agent of the protection plan is switched off.");
            return;
        }
        const features = graph.into(resource, FEATURE, "detectorId");
        const undeclared = settings.requiredFeatures.filter(feature => {
            const source = DATA_SOURCES[feature];
            const declared = linkedSatisfies(features, f => isOneOf(read(f.props, "name"), [feature]));
            const bySource = source === undefined ? undefined : read(resource.props, source);
            // A feature of its own overrules the deprecated switch.
            if (source !== undefined && bySource !== undefined)
                requireAt(or(declared, on(source as "datasources", false)), source, "The detector switches off a protection plan.");
            return bySource === undefined && declared === false;
        });
        if (undeclared.length > 0) advice("", `Protection plans that are not declared are as AWS's defaults have them: ${undeclared.join(", ")}.`);
    },
});

export const guardDutyFilter = resourcePolicy({
    name: "aws-guardduty-filter-does-not-bury-findings",
    title: "GuardDuty filters archive nothing but named findings of low severity",
    commitment: "monitoring-and-logging",
    topic: "threat-detection",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: ["aws:guardduty/filter:Filter"],
    why: "What a filter archives is neither shown nor routed, so a broad one hides the findings that matter.",
    fix: "Limit a filter that archives to severities of at most the setting maxArchivedSeverity, and to a type of finding or a resource.",
    references: ["aws-config:guardduty-non-archived-findings"],
    settings: {
        maxArchivedSeverity: { type: "number", minimum: 0, default: 3.9, description: "Highest severity of findings that may be archived." },
    },
    check({ oneOf, all, require, notApplicable, settings }) {
        const archives = oneOf("action", ["ARCHIVE"]);
        if (archives === false) {
            notApplicable("a filter that archives nothing");
            return;
        }
        const criteria = all("findingCriteria.criterions[]").map(at => at.value);
        const bySeverity = (criterion: Value): Answer => isOneOf(read(criterion, "field"), ["severity"]);
        const narrowed = or(...criteria.map(criterion => not(bySeverity(criterion))));
        require(or(not(archives), narrowed), "findingCriteria", "The filter archives findings of every kind.");
        const capped = or(...criteria.map(criterion => and(bySeverity(criterion), capsSeverity(criterion, settings.maxArchivedSeverity))));
        require(or(
            not(archives),
            capped,
        ), "findingCriteria", `The filter archives findings of a severity above ${String(settings.maxArchivedSeverity)}.`);
    },
});

/** Does the criterion let only severities up to `most` through? Severities have one decimal. */
function capsSeverity(criterion: Value, most: number): Answer {
    const below = (operator: string, limit: number): Answer => is(read(criterion, operator), v => v !== undefined && Number(text(v)) <= limit);
    const equal = list(read(criterion, "equals"));
    return or(
        below("lessThan", most + 0.1),
        below("lessThanOrEqual", most),
        and(
            is(equal, values => values.length > 0),
            every(equal, value => is(value, v => Number(text(v)) <= most)),
        ),
    );
}
