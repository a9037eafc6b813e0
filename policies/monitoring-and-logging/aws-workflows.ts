import { isOneOf } from "../../src/policy/check";
import { mustByType } from "../../src/policy/factories";
import { filled, given, noneOf, on, together, where } from "../../src/policy/facts";
import { and, is, or, some } from "../../src/policy/unknown";
import { isFilled, isRecord, list, read, text, truth } from "../../src/policy/values";

const LOG_STREAMING = "aws:elasticbeanstalk:cloudwatch:logs";

export const workflowAndBrokerLogging = mustByType({
    name: "aws-workflow-and-broker-logging",
    title: "Workflows, brokers, builds and transfers keep logs",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    why: "These services keep no log unless they are told to; what went through them on the day of an attack is then unknown.",
    fix: "Switch on the service's log and name its destination.",
    references: [
        "aws-config:step-functions-state-machine-logging-enabled",
        "aws-config:mq-cloudwatch-audit-logging-enabled",
        "aws-config:codebuild-project-logging-enabled",
        "aws-config:appsync-logging-enabled",
        "aws-config:glue-job-logging-enabled",
        "aws-config:elastic-beanstalk-logs-to-cloudwatch",
        "checkov:CKV_AWS_48",
        "checkov:CKV_AWS_75",
        "checkov:CKV_AWS_80",
        "checkov:CKV_AWS_193",
        "checkov:CKV_AWS_194",
        "checkov:CKV_AWS_197",
        "checkov:CKV_AWS_242",
        "checkov:CKV_AWS_243",
        "checkov:CKV_AWS_244",
        "checkov:CKV_AWS_285",
        "checkov:CKV_AWS_314",
        "cdk-nag:AwsSolutions-SF1",
        "cdk-nag:AwsSolutions-MSK6",
        "cdk-nag:AwsSolutions-ASC3",
        "cdk-nag:AwsSolutions-EMR2",
        "cdk-nag:AwsSolutions-EB4",
        "fsbp:StepFunctions.1",
        "fsbp:MQ.2",
        "fsbp:AppSync.2",
        "fsbp:CodeBuild.4",
        "fsbp:DataSync.1",
        "fsbp:ElasticBeanstalk.3",
    ],
    facts: {
        "aws:sfn/stateMachine:StateMachine": [
            noneOf("loggingConfiguration.level", ["OFF"], "OFF", "The state machine logs nothing."),
            filled("loggingConfiguration.logDestination", "The state machine names no log group."),
        ],
        "aws:mq/broker:Broker": [
            on("logs.general", false, "The broker keeps no general log."),
            ...where(props => isOneOf(read(props, "engineType"), ["ActiveMQ"]), on("logs.audit", false, "The broker keeps no audit log.")),
        ],
        "aws:msk/cluster:Cluster": [
            together("loggingInfo.brokerLogs", "The brokers' logs go nowhere.", props =>
                or(...["cloudwatchLogs", "firehose", "s3"].map(sink => truth(read(props, `loggingInfo.brokerLogs.${sink}.enabled`)) ?? false)),
            ),
        ],
        "aws:mwaa/environment:Environment": [
            on("loggingConfiguration.schedulerLogs.enabled", false, "The scheduler logs nothing."),
            on("loggingConfiguration.workerLogs.enabled", false, "The workers log nothing."),
            on("loggingConfiguration.webserverLogs.enabled", false, "The web server logs nothing."),
        ],
        "aws:codebuild/project:Project": [
            together("logsConfig", "Builds log neither to CloudWatch nor to S3.", props =>
                or(
                    isOneOf(read(props, "logsConfig.cloudwatchLogs.status"), ["ENABLED"], "ENABLED"),
                    isOneOf(read(props, "logsConfig.s3Logs.status"), ["ENABLED"], "DISABLED"),
                ),
            ),
        ],
        "aws:appsync/graphQLApi:GraphQLApi": [noneOf("logConfig.fieldLogLevel", ["NONE"], "NONE", "The API logs no requests.")],
        "aws:transfer/server:Server": [
            together("structuredLogDestinations", "The server does not log who transfers what.", props =>
                or(
                    is(list(read(props, "structuredLogDestinations")), destinations => destinations.length > 0),
                    isFilled(props, "loggingRole"),
                ),
            ),
        ],
        "aws:emr/cluster:Cluster": [filled("logUri", "The cluster keeps no logs.")],
        "aws:glue/job:Job": [
            together("defaultArguments", "The job does not log while it runs.", props =>
                or(
                    // From 5.0 on every job does.
                    is(read(props, "glueVersion"), version => Number(text(version ?? "0")) >= 5),
                    is(read(props, "defaultArguments"), args => isRecord(args) && (truth(args["--enable-continuous-cloudwatch-log"]) ?? false)),
                ),
            ),
        ],
        "aws:globalaccelerator/accelerator:Accelerator": [on("attributes.flowLogsEnabled", false, "The accelerator keeps no flow logs.")],
        "aws:elasticbeanstalk/environment:Environment": [
            together("settings", "The environment does not stream its logs (StreamLogs).", props =>
                some(list(read(props, "settings")), entry =>
                    is(entry, setting =>
                        and(
                            isOneOf(read(setting, "namespace"), [LOG_STREAMING]),
                            isOneOf(read(setting, "name"), ["StreamLogs"]),
                            isOneOf(read(setting, "value"), ["true"]),
                        ),
                    ),
                ),
            ),
        ],
        "aws:datasync/task:Task": where(
            // Tasks in enhanced mode log of themselves.
            props => isOneOf(read(props, "taskMode"), ["BASIC"], "BASIC"),
            given("cloudwatchLogGroupArn", "The task names no log group."),
            noneOf("options.logLevel", ["OFF"], "OFF", "The task logs nothing."),
        ),
    },
});
