import type { Watched } from "./alerts";

/** What people are told of by the security account. */
export const watchedInTheEstate: Watched = {
    guardduty: {
        description: "GuardDuty finds a threat of medium severity or more",
        pattern: { source: ["aws.guardduty"], "detail-type": ["GuardDuty Finding"], detail: { severity: [{ numeric: [">=", 4] }] } },
    },
    securityhub: {
        description: "Security Hub gets a new finding of high or critical severity, from any service and account",
        pattern: {
            source: ["aws.securityhub"],
            "detail-type": ["Security Hub Findings - Imported"],
            detail: { findings: { Severity: { Label: ["CRITICAL", "HIGH"] }, Workflow: { Status: ["NEW"] }, RecordState: ["ACTIVE"] } },
        },
    },
    "access-analyzer": {
        description: "Access Analyzer finds something open to the outside",
        pattern: { source: ["aws.access-analyzer"], "detail-type": ["Access Analyzer Finding"], detail: { status: ["ACTIVE"] } },
    },
    config: {
        description: "A resource breaks a rule of AWS Config",
        pattern: {
            source: ["aws.config"],
            "detail-type": ["Config Rules Compliance Change"],
            detail: { newEvaluationResult: { complianceType: ["NON_COMPLIANT"] } },
        },
    },
    "aws-health": { description: "AWS reports an event that touches an account", pattern: { source: ["aws.health"] } },
};

const calls = (source: string | undefined, names: string[]): string => {
    const anyOf = names.map(event => `($.eventName = "${event}")`).join(" || ");
    return source === undefined ? `{ ${anyOf} }` : `{ ($.eventSource = "${source}") && (${anyOf}) }`;
};

interface Event {
    description: string;
    /** A filter pattern of CloudWatch Logs. */
    pattern: string;
    /** Events in five minutes that raise the alarm; one where absent. */
    threshold?: number;
}

/** Events of the trail that raise an alarm, after the CIS AWS Foundations Benchmark, section 4. */
export const watchedInTheTrail: Record<string, Event> = {
    "root-use": {
        description: "Someone works as the root user",
        pattern: '{ ($.userIdentity.type = "Root") && ($.userIdentity.invokedBy NOT EXISTS) && ($.eventType != "AwsServiceEvent") }',
    },
    "unauthorised-calls": {
        description: "Calls are refused in number",
        pattern: '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
        threshold: 20,
    },
    "console-without-mfa": {
        description: "Someone signs in to the console without a second factor",
        pattern:
            '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }',
    },
    "console-failures": {
        description: "Sign-ins to the console fail in number",
        pattern: '{ ($.eventName = "ConsoleLogin") && ($.errorMessage = "Failed authentication") }',
        threshold: 5,
    },
    "iam-changes": {
        description: "Someone changes a policy of IAM",
        pattern: calls("iam.amazonaws.com", [
            "AttachGroupPolicy",
            "AttachRolePolicy",
            "AttachUserPolicy",
            "CreatePolicy",
            "CreatePolicyVersion",
            "DeleteGroupPolicy",
            "DeletePolicy",
            "DeletePolicyVersion",
            "DeleteRolePolicy",
            "DeleteUserPolicy",
            "DetachGroupPolicy",
            "DetachRolePolicy",
            "DetachUserPolicy",
            "PutGroupPolicy",
            "PutRolePolicy",
            "PutUserPolicy",
        ]),
    },
    "trail-changes": {
        description: "Someone changes or stops a trail",
        pattern: calls("cloudtrail.amazonaws.com", ["CreateTrail", "DeleteTrail", "StartLogging", "StopLogging", "UpdateTrail"]),
    },
    "key-deletions": {
        description: "Someone disables a key or schedules its deletion",
        pattern: calls("kms.amazonaws.com", ["DisableKey", "ScheduleKeyDeletion"]),
    },
    "bucket-changes": {
        description: "Someone changes who may use a bucket, or how long it keeps what it holds",
        pattern: calls("s3.amazonaws.com", [
            "DeleteBucketCors",
            "DeleteBucketLifecycle",
            "DeleteBucketPolicy",
            "DeleteBucketReplication",
            "PutBucketAcl",
            "PutBucketCors",
            "PutBucketLifecycle",
            "PutBucketPolicy",
            "PutBucketReplication",
        ]),
    },
    "config-changes": {
        description: "Someone changes or stops AWS Config",
        pattern: calls("config.amazonaws.com", [
            "DeleteDeliveryChannel",
            "PutConfigurationRecorder",
            "PutDeliveryChannel",
            "StopConfigurationRecorder",
        ]),
    },
    "security-group-changes": {
        description: "Someone changes a security group",
        pattern: calls(undefined, [
            "AuthorizeSecurityGroupEgress",
            "AuthorizeSecurityGroupIngress",
            "CreateSecurityGroup",
            "DeleteSecurityGroup",
            "RevokeSecurityGroupEgress",
            "RevokeSecurityGroupIngress",
        ]),
    },
    "network-acl-changes": {
        description: "Someone changes a network ACL",
        pattern: calls(undefined, [
            "CreateNetworkAcl",
            "CreateNetworkAclEntry",
            "DeleteNetworkAcl",
            "DeleteNetworkAclEntry",
            "ReplaceNetworkAclAssociation",
            "ReplaceNetworkAclEntry",
        ]),
    },
    "gateway-changes": {
        description: "Someone changes a gateway to the outside",
        pattern: calls(undefined, [
            "AttachInternetGateway",
            "CreateCustomerGateway",
            "CreateInternetGateway",
            "DeleteCustomerGateway",
            "DeleteInternetGateway",
            "DetachInternetGateway",
        ]),
    },
    "route-changes": {
        description: "Someone changes a route",
        pattern: calls("ec2.amazonaws.com", [
            "CreateRoute",
            "CreateRouteTable",
            "DeleteRoute",
            "DeleteRouteTable",
            "DisassociateRouteTable",
            "ReplaceRoute",
            "ReplaceRouteTableAssociation",
        ]),
    },
    "network-changes": {
        description: "Someone changes a VPC",
        pattern: calls(undefined, [
            "AcceptVpcPeeringConnection",
            "CreateVpc",
            "CreateVpcPeeringConnection",
            "DeleteVpc",
            "DeleteVpcPeeringConnection",
            "ModifyVpcAttribute",
            "RejectVpcPeeringConnection",
        ]),
    },
    "organisation-changes": {
        description: "Someone changes the organisation or its guardrails",
        pattern: calls("organizations.amazonaws.com", [
            "AcceptHandshake",
            "AttachPolicy",
            "CreateAccount",
            "DeletePolicy",
            "DetachPolicy",
            "DisablePolicyType",
            "LeaveOrganization",
            "MoveAccount",
            "RemoveAccountFromOrganization",
            "UpdatePolicy",
        ]),
    },
};
