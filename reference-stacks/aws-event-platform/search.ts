import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { arn, createAccountSettings, home, name, searchAdministratorRole, tags, versions } from "./config";
import { document } from "./documents";
import { lambda } from "./functions";
import { logGroup, logsFrom } from "./logs";
import { group, subnetIds } from "./network";
import { deadLetterQueue } from "./queues";
import { useKey } from "./roles";
import { dataKey, readStream, stream } from "./stores";

// The index of all events, inside the network, filled from the stream. It can be made again from the archive.
const { account } = home;
const domainName = `${name}-search`;
const searchArn = arn("es", `domain/${domainName}`);
const roleOf = (id: string) => pulumi.interpolate`arn:aws:iam::${account}:role/${id}`;

const kinds = ["INDEX_SLOW_LOGS", "SEARCH_SLOW_LOGS", "ES_APPLICATION_LOGS", "AUDIT_LOGS"];
const groupName = (kind: string) => `/aws/opensearch/${domainName}/${kind.toLowerCase().replace(/_/g, "-")}`;
const logGroups = kinds.map(kind => ({ kind, logs: logGroup(`search-${kind.toLowerCase().replace(/_/g, "-")}`, groupName(kind)) }));
const mayLog = logsFrom("search", "es.amazonaws.com", `/aws/opensearch/${domainName}/*`, searchArn);
const serviceRole = createAccountSettings ? [new aws.iam.ServiceLinkedRole("search", { awsServiceName: "opensearchservice.amazonaws.com" })] : [];

const domain = new aws.opensearch.Domain(
    "search",
    {
        domainName,
        engineVersion: versions.search,
        clusterConfig: {
            instanceType: "m7g.medium.search",
            instanceCount: 3,
            zoneAwarenessEnabled: true,
            zoneAwarenessConfig: { availabilityZoneCount: 3 },
            dedicatedMasterEnabled: true,
            dedicatedMasterType: "m7g.medium.search",
            dedicatedMasterCount: 3,
        },
        ebsOptions: { ebsEnabled: true, volumeType: "gp3", volumeSize: 50 },
        vpcOptions: { subnetIds, securityGroupIds: [group("search")] },
        encryptAtRest: { enabled: true, kmsKeyId: dataKey.arn },
        nodeToNodeEncryption: { enabled: true },
        domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10" },
        // Roles, not passwords: the administrator maps roles to what they may see, index by index.
        advancedSecurityOptions: {
            enabled: true,
            anonymousAuthEnabled: false,
            internalUserDatabaseEnabled: false,
            masterUserOptions: { masterUserArn: roleOf(searchAdministratorRole) },
        },
        logPublishingOptions: logGroups.map(({ kind, logs }) => ({ logType: kind, cloudwatchLogGroupArn: logs.arn, enabled: true })),
        softwareUpdateOptions: { autoSoftwareUpdateEnabled: true },
        offPeakWindowOptions: { enabled: true, offPeakWindow: { windowStartTime: { hours: 1, minutes: 0 } } },
        autoTuneOptions: { desiredState: "ENABLED", useOffPeakWindow: true },
        tags,
    },
    { protect: true, dependsOn: [mayLog, ...serviceRole] },
);

const failed = deadLetterQueue("index-dead");
const index = lambda("index", {
    description: "Brings events from the stream into the search index",
    variables: { SEARCH_ENDPOINT: domain.endpoint },
    statements: [
        readStream,
        { Sid: "Write", Effect: "Allow", Action: "es:ESHttpPost", Resource: pulumi.interpolate`${searchArn}/*` },
        { Sid: "KeepFailed", Effect: "Allow", Action: "sqs:SendMessage", Resource: failed.arn },
        useKey("messages", ["kinesis", "sqs"]),
    ],
    network: { subnetIds, securityGroupId: group("index") },
    concurrency: 10,
});
new aws.lambda.EventSourceMapping("index", {
    eventSourceArn: stream.arn,
    functionName: index.resource.arn,
    startingPosition: "TRIM_HORIZON",
    batchSize: 100,
    maximumBatchingWindowInSeconds: 5,
    maximumRetryAttempts: 5,
    bisectBatchOnFunctionError: true,
    destinationConfig: { onFailure: { destinationArn: failed.queue.arn } },
    tags,
});

// Written once the function's role exists: a policy cannot name what is not there.
new aws.opensearch.DomainPolicy(
    "search",
    {
        domainName: domain.domainName,
        accessPolicies: document([
            {
                Sid: "NamedRoles",
                Effect: "Allow",
                Principal: { AWS: [roleOf(searchAdministratorRole), roleOf(`${name}-index-function`)] },
                Action: "es:ESHttp*",
                Resource: pulumi.interpolate`${searchArn}/*`,
            },
        ]),
    },
    { dependsOn: index.resource },
);
