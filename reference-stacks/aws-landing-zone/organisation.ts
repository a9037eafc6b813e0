import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { accountRole, allowedRegions, kept, management, name, security, tags } from "./config";

// The organisation exists before this stack: README.md says how to import it.
export const organisation = new aws.organizations.Organization(
    "organisation",
    {
        featureSet: "ALL",
        enabledPolicyTypes: ["SERVICE_CONTROL_POLICY"],
        awsServiceAccessPrincipals: [
            "access-analyzer.amazonaws.com",
            "account.amazonaws.com",
            "cloudtrail.amazonaws.com",
            "config.amazonaws.com",
            "guardduty.amazonaws.com",
            "health.amazonaws.com",
            "iam.amazonaws.com",
            "inspector2.amazonaws.com",
            "macie.amazonaws.com",
            "malware-protection.guardduty.amazonaws.com",
            "securityhub.amazonaws.com",
            "sso.amazonaws.com",
        ],
    },
    kept(management),
);

// Members have no root credentials of their own; what only root may do is done in short sessions from the management account.
new aws.iam.OrganizationsFeatures("root", { enabledFeatures: ["RootCredentialsManagement", "RootSessions"] }, { dependsOn: organisation });

/** Services that work in one region for the whole world, and so outside the regions that are allowed. */
const worldwide = [
    "access-analyzer:*",
    "account:*",
    "aws-portal:*",
    "billing:*",
    "budgets:*",
    "ce:*",
    "cloudfront:*",
    "cur:*",
    "globalaccelerator:*",
    "health:*",
    "iam:*",
    "kms:*",
    "networkmanager:*",
    "organizations:*",
    "pricing:*",
    "route53:*",
    "route53domains:*",
    "shield:*",
    "sts:*",
    "support:*",
    "trustedadvisor:*",
    "waf:*",
    "wafv2:*",
];
const setUp = { ArnNotLike: { "aws:PrincipalArn": `arn:aws:iam::*:role/${accountRole}` } };

/** What no account may do, whatever its own policies say. The management account itself is outside the reach of these. */
const guardrails = {
    "stay-and-record": [
        { Sid: "StayInTheOrganisation", Effect: "Deny", Action: "organizations:LeaveOrganization", Resource: "*" },
        {
            Sid: "KeepRecording",
            Effect: "Deny",
            Action: [
                "cloudtrail:DeleteTrail",
                "cloudtrail:PutEventSelectors",
                "cloudtrail:StopLogging",
                "cloudtrail:UpdateTrail",
                "config:DeleteConfigurationRecorder",
                "config:DeleteDeliveryChannel",
                "config:DeleteRetentionConfiguration",
                "config:PutConfigurationRecorder",
                "config:StopConfigurationRecorder",
                "guardduty:DeleteDetector",
                "guardduty:DisassociateFromAdministratorAccount",
                "guardduty:StopMonitoringMembers",
                "guardduty:UpdateDetector",
                "inspector2:Disable",
                "macie2:DisableMacie",
                "securityhub:DeleteMembers",
                "securityhub:DisableSecurityHub",
                "securityhub:DisassociateFromAdministratorAccount",
            ],
            Resource: "*",
            Condition: setUp,
        },
        {
            // Sessions that the management account opens for a task that only root may do are not stopped.
            Sid: "NoRootUser",
            Effect: "Deny",
            Action: "*",
            Resource: "*",
            Condition: { StringLike: { "aws:PrincipalArn": "arn:aws:iam::*:root" }, Null: { "aws:AssumedRoot": "true" } },
        },
        {
            Sid: "KeepAccountDefaults",
            Effect: "Deny",
            Action: [
                "ec2:DisableEbsEncryptionByDefault",
                "ec2:DisableImageBlockPublicAccess",
                "ec2:DisableSnapshotBlockPublicAccess",
                "ec2:ModifyInstanceMetadataDefaults",
                "iam:DeleteAccountPasswordPolicy",
                "s3:PutAccountPublicAccessBlock",
            ],
            Resource: "*",
            Condition: setUp,
        },
    ],
    regions: [
        {
            Sid: "AllowedRegionsOnly",
            Effect: "Deny",
            NotAction: worldwide,
            Resource: "*",
            Condition: { StringNotEquals: { "aws:RequestedRegion": allowedRegions }, ...setUp },
        },
    ],
};
const root = organisation.roots.apply(([only]) => {
    if (only === undefined) throw new pulumi.RunError("the organisation has no root");
    return only.id;
});
for (const [id, statements] of Object.entries(guardrails)) {
    const policy = new aws.organizations.Policy(id, {
        name: `${name}-${id}`,
        type: "SERVICE_CONTROL_POLICY",
        content: JSON.stringify({ Version: "2012-10-17", Statement: statements }),
        tags,
    });
    new aws.organizations.PolicyAttachment(id, { policyId: policy.id, targetId: root });
}

/** The security account administers these services for all accounts. */
export const delegated = [
    ...["access-analyzer.amazonaws.com", "config.amazonaws.com"].map(
        servicePrincipal =>
            new aws.organizations.DelegatedAdministrator(
                servicePrincipal.replace(".amazonaws.com", ""),
                { accountId: security.account, servicePrincipal },
                { dependsOn: organisation },
            ),
    ),
    new aws.guardduty.OrganizationAdminAccount("guardduty", { adminAccountId: security.account }, { dependsOn: organisation }),
    new aws.securityhub.OrganizationAdminAccount("securityhub", { adminAccountId: security.account }, { dependsOn: organisation }),
    new aws.inspector2.DelegatedAdminAccount("inspector", { accountId: security.account }, { dependsOn: organisation }),
    new aws.macie2.OrganizationAdminAccount("macie", { adminAccountId: security.account }, { dependsOn: organisation }),
];
