import { mustByType } from "../../src/policy/factories";
import { type Fact, given, on, oneOf } from "../../src/policy/facts";
import { and, is } from "../../src/policy/unknown";
import { isSet, read, readAll, text } from "../../src/policy/values";

/** Instance types whose storage is a disk of the host: always encrypted, and without a choice of key. */
const LOCAL_STORAGE = /^ml\.([a-z]+\d+[a-z]*d[a-z]*|g4dn|g5|g6e?|p4de?|p5en?|p5|trn1n?)\./;
const NO_KEY = "What it stores is not encrypted with a key of your own.";

const endpointKey: Fact<"kmsKeyArn"> = {
    path: "kmsKeyArn",
    message: NO_KEY,
    judge: props => {
        const variants = readAll(props, "productionVariants[].instanceType");
        const local = and(variants.length > 0, ...variants.map(({ value }) => is(value, type => LOCAL_STORAGE.test(text(type)))));
        const serverless = readAll(props, "productionVariants[]").some(({ value }) => isSet(value, "serverlessConfig")) && variants.length === 0;
        return [{ path: "kmsKeyArn", answer: read(props, "kmsKeyArn") !== undefined || serverless ? true : local }];
    },
};

export const sagemakerIsolated = mustByType({
    name: "aws-sagemaker-isolated-and-encrypted",
    title: "SageMaker's notebooks and models are isolated and encrypted",
    commitment: "standards-met",
    topic: "secure-configuration",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    why: "Notebooks hold extracts of records; with the internet at hand and root rights, whatever is run in them can carry those away.",
    fix: "Set directInternetAccess and rootAccess to 'Disabled', kmsKeyId, and enableNetworkIsolation on models.",
    references: [
        "aws-config:sagemaker-notebook-no-direct-internet-access",
        "aws-config:sagemaker-notebook-instance-kms-key-configured",
        "aws-config:sagemaker-endpoint-configuration-kms-key-configured",
        "aws-config:sagemaker-notebook-instance-root-access-check",
        "aws-config:sagemaker-model-isolation-enabled",
        "checkov:CKV_AWS_22",
        "checkov:CKV_AWS_98",
        "checkov:CKV_AWS_122",
        "checkov:CKV_AWS_187",
        "checkov:CKV_AWS_307",
        "checkov:CKV_AWS_370",
        "cdk-nag:AwsSolutions-SM2",
        "cdk-nag:AwsSolutions-SM3",
        "fsbp:SageMaker.1",
        "fsbp:SageMaker.3",
        "fsbp:SageMaker.5",
    ],
    facts: {
        "aws:sagemaker/notebookInstance:NotebookInstance": [
            oneOf("directInternetAccess", ["Disabled"], "Enabled", "The notebook reaches the internet directly."),
            oneOf("rootAccess", ["Disabled"], "Enabled", "Users of the notebook are root."),
            given("kmsKeyId", NO_KEY),
        ],
        "aws:sagemaker/endpointConfiguration:EndpointConfiguration": [endpointKey],
        "aws:sagemaker/model:Model": [on("enableNetworkIsolation", false, "The model's containers reach the network.")],
        "aws:sagemaker/domain:Domain": [given("kmsKeyId", NO_KEY)],
    },
});
