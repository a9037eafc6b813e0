import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { alerts } from "./alerts";
import { archiveKey, recordsBucket } from "./archive";
import { management, security, tags, type Place } from "./config";
import { delegated } from "./organisation";
import { watchedInTheEstate } from "./watched";

const { options, region } = security;
const administered = { ...options, dependsOn: delegated };

// GuardDuty: every account that joins is watched, with every protection plan.
const protections = ["S3_DATA_EVENTS", "EKS_AUDIT_LOGS", "EBS_MALWARE_PROTECTION", "RDS_LOGIN_EVENTS", "LAMBDA_NETWORK_LOGS", "RUNTIME_MONITORING"];
const agents = ["ECS_FARGATE_AGENT_MANAGEMENT", "EC2_AGENT_MANAGEMENT", "EKS_ADDON_MANAGEMENT"];

function detectorIn(id: string, place: Place): aws.guardduty.Detector {
    const detector = new aws.guardduty.Detector(id, { enable: true, findingPublishingFrequency: "FIFTEEN_MINUTES", tags }, place.options);
    for (const feature of protections) {
        new aws.guardduty.DetectorFeature(
            `${id}-${feature.toLowerCase().replace(/_/g, "-")}`,
            {
                detectorId: detector.id,
                name: feature,
                status: "ENABLED",
                ...(feature === "RUNTIME_MONITORING" && { additionalConfigurations: agents.map(agent => ({ name: agent, status: "ENABLED" })) }),
            },
            place.options,
        );
    }
    return detector;
}
detectorIn("management", management);
const detector = detectorIn("security", security);
const members = new aws.guardduty.OrganizationConfiguration(
    "members",
    { detectorId: detector.id, autoEnableOrganizationMembers: "ALL" },
    administered,
);
for (const feature of protections) {
    new aws.guardduty.OrganizationConfigurationFeature(
        `members-${feature.toLowerCase().replace(/_/g, "-")}`,
        {
            detectorId: detector.id,
            name: feature,
            autoEnable: "ALL",
            ...(feature === "RUNTIME_MONITORING" && { additionalConfigurations: agents.map(agent => ({ name: agent, autoEnable: "ALL" })) }),
        },
        { ...options, dependsOn: members },
    );
}
new aws.guardduty.PublishingDestination(
    "findings",
    { detectorId: detector.id, destinationArn: pulumi.interpolate`${recordsBucket.arn}/findings`, kmsKeyArn: archiveKey.arn },
    { ...options, dependsOn: recordsBucket },
);

// Security Hub: findings of all accounts, regions and services in one place.
const standard = (standardName: string, version: string): string => `arn:aws:securityhub:${region}::standards/${standardName}/v/${version}`;
const hub = new aws.securityhub.Account(
    "hub",
    { autoEnableControls: true, enableDefaultStandards: false, controlFindingGenerator: "SECURITY_CONTROL" },
    administered,
);
const aggregator = new aws.securityhub.FindingAggregator("hub", { linkingMode: "ALL_REGIONS" }, { ...options, dependsOn: hub });
new aws.securityhub.OrganizationConfiguration(
    "hub",
    { autoEnable: true, autoEnableStandards: "DEFAULT", organizationConfiguration: { configurationType: "LOCAL" } },
    { ...options, dependsOn: [hub, aggregator] },
);
for (const [id, standardsArn] of Object.entries({
    "best-practices": standard("aws-foundational-security-best-practices", "1.0.0"),
    cis: standard("cis-aws-foundations-benchmark", "3.0.0"),
})) {
    new aws.securityhub.StandardsSubscription(id, { standardsArn }, { ...options, dependsOn: hub });
}

// Inspector: machines, images and functions of all accounts are scanned for vulnerabilities.
const scanner = new aws.inspector2.Enabler(
    "inspector",
    { accountIds: [security.account], resourceTypes: ["EC2", "ECR", "LAMBDA", "LAMBDA_CODE"] },
    administered,
);
new aws.inspector2.OrganizationConfiguration(
    "inspector",
    { autoEnable: { ec2: true, ecr: true, lambda: true, lambdaCode: true } },
    { ...options, dependsOn: scanner },
);

// Macie: buckets of all accounts are searched for personal data.
const macie = new aws.macie2.Account("macie", { status: "ENABLED", findingPublishingFrequency: "FIFTEEN_MINUTES" }, administered);
new aws.macie2.OrganizationConfiguration("macie", { autoEnable: true }, { ...options, dependsOn: macie });

// Access Analyzer: what is open to the outside, and what nobody has used for a quarter.
new aws.accessanalyzer.Analyzer("outside", { analyzerName: "outside-access", type: "ORGANIZATION", tags }, administered);
new aws.accessanalyzer.Analyzer(
    "unused",
    { analyzerName: "unused-access", type: "ORGANIZATION_UNUSED_ACCESS", configuration: { unusedAccess: { unusedAccessAge: 90 } }, tags },
    administered,
);

/** What the services find reaches people. */
export const findings = alerts("findings", security, watchedInTheEstate);
