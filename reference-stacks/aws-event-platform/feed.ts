import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { arn, name, tags, versions } from "./config";
import { receive } from "./events";
import { logGroup } from "./logs";
import { group, subnetIds } from "./network";
import { dataKey } from "./stores";
import { document } from "./documents";

// For partners whose integration engines speak Kafka. Leave this file and its import out if none does: it is the dearest part after the search.
const clusterName = `${name}-feed`;
const logs = logGroup("feed", `/aws/msk/${clusterName}`);
const settings = new aws.msk.Configuration("feed", {
    name: clusterName,
    kafkaVersions: [versions.kafka],
    serverProperties: ["auto.create.topics.enable=false", "default.replication.factor=3", "min.insync.replicas=2", "log.retention.hours=168"].join(
        "\n",
    ),
});
const cluster = new aws.msk.Cluster("feed", {
    clusterName,
    kafkaVersion: versions.kafka,
    numberOfBrokerNodes: 3,
    brokerNodeGroupInfo: {
        instanceType: "kafka.m7g.large",
        clientSubnets: subnetIds,
        securityGroups: [group("feed")],
        storageInfo: { ebsStorageInfo: { volumeSize: 100 } },
        connectivityInfo: { publicAccess: { type: "DISABLED" } },
    },
    configurationInfo: { arn: settings.arn, revision: settings.latestRevision },
    clientAuthentication: { sasl: { iam: true }, unauthenticated: false },
    encryptionInfo: { encryptionAtRestKmsKeyArn: dataKey.arn, encryptionInTransit: { clientBroker: "TLS", inCluster: true } },
    enhancedMonitoring: "PER_TOPIC_PER_BROKER",
    loggingInfo: { brokerLogs: { cloudwatchLogs: { enabled: true, logGroup: logs.name } } },
    tags,
});

// Lambda reads the feed as a consumer of its own.
const ofTheFeed = (kind: string, rest = "") => arn("kafka", `${kind}/${clusterName}/*${rest}`);
const mayRead = [
    new aws.iam.RolePolicyAttachment("feed", {
        role: `${name}-receive-function`,
        policyArn: "arn:aws:iam::aws:policy/service-role/AWSLambdaMSKExecutionRole",
    }),
    new aws.iam.RolePolicy("feed", {
        name: "read-feed",
        role: `${name}-receive-function`,
        policy: document([
            {
                Sid: "Connect",
                Effect: "Allow",
                Action: ["kafka-cluster:Connect", "kafka-cluster:DescribeClusterDynamicConfiguration"],
                Resource: ofTheFeed("cluster"),
            },
            {
                Sid: "ReadTopic",
                Effect: "Allow",
                Action: ["kafka-cluster:DescribeTopic", "kafka-cluster:DescribeTopicDynamicConfiguration", "kafka-cluster:ReadData"],
                Resource: ofTheFeed("topic", "/events"),
            },
            {
                Sid: "KeepPlace",
                Effect: "Allow",
                Action: ["kafka-cluster:AlterGroup", "kafka-cluster:DescribeGroup"],
                Resource: ofTheFeed("group", `/${name}-receive`),
            },
        ]),
    }),
];
new aws.lambda.EventSourceMapping(
    "feed",
    {
        eventSourceArn: cluster.arn,
        functionName: receive.resource.arn,
        topics: ["events"],
        amazonManagedKafkaEventSourceConfig: { consumerGroupId: `${name}-receive` },
        startingPosition: "TRIM_HORIZON",
        batchSize: 50,
        tags,
    },
    { dependsOn: mayRead },
);

export const feedBrokers = pulumi.output(cluster.bootstrapBrokersSaslIam);
