import { type Cases, UNKNOWN, of } from "../support/cases";

const stateMachine = of("aws:sfn/stateMachine:StateMachine");
const broker = of("aws:mq/broker:Broker");
const kafka = of("aws:msk/cluster:Cluster");
const airflow = of("aws:mwaa/environment:Environment");
const build = of("aws:codebuild/project:Project");
const api = of("aws:appsync/graphQLApi:GraphQLApi");
const transfer = of("aws:transfer/server:Server");
const emr = of("aws:emr/cluster:Cluster");
const glue = of("aws:glue/job:Job");
const accelerator = of("aws:globalaccelerator/accelerator:Accelerator");
const beanstalk = of("aws:elasticbeanstalk/environment:Environment");
const datasync = of("aws:datasync/task:Task");

const on = { enabled: true };
const streaming = (value: string) => [{ namespace: "aws:elasticbeanstalk:cloudwatch:logs", name: "StreamLogs", value }];

export const cases: Cases = {
    "aws-workflow-and-broker-logging": {
        compliant: {
            "a state machine": stateMachine({ loggingConfiguration: { level: "ERROR", logDestination: UNKNOWN } }),
            "an ActiveMQ broker": broker({ engineType: "ActiveMQ", logs: { general: true, audit: true } }),
            "a RabbitMQ broker, which has no audit log": broker({ engineType: "RabbitMQ", logs: { general: true } }),
            "Kafka, to a bucket": kafka({ loggingInfo: { brokerLogs: { s3: { enabled: true, bucket: "logs" } } } }),
            Airflow: airflow({ loggingConfiguration: { schedulerLogs: on, workerLogs: on, webserverLogs: on } }),
            "a build, by default to CloudWatch": build({ name: "records" }),
            "a build to a bucket only": build({ logsConfig: { cloudwatchLogs: { status: "DISABLED" }, s3Logs: { status: "ENABLED" } } }),
            "a GraphQL API": api({ authenticationType: "AWS_IAM", logConfig: { cloudwatchLogsRoleArn: UNKNOWN, fieldLogLevel: "ERROR" } }),
            "a file server": transfer({ structuredLogDestinations: [UNKNOWN] }),
            "a file server with a logging role": transfer({ loggingRole: UNKNOWN }),
            "an EMR cluster": emr({ logUri: "s3://logs/emr/" }),
            "a Glue job": glue({ glueVersion: "4.0", defaultArguments: { "--enable-continuous-cloudwatch-log": "true" } }),
            "a job of Glue 5": glue({ glueVersion: "5.0" }),
            "an accelerator": accelerator({ attributes: { flowLogsEnabled: true, flowLogsS3Bucket: "logs", flowLogsS3Prefix: "edge/" } }),
            "an Elastic Beanstalk environment": beanstalk({ settings: streaming("true") }),
            "a transfer": datasync({ cloudwatchLogGroupArn: UNKNOWN, options: { logLevel: "TRANSFER" } }),
        },
        violating: {
            "a state machine without": [stateMachine(), "loggingConfiguration.level"],
            "a state machine that is off": [
                stateMachine({ loggingConfiguration: { level: "OFF", logDestination: UNKNOWN } }),
                "loggingConfiguration.level",
            ],
            "an ActiveMQ broker without its audit log": [broker({ engineType: "ActiveMQ", logs: { general: true } }), "logs.audit"],
            "a RabbitMQ broker without": [broker({ engineType: "RabbitMQ" }), "logs.general"],
            "Kafka without": [kafka(), "loggingInfo.brokerLogs"],
            "Airflow without the workers' log": [
                airflow({ loggingConfiguration: { schedulerLogs: on, webserverLogs: on } }),
                "loggingConfiguration.workerLogs.enabled",
            ],
            "a build that is off": [build({ logsConfig: { cloudwatchLogs: { status: "DISABLED" } } }), "logsConfig"],
            "a GraphQL API without": [api({ authenticationType: "AWS_IAM" }), "logConfig.fieldLogLevel"],
            "a file server without": [transfer(), "structuredLogDestinations"],
            "an EMR cluster without": [emr(), "logUri"],
            "a Glue job without": [glue({ glueVersion: "4.0" }), "defaultArguments"],
            "an accelerator without": [accelerator(), "attributes.flowLogsEnabled"],
            "an Elastic Beanstalk environment without": [beanstalk({ settings: streaming("false") }), "settings"],
            "a transfer without a log group": [datasync({ options: { logLevel: "BASIC" } }), "cloudwatchLogGroupArn"],
            "a transfer that logs nothing, as by default": [datasync({ cloudwatchLogGroupArn: UNKNOWN }), "options.logLevel"],
        },
        undetermined: {
            "a level that is not known": [
                stateMachine({ loggingConfiguration: { level: UNKNOWN, logDestination: UNKNOWN } }),
                "loggingConfiguration.level",
            ],
            "a broker of a kind that is not known": [broker({ engineType: UNKNOWN, logs: { general: true } }), "logs.audit"],
            "a sink that is perhaps on": [kafka({ loggingInfo: { brokerLogs: { s3: { enabled: UNKNOWN } } } }), "loggingInfo.brokerLogs"],
            "arguments that are not known": [glue({ defaultArguments: UNKNOWN }), "defaultArguments"],
        },
    },
};
