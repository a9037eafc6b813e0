import { type CaseResource, type Cases, UNKNOWN, holding, of } from "../support/cases";

const detector = of("aws:guardduty/detector:Detector");
const organisation = of("aws:guardduty/organizationConfiguration:OrganizationConfiguration");
const feature = of("aws:guardduty/detectorFeature:DetectorFeature");
const organisationFeature = of("aws:guardduty/organizationConfigurationFeature:OrganizationConfigurationFeature");
const filter = of("aws:guardduty/filter:Filter");
const topic = of("aws:sns/topic:Topic");

const PLANS = ["S3_DATA_EVENTS", "EKS_AUDIT_LOGS", "EBS_MALWARE_PROTECTION", "RDS_LOGIN_EVENTS", "LAMBDA_NETWORK_LOGS", "RUNTIME_MONITORING"];
const watching = detector({ enable: true });
const featureOf = (name: string, status: string): CaseResource => feature({ detectorId: UNKNOWN, name, status }, { detectorId: watching });
interface Criterion {
    readonly field: string;
    readonly equals?: string[];
    readonly lessThan?: string;
    readonly lessThanOrEqual?: string;
    readonly greaterThan?: string;
}
const archive = (...criterions: readonly Criterion[]): CaseResource =>
    filter({ action: "ARCHIVE", rank: 1, detectorId: "abc", findingCriteria: { criterions } });

export const cases: Cases = {
    "aws-guardduty-enabled": {
        compliant: {
            "a detector, on by default": holding("account-baseline", detector()),
            "a detector said to be on": holding("account-baseline", detector({ enable: true })),
            "a detector outside the baseline": detector(),
            "the organisation enrols new members": holding(
                "security-account",
                organisation({ detectorId: UNKNOWN, autoEnableOrganizationMembers: "NEW" }),
            ),
            "all members satisfy new ones too": holding(
                "security-account",
                organisation({ detectorId: UNKNOWN, autoEnableOrganizationMembers: "ALL" }),
            ),
        },
        violating: {
            "no detector": holding("account-baseline", topic()),
            "a detector that is off": holding("account-baseline", detector({ enable: false })),
            "a detector that is off, outside the baseline": [detector({ enable: false }), "enable"],
            "the organisation enrols nobody": [
                organisation({ detectorId: UNKNOWN, autoEnableOrganizationMembers: "NONE" }),
                "autoEnableOrganizationMembers",
            ],
            "new members only, where all are asked for": {
                resources: [organisation({ detectorId: UNKNOWN, autoEnableOrganizationMembers: "NEW" })],
                settings: { autoEnable: "ALL" },
                property: "autoEnableOrganizationMembers",
            },
            "a security account that enrols no members": holding("security-account", detector()),
        },
        undetermined: {
            "perhaps on": holding("account-baseline", detector({ enable: UNKNOWN })),
            "members that are perhaps enrolled": [
                organisation({ detectorId: UNKNOWN, autoEnableOrganizationMembers: UNKNOWN }),
                "autoEnableOrganizationMembers",
            ],
        },
        notApplicable: { "another stack holds the baseline": topic() },
    },
    "aws-guardduty-protection-plans": {
        compliant: {
            "every plan declared": [watching, ...PLANS.map(name => featureOf(name, "ENABLED"))],
            "plans that are left to AWS's defaults": { resources: [watching], advice: true },
            "the deprecated switch on": {
                resources: [detector({ datasources: { s3Logs: { enable: true } } })],
                settings: { requiredFeatures: ["S3_DATA_EVENTS"] },
            },
            "the organisation's members": organisationFeature({ detectorId: UNKNOWN, name: "S3_DATA_EVENTS", autoEnable: "ALL" }),
        },
        violating: {
            "a plan that is off": { resources: [watching, featureOf("S3_DATA_EVENTS", "DISABLED")], property: "status", advice: true },
            "the deprecated switch off": {
                resources: [detector({ datasources: { kubernetes: { auditLogs: { enable: false } } } })],
                settings: { requiredFeatures: ["EKS_AUDIT_LOGS"] },
                property: "datasources.kubernetes.auditLogs.enable",
            },
            "off for the organisation's members": [
                organisationFeature({ detectorId: UNKNOWN, name: "S3_DATA_EVENTS", autoEnable: "NONE" }),
                "autoEnable",
            ],
            "a runtime agent that is off": [
                feature({
                    detectorId: "abc",
                    name: "RUNTIME_MONITORING",
                    status: "ENABLED",
                    additionalConfigurations: [{ name: "EC2_AGENT_MANAGEMENT", status: "DISABLED" }],
                }),
                "additionalConfigurations[0].status",
            ],
        },
        undetermined: {
            "a plan that is perhaps off": [feature({ detectorId: "abc", name: "S3_DATA_EVENTS", status: UNKNOWN }), "status"],
            "a plan that is not known": [feature({ detectorId: "abc", name: UNKNOWN, status: "DISABLED" }), "status"],
        },
        notApplicable: {
            "a plan that is not asked for": feature({ detectorId: "abc", name: "EKS_RUNTIME_MONITORING", status: "DISABLED" }),
        },
    },
    "aws-guardduty-filter-does-not-bury-findings": {
        compliant: {
            "low findings of one kind": archive({ field: "type", equals: ["Recon:EC2/Portscan"] }, { field: "severity", lessThan: "4" }),
            "severities by name": archive({ field: "region", equals: ["eu-west-2"] }, { field: "severity", equals: ["1", "2"] }),
        },
        violating: {
            "everything low": [archive({ field: "severity", lessThan: "4" }), "findingCriteria"],
            "one kind, whatever its severity": [archive({ field: "type", equals: ["Recon:EC2/Portscan"] }), "findingCriteria"],
            "one kind up to medium severity": [
                archive({ field: "type", equals: ["Recon:EC2/Portscan"] }, { field: "severity", lessThanOrEqual: "6.9" }),
                "findingCriteria",
            ],
            "high findings only": [
                archive({ field: "type", equals: ["Recon:EC2/Portscan"] }, { field: "severity", greaterThan: "7" }),
                "findingCriteria",
            ],
        },
        undetermined: {
            "criteria that are not known": [
                filter({ action: "ARCHIVE", rank: 1, detectorId: "abc", findingCriteria: { criterions: UNKNOWN } }),
                "findingCriteria",
            ],
            "perhaps archived": [
                filter({
                    action: UNKNOWN,
                    rank: 1,
                    detectorId: "abc",
                    findingCriteria: { criterions: [{ field: "severity", lessThan: "4" }] },
                }),
                "findingCriteria",
            ],
        },
        notApplicable: {
            "a filter that only sorts": filter({
                action: "NOOP",
                rank: 1,
                detectorId: "abc",
                findingCriteria: { criterions: [{ field: "severity", greaterThanOrEqual: "7" }] },
            }),
        },
    },
};
