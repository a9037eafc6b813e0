import type { Watched } from "./alerts";

const cloudTrail = (source: string, eventName: string[]) => ({
    source: [source],
    "detail-type": ["AWS API Call via CloudTrail"],
    detail: { eventName },
});
const keyTampering = {
    description: "Someone disables a key, schedules its deletion or changes its policy",
    pattern: cloudTrail("aws.kms", ["DisableKey", "DisableKeyRotation", "PutKeyPolicy", "ScheduleKeyDeletion"]),
};
const certificateExpiry = {
    description: "A certificate runs out and was not renewed",
    pattern: { source: ["aws.acm"], "detail-type": ["ACM Certificate Approaching Expiration", "ACM Certificate Expired"] },
};

/** What people are told of beside the portal, by rule. CloudTrail events need a trail in the region; the services' own need none. */
export const watched: Watched = {
    "key-tampering": keyTampering,
    "certificate-expiry": certificateExpiry,
    "sign-in-changes": {
        description: "Someone changes how patients sign in",
        pattern: cloudTrail("aws.cognito-idp", [
            "CreateIdentityProvider",
            "DeleteIdentityProvider",
            "DeleteUserPool",
            "SetUserPoolMfaConfig",
            "UpdateIdentityProvider",
            "UpdateUserPool",
            "UpdateUserPoolClient",
        ]),
    },
    "balancer-changes": {
        description: "Someone changes what the load balancer asks before it answers",
        pattern: cloudTrail("aws.elasticloadbalancing", [
            "CreateRule",
            "DeleteListener",
            "ModifyListener",
            "ModifyLoadBalancerAttributes",
            "ModifyRule",
        ]),
    },
    "secret-tampering": {
        description: "Someone deletes a secret, stops its renewal or shares it",
        pattern: cloudTrail("aws.secretsmanager", ["CancelRotateSecret", "DeleteSecret", "PutResourcePolicy"]),
    },
    "image-findings": {
        description: "An image has a critical or high flaw",
        pattern: {
            source: ["aws.inspector2"],
            "detail-type": ["Inspector2 Finding"],
            detail: { severity: ["CRITICAL", "HIGH"], status: ["ACTIVE"], resources: { type: ["AWS_ECR_CONTAINER_IMAGE"] } },
        },
    },
    "deployment-failures": {
        description: "A new version did not come up and was taken back, or tasks cannot be placed",
        pattern: { source: ["aws.ecs"], detail: { eventName: ["SERVICE_DEPLOYMENT_FAILED", "SERVICE_TASK_PLACEMENT_FAILURE"] } },
    },
    "database-events": {
        description: "The database fails, fails over, or is changed or deleted",
        pattern: {
            source: ["aws.rds"],
            "detail-type": ["RDS DB Cluster Event"],
            detail: { EventCategories: ["configuration change", "deletion", "failover", "failure", "maintenance"] },
        },
    },
    "aws-health": { description: "AWS reports an event that touches this account", pattern: { source: ["aws.health"] } },
};

/** What people are told of at the edge: CloudFront, its firewall and its certificate report in us-east-1 alone. */
export const watchedAtTheEdge: Watched = {
    "key-tampering": keyTampering,
    "certificate-expiry": certificateExpiry,
    "firewall-changes": {
        description: "Someone takes the firewall away or changes it",
        pattern: cloudTrail("aws.wafv2", ["DeleteLoggingConfiguration", "DeleteWebACL", "UpdateWebACL"]),
    },
    "distribution-changes": {
        description: "Someone changes the way in",
        pattern: cloudTrail("aws.cloudfront", ["DeleteDistribution", "UpdateDistribution", "UpdateResponseHeadersPolicy", "UpdateVpcOrigin"]),
    },
};
