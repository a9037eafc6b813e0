import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { listener, targets } from "./balancer";
import { arn, home, name, tags, tasks } from "./config";
import { database, serviceUser } from "./database";
import { homeLogs } from "./homelogs";
import { group, servicePort, subnetIds } from "./network";
import { image } from "./registry";
import { ofThisAccount, role, useKey } from "./roles";
import { secretArn, secretName } from "./secret";
import { sessions, sessionsId, userId } from "./sessions";

// The portal itself: tasks on Fargate, in three zones, as many as are needed.
// Where the stores are is known only once they exist: tasks are told by parameters, so that their definition is known before.
const places = Object.entries({ DATABASE_HOST: database.endpoint, SESSIONS_HOST: sessions.primaryEndpointAddress }).map(([variable, value]) => {
    const parameter = `/${name}/${variable.toLowerCase().replaceAll("_", "-")}`;
    const resource = new aws.ssm.Parameter(variable.toLowerCase().replaceAll("_", "-"), { name: parameter, type: "String", value, tags });
    return { variable, resource, arn: arn("ssm", `parameter${parameter}`) };
});
const logName = `/${name}/service`;
const logs = homeLogs("service", logName);
const repositoryArn = arn("ecr", `repository/${name}`);

// What starts a task, and what the task itself may do.
const start = role(
    "start",
    "ecs-tasks.amazonaws.com",
    [
        { Sid: "SignIn", Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" },
        {
            Sid: "Image",
            Effect: "Allow",
            Action: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
            Resource: repositoryArn,
        },
        { Sid: "Log", Effect: "Allow", Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: arn("logs", `log-group:${logName}:*`) },
        { Sid: "Places", Effect: "Allow", Action: "ssm:GetParameters", Resource: places.map(place => place.arn) },
    ],
    ofThisAccount,
);
const own = role(
    "service",
    "ecs-tasks.amazonaws.com",
    [
        // The cluster's part of the ARN is made up by AWS; the user is of this stack.
        { Sid: "Database", Effect: "Allow", Action: "rds-db:connect", Resource: arn("rds-db", `dbuser:*/${serviceUser}`) },
        {
            Sid: "Sessions",
            Effect: "Allow",
            Action: "elasticache:Connect",
            Resource: [arn("elasticache", `replicationgroup:${sessionsId}`), arn("elasticache", `user:${userId}`)],
        },
        { Sid: "Secret", Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: secretArn },
        useKey("secrets", ["secretsmanager"], ["kms:Decrypt"]),
    ],
    ofThisAccount,
);

const cluster = new aws.ecs.Cluster(
    "portal",
    { name, settings: [{ name: "containerInsights", value: "enhanced" }], tags },
    // Made here, so that ECS makes none that is unencrypted and kept for ever.
    { dependsOn: homeLogs("insights", `/aws/ecs/containerinsights/${name}/performance`) },
);
const definition = new aws.ecs.TaskDefinition("portal", {
    family: name,
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "512",
    memory: "1024",
    runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: "ARM64" },
    executionRoleArn: start.role.arn,
    taskRoleArn: own.role.arn,
    volumes: [{ name: "scratch" }],
    containerDefinitions: pulumi.jsonStringify([
        {
            name: "portal",
            image,
            essential: true,
            user: "10001:10001",
            privileged: false,
            readonlyRootFilesystem: true,
            linuxParameters: { initProcessEnabled: true, capabilities: { drop: ["ALL"] } },
            mountPoints: [{ sourceVolume: "scratch", containerPath: "/tmp", readOnly: false }],
            portMappings: [{ containerPort: servicePort, protocol: "tcp" }],
            environment: [
                { name: "AWS_REGION", value: home.region },
                { name: "DATABASE_USER", value: serviceUser },
                { name: "SESSIONS_CACHE", value: sessionsId },
                { name: "SESSIONS_USER", value: userId },
                { name: "SESSION_SECRET_NAME", value: secretName },
            ],
            secrets: places.map(place => ({ name: place.variable, valueFrom: place.arn })),
            logConfiguration: {
                logDriver: "awslogs",
                options: { "awslogs-group": logName, "awslogs-region": home.region, "awslogs-stream-prefix": "portal" },
            },
        },
    ]),
    tags,
});
const service = new aws.ecs.Service(
    "portal",
    {
        name,
        cluster: cluster.arn,
        taskDefinition: definition.arn,
        desiredCount: tasks.min,
        launchType: "FARGATE",
        platformVersion: "LATEST",
        availabilityZoneRebalancing: "ENABLED",
        networkConfiguration: { subnets: subnetIds, securityGroups: [group("service")], assignPublicIp: false },
        loadBalancers: [{ targetGroupArn: targets.arn, containerName: "portal", containerPort: servicePort }],
        healthCheckGracePeriodSeconds: 60,
        // A version that does not come up is taken back, and the old one goes on meanwhile.
        deploymentCircuitBreaker: { enable: true, rollback: true },
        deploymentMinimumHealthyPercent: 100,
        deploymentMaximumPercent: 200,
        enableExecuteCommand: false,
        propagateTags: "SERVICE",
        tags,
    },
    { dependsOn: [listener, logs, start.policy, own.policy, ...places.map(place => place.resource)], ignoreChanges: ["desiredCount"] },
);

const scaled = new aws.appautoscaling.Target("portal", {
    serviceNamespace: "ecs",
    scalableDimension: "ecs:service:DesiredCount",
    resourceId: pulumi.interpolate`service/${cluster.name}/${service.name}`,
    minCapacity: tasks.min,
    maxCapacity: tasks.max,
    tags,
});
for (const predefinedMetricType of ["ECSServiceAverageCPUUtilization", "ECSServiceAverageMemoryUtilization"]) {
    new aws.appautoscaling.Policy(predefinedMetricType, {
        name: predefinedMetricType,
        policyType: "TargetTrackingScaling",
        serviceNamespace: scaled.serviceNamespace,
        scalableDimension: scaled.scalableDimension,
        resourceId: scaled.resourceId,
        targetTrackingScalingPolicyConfiguration: {
            predefinedMetricSpecification: { predefinedMetricType },
            targetValue: 60,
            scaleInCooldown: 300,
            scaleOutCooldown: 60,
        },
    });
}
export const serviceArn = service.id;
