import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { balancer, targets } from "./balancer";
import { edge, home, name, tags, tasks, type Place } from "./config";
import { distribution } from "./distribution";
import { rotateName } from "./secret";
import { sessionsId } from "./sessions";

interface Watch {
    description: string;
    namespace: string;
    metricName: string;
    dimensions: Record<string, pulumi.Input<string>>;
    statistic?: "Average" | "Maximum" | "Minimum" | "Sum";
    threshold?: number;
    comparisonOperator?: string;
    treatMissingData?: string;
}

const ofService = { ClusterName: name, ServiceName: name };
const ofDatabase = { DBClusterIdentifier: name };
const less = { comparisonOperator: "LessThanThreshold" } as const;
const beside: Record<string, Watch> = {
    "too-few-tasks": {
        description: "Fewer tasks run than there should be",
        namespace: "ECS/ContainerInsights",
        metricName: "RunningTaskCount",
        dimensions: ofService,
        statistic: "Minimum",
        threshold: tasks.min,
        ...less,
        treatMissingData: "breaching",
    },
    "all-tasks-needed": {
        description: "As many tasks run as may",
        namespace: "ECS/ContainerInsights",
        metricName: "RunningTaskCount",
        dimensions: ofService,
        statistic: "Maximum",
        threshold: tasks.max - 1,
    },
    "unhealthy-tasks": {
        description: "Tasks do not answer",
        namespace: "AWS/ApplicationELB",
        metricName: "UnHealthyHostCount",
        dimensions: { LoadBalancer: balancer.arnSuffix, TargetGroup: targets.arnSuffix },
        statistic: "Maximum",
    },
    "portal-errors": {
        description: "The portal answers with errors of its own",
        namespace: "AWS/ApplicationELB",
        metricName: "HTTPCode_Target_5XX_Count",
        dimensions: { LoadBalancer: balancer.arnSuffix },
        threshold: 10,
    },
    "sign-in-errors": {
        description: "Patients cannot sign in",
        namespace: "AWS/ApplicationELB",
        metricName: "ELBAuthError",
        dimensions: { LoadBalancer: balancer.arnSuffix },
        threshold: 5,
    },
    "database-busy": {
        description: "The database is busy",
        namespace: "AWS/RDS",
        metricName: "CPUUtilization",
        dimensions: ofDatabase,
        statistic: "Average",
        threshold: 80,
    },
    "database-memory": {
        description: "The database is running out of memory",
        namespace: "AWS/RDS",
        metricName: "FreeableMemory",
        dimensions: ofDatabase,
        statistic: "Minimum",
        threshold: 1e9,
        ...less,
    },
    "sessions-evicted": {
        description: "The cache forgets sessions for want of memory",
        namespace: "AWS/ElastiCache",
        metricName: "Evictions",
        dimensions: { CacheClusterId: `${sessionsId}-001` },
    },
    "sessions-refused": {
        description: "Somebody fails to sign in to the cache",
        namespace: "AWS/ElastiCache",
        metricName: "AuthenticationFailures",
        dimensions: { CacheClusterId: `${sessionsId}-001` },
    },
    "secret-not-renewed": {
        description: "The secret that signs sessions is not renewed",
        namespace: "AWS/Lambda",
        metricName: "Errors",
        dimensions: { FunctionName: rotateName },
    },
};
const atTheEdge: Record<string, Watch> = {
    "edge-errors": {
        description: "One in twenty requests is answered with an error",
        namespace: "AWS/CloudFront",
        metricName: "5xxErrorRate",
        dimensions: { DistributionId: distribution.id, Region: "Global" },
        statistic: "Average",
        threshold: 5,
    },
    attack: {
        description: "The firewall turns away a great many requests",
        namespace: "AWS/WAFV2",
        metricName: "BlockedRequests",
        dimensions: { WebACL: `${name}-portal`, Rule: "ALL" },
        threshold: 5000,
    },
};

function watch(all: Record<string, Watch>, topic: aws.sns.Topic, { options }: Place): void {
    for (const [id, { description, ...metric }] of Object.entries(all)) {
        new aws.cloudwatch.MetricAlarm(
            id,
            {
                statistic: "Sum",
                threshold: 0,
                comparisonOperator: "GreaterThanThreshold",
                treatMissingData: "notBreaching",
                ...metric,
                name: `${name}-${id}`,
                alarmDescription: description,
                period: 300,
                evaluationPeriods: 1,
                alarmActions: [topic.arn],
                tags,
            },
            options,
        );
    }
}

/** Tells people of what the services themselves count, beside the portal and at the edge. */
export function alarms(topic: aws.sns.Topic, edgeTopic: aws.sns.Topic): void {
    watch(beside, topic, home);
    watch(atTheEdge, edgeTopic, edge);
}
