import * as aws from "@pulumi/aws";

import { balancerCertificateArn } from "./certificates";
import { kept, home, name, tags } from "./config";
import { client, pool, poolDomain } from "./identity";
import { group, servicePort, subnetIds, vpc } from "./network";
import { requestLogs } from "./requestlogs";

// Stands in private subnets; CloudFront alone reaches it. Nothing of the portal answers before the patient has signed in.
export const balancer = new aws.lb.LoadBalancer(
    "portal",
    {
        name,
        internal: true,
        loadBalancerType: "application",
        subnets: subnetIds,
        securityGroups: [group("balancer")],
        dropInvalidHeaderFields: true,
        desyncMitigationMode: "strictest",
        // Signing in goes back to the name by which the patient came.
        preserveHostHeader: true,
        enableDeletionProtection: true,
        idleTimeout: 60,
        accessLogs: { enabled: true, bucket: requestLogs.bucket, prefix: "balancer" },
        tags,
    },
    kept(home),
);
export const targets = new aws.lb.TargetGroup("portal", {
    name,
    vpcId: vpc.id,
    targetType: "ip",
    protocol: "HTTPS",
    port: servicePort,
    deregistrationDelay: 60,
    healthCheck: { protocol: "HTTPS", path: "/health", matcher: "200", interval: 15, healthyThreshold: 2, unhealthyThreshold: 3 },
    tags,
});
export const listener = new aws.lb.Listener("https", {
    loadBalancerArn: balancer.arn,
    protocol: "HTTPS",
    port: 443,
    sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
    certificateArn: balancerCertificateArn,
    defaultActions: [
        {
            type: "authenticate-cognito",
            order: 1,
            authenticateCognito: {
                userPoolArn: pool.arn,
                userPoolClientId: client.id,
                userPoolDomain: poolDomain.domain,
                scope: "openid email",
                sessionTimeout: 3600,
            },
        },
        { type: "forward", order: 2, targetGroupArn: targets.arn },
    ],
    tags,
});
// No security group lets anybody in here. Should one ever, HTTP leads nowhere but to HTTPS.
new aws.lb.Listener("http", {
    loadBalancerArn: balancer.arn,
    protocol: "HTTP",
    port: 80,
    defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } }],
    tags,
});
