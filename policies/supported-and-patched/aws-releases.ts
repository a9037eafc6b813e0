import { resourcePolicy } from "../../src/policy/definition";
import { type Answer, UNKNOWN, is, isUnknown } from "../../src/policy/unknown";
import { compareVersions, parseVersion } from "../../src/policy/versions";
import { LIFECYCLE_SETTINGS, judgeVersion } from "../shared/aws-versions";

/** Not below the oldest release allowed, among releases of one family; of another family it cannot be told. */
function notBelow(version: string, oldest: string): Answer {
    return parseVersion(version)?.prefix === parseVersion(oldest)?.prefix ? compareVersions(version, oldest) >= 0 : UNKNOWN;
}

export const streamingAndWorkflowVersion = resourcePolicy({
    name: "aws-streaming-and-workflow-version-in-support",
    title: "Streams, brokers, jobs and workflows run releases in support",
    commitment: "supported-and-patched",
    topic: "unsupported-runtime-or-engine",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: [
        "aws:msk/cluster:Cluster",
        "aws:mwaa/environment:Environment",
        "aws:emr/cluster:Cluster",
        "aws:emrserverless/application:Application",
        "aws:glue/job:Job",
        "aws:synthetics/canary:Canary",
        "aws:mq/broker:Broker",
    ],
    why: "A release past its end gets no security fixes, though the service goes on running it.",
    fix: "Set the version or release of the resource to one in support.",
    references: [
        "aws-config:glue-spark-job-supported-version",
        "checkov:CKV_AWS_208",
        "fsbp:Glue.4",
        "endoflife:amazon-msk",
        "endoflife:amazon-glue",
    ],
    settings: {
        ...LIFECYCLE_SETTINGS,
        minAirflowVersion: { type: "string", default: "2.8", description: "Oldest Apache Airflow version for MWAA." },
        minCanaryRuntime: {
            type: "string",
            default: "syn-nodejs-puppeteer-9.0",
            description: "Oldest runtime for canaries; runtimes of other families cannot be told.",
        },
    },
    check(c) {
        switch (c.type) {
            case "aws:msk/cluster:Cluster":
                judgeVersion(c, "kafkaVersion", { product: "msk", label: "Amazon MSK" });
                break;
            case "aws:mq/broker:Broker": {
                const active = c.oneOf("engineType", ["ActiveMQ"]);
                if (isUnknown(active)) c.undetermined("engineType", "The engine is not known before the update.");
                else
                    judgeVersion(
                        c,
                        "engineVersion",
                        active ? { product: "mq-activemq", label: "ActiveMQ" } : { product: "mq-rabbitmq", label: "RabbitMQ" },
                    );
                break;
            }
            case "aws:emr/cluster:Cluster":
            case "aws:emrserverless/application:Application":
                judgeVersion(c, "releaseLabel", { product: "emr", label: "EMR release" });
                break;
            case "aws:glue/job:Job": {
                // Python shell and Ray jobs have versions of their own.
                const spark = c.oneOf("command.name", ["glueetl", "gluestreaming"], "glueetl");
                if (spark === false) c.notApplicable("a Python shell or Ray job");
                else if (spark === true && c.has("glueVersion")) judgeVersion(c, "glueVersion", { product: "glue", label: "AWS Glue" });
                else c.undetermined("glueVersion", "Without glueVersion, or the kind of job, the program does not say which version runs.");
                break;
            }
            case "aws:mwaa/environment:Environment": {
                const current = is(c.word("airflowVersion"), v => v === undefined || notBelow(v, c.settings.minAirflowVersion));
                c.require(current, "airflowVersion", "The version of Apache Airflow is older than the setting minAirflowVersion.");
                break;
            }
            case "aws:synthetics/canary:Canary": {
                const current = is(c.word("runtimeVersion"), v => v === undefined || notBelow(v, c.settings.minCanaryRuntime));
                c.require(current, "runtimeVersion", "The runtime of the canary is older than the setting minCanaryRuntime.");
                break;
            }
        }
    },
});
