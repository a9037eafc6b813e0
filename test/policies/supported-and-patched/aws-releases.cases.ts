import { type Cases, UNKNOWN, of } from "../support/cases";

const kafka = of("aws:msk/cluster:Cluster");
const airflow = of("aws:mwaa/environment:Environment");
const emr = of("aws:emr/cluster:Cluster");
const application = of("aws:emrserverless/application:Application");
const job = of("aws:glue/job:Job");
const canary = of("aws:synthetics/canary:Canary");
const broker = of("aws:mq/broker:Broker");

export const cases: Cases = {
    "aws-streaming-and-workflow-version-in-support": {
        compliant: {
            Kafka: kafka({ kafkaVersion: "3.9.x" }),
            "Kafka without ZooKeeper": kafka({ kafkaVersion: "3.8.x.kraft" }),
            "Airflow, the latest by default": airflow(),
            Airflow: airflow({ airflowVersion: "2.10.3" }),
            EMR: emr({ releaseLabel: "emr-7.13.0" }),
            "EMR that ends soon, with advice": { resources: [application({ releaseLabel: "emr-7.9.0" })], advice: true },
            Glue: job({ glueVersion: "5.0", command: { name: "glueetl", scriptLocation: "s3://jobs/a.py" } }),
            "a canary": canary({ runtimeVersion: "syn-nodejs-puppeteer-10.0" }),
            RabbitMQ: broker({ engineType: "RabbitMQ", engineVersion: "3.13" }),
        },
        violating: {
            "Kafka that has ended": [kafka({ kafkaVersion: "3.5.1" }), "kafkaVersion"],
            "Kafka older than the table": [kafka({ kafkaVersion: "2.6.2" }), "kafkaVersion"],
            Airflow: [airflow({ airflowVersion: "2.5.1" }), "airflowVersion"],
            "EMR that has ended": [emr({ releaseLabel: "emr-7.3.0" }), "releaseLabel"],
            "EMR older than the table": [application({ releaseLabel: "emr-6.15.0" }), "releaseLabel"],
            Glue: [job({ glueVersion: "2.0" }), "glueVersion"],
            "a canary": [canary({ runtimeVersion: "syn-nodejs-puppeteer-3.9" }), "runtimeVersion"],
            ActiveMQ: [broker({ engineType: "ActiveMQ", engineVersion: "5.16.7" }), "engineVersion"],
        },
        undetermined: {
            "a version that is not known": [kafka({ kafkaVersion: UNKNOWN }), "kafkaVersion"],
            "Airflow that is not known": [airflow({ airflowVersion: UNKNOWN }), "airflowVersion"],
            "Glue without a version": [job(), "glueVersion"],
            "a kind of job that is not known": [job({ glueVersion: "2.0", command: UNKNOWN }), "glueVersion"],
            "a canary of another family": [canary({ runtimeVersion: "syn-python-selenium-1.0" }), "runtimeVersion"],
            "an engine that is not known": [broker({ engineType: UNKNOWN, engineVersion: "3.13" }), "engineType"],
        },
        notApplicable: { "a Python shell job": job({ command: { name: "pythonshell", scriptLocation: "s3://jobs/a.py" } }) },
    },
};
