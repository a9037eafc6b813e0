import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const task = of("aws:ecs/taskDefinition:TaskDefinition");
const job = of("aws:batch/jobDefinition:JobDefinition");
const daemon = of("aws:ecs/daemonTaskDefinition:DaemonTaskDefinition");
const express = of("aws:ecs/expressGatewayService:ExpressGatewayService");
const runner = of("aws:apprunner/service:Service");
const fn = of("aws:lambda/function:Function");
const model = of("aws:sagemaker/model:Model");

const IMAGE = "111122223333.dkr.ecr.eu-west-2.amazonaws.com/records:1.4.0";
type TaskProps = CaseProps<"aws:ecs/taskDefinition:TaskDefinition">;
/** A task of containers that have a name and an image, as JSON text. */
const containers = (list: readonly object[], over: TaskProps = {}) =>
    task({ family: "records", containerDefinitions: JSON.stringify(list.map(own => ({ name: "app", image: IMAGE, ...own }))), ...over });
const one = (own: object, over: TaskProps = {}) => containers([own], over);
const unreadable = task({ family: "records", containerDefinitions: "[" });
const unknown = task({ family: "records", containerDefinitions: UNKNOWN });
const batch = (own: object) => job({ type: "container", containerProperties: JSON.stringify({ image: IMAGE, ...own }) });
const pod = (own: CasePod) => job({ type: "container", eksProperties: { podProperties: { containers: [{ image: IMAGE, ...own }] } } });
interface CasePod {
    readonly securityContext?: { readonly privileged?: boolean; readonly readOnlyRootFileSystem?: boolean };
    readonly envs?: readonly { readonly name: string; readonly value: string }[];
}
const AT = "containerDefinitions[0]";
const secret = (name: string | typeof UNKNOWN, value: unknown) => one({ environment: [{ name, value }] });
const VARIABLE = `${AT}.environment[0].value`;
const variables = (own: Readonly<Record<string, string | typeof UNKNOWN>> | typeof UNKNOWN) =>
    runner({
        serviceName: "records",
        sourceConfiguration: {
            imageRepository: { imageIdentifier: IMAGE, imageRepositoryType: "ECR", imageConfiguration: { runtimeEnvironmentVariables: own } },
        },
    });
const RUNTIME = "sourceConfiguration.imageRepository.imageConfiguration.runtimeEnvironmentVariables";

export const cases: Cases = {
    "aws-ecs-task-nonprivileged": {
        compliant: {
            "left out": one({}),
            "off, said outright": one({ privileged: false }),
            "a capability that is allowed": one({ linuxParameters: { capabilities: { add: ["CAP_SYS_PTRACE"], drop: ["ALL"] } } }),
            "a job": batch({}),
            "a pod": pod({ securityContext: { privileged: false } }),
            "a daemon": daemon({ family: "agent", containerDefinitions: [{ name: "agent", image: IMAGE, privileged: false }] }),
        },
        violating: {
            privileged: [one({ privileged: true }), AT],
            "privileged, with a capital letter, as ECS takes it too": [one({ Privileged: true }), AT],
            "the second of two": [containers([{}, { privileged: true }]), "containerDefinitions[1]"],
            "a capability that is not allowed": [one({ linuxParameters: { capabilities: { add: ["SYS_ADMIN"] } } }), AT],
            "a job": [batch({ privileged: true }), "containerProperties"],
            "a job of several nodes": [
                job({
                    type: "multinode",
                    nodeProperties: JSON.stringify({ nodeRangeProperties: [{ container: { image: IMAGE, privileged: true } }] }),
                }),
                "nodeProperties.nodeRangeProperties[0].container",
            ],
            "a pod": [pod({ securityContext: { privileged: true } }), "eksProperties.podProperties.containers[0]"],
            "what a pod runs first": [
                job({
                    type: "container",
                    eksProperties: {
                        podProperties: { containers: [{ image: IMAGE }], initContainers: [{ image: IMAGE, securityContext: { privileged: true } }] },
                    },
                }),
                "eksProperties.podProperties.initContainers[0]",
            ],
            "tasks of several nodes": [
                job({
                    type: "multinode",
                    nodeProperties: JSON.stringify({
                        nodeRangeProperties: [{ ecsProperties: { taskProperties: [{ containers: [{ image: IMAGE, privileged: true }] }] } }],
                    }),
                }),
                "nodeProperties.nodeRangeProperties[0].ecsProperties.taskProperties[0].containers[0]",
            ],
            "a daemon": [daemon({ family: "agent", containerDefinitions: [{ name: "agent", image: IMAGE, privileged: true }] }), AT],
        },
        undetermined: {
            "a document that is not known": [unknown, "containerDefinitions"],
            "a text that is no document": [unreadable, "containerDefinitions"],
            "a switch that is not known": [
                daemon({ family: "agent", containerDefinitions: [{ name: "agent", image: IMAGE, privileged: UNKNOWN }] }),
                AT,
            ],
        },
    },
    "aws-ecs-nonroot-user-and-host-isolation": {
        compliant: {
            "a user": one({ user: "1000:1000" }),
            "left to the image, with advice": { resources: [one({})], advice: true },
            "left to the image, as the setting allows": { resources: [one({})], settings: { allowImageDefaultUser: true } },
            "on Windows": one({}, { runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" } }),
            "the network of the task": one({ user: "app" }, { networkMode: "awsvpc" }),
            "the host's network, with a user": one({ user: "app" }, { networkMode: "host" }),
            "a volume of the host that is allowed": {
                resources: [one({ user: "app" }, { volumes: [{ name: "logs", hostPath: "/var/log" }] })],
                settings: { allowedHostPaths: ["/var/log"] },
            },
            "a volume without a path": one({ user: "app" }, { volumes: [{ name: "scratch" }] }),
        },
        violating: {
            root: [one({ user: "root" }), AT],
            "root by its number": [one({ user: "0:0" }), AT],
            "root in a group": [one({ user: "0:1000" }), AT],
            "the host's network, without a user": [one({}, { networkMode: "host" }), AT],
            "the host's processes": [one({ user: "app" }, { pidMode: "host" }), "pidMode"],
            "the host's memory": [one({ user: "app" }, { ipcMode: "host" }), "ipcMode"],
            "a path of the host": [one({ user: "app" }, { volumes: [{ name: "docker", hostPath: "/var/run/docker.sock" }] }), "volumes[0].hostPath"],
        },
        undetermined: {
            "a document that is not known": [unknown, "containerDefinitions"],
            "a network that is not known, without a user": [one({}, { networkMode: UNKNOWN }), AT],
            "a mode that is not known": [one({ user: "app" }, { pidMode: UNKNOWN }), "pidMode"],
            "a path that is not known": [one({ user: "app" }, { volumes: [{ name: "logs", hostPath: UNKNOWN }] }), "volumes[0].hostPath"],
        },
    },
    "aws-ecs-readonly-root-filesystem": {
        compliant: {
            "read only": one({ readonlyRootFilesystem: true }),
            "a job": batch({ readonlyRootFilesystem: true }),
            "a pod": pod({ securityContext: { readOnlyRootFileSystem: true } }),
        },
        violating: {
            "left out": [one({}), AT],
            "off, said outright": [one({ readonlyRootFilesystem: false }), AT],
            "one of two": [containers([{ readonlyRootFilesystem: true }, {}]), "containerDefinitions[1]"],
            "a job": [batch({}), "containerProperties"],
        },
        undetermined: {
            "a document that is not known": [unknown, "containerDefinitions"],
            "a family that is not known": [one({}, { runtimePlatform: { operatingSystemFamily: UNKNOWN } }), AT],
        },
        notApplicable: { Windows: one({}, { runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" } }) },
    },
    "aws-ecs-no-plaintext-secrets": {
        compliant: {
            "no variables": one({}),
            "a secret by its ARN": one({ secrets: [{ name: "DATABASE_PASSWORD", valueFrom: "arn:aws:ssm:eu-west-2:111122223333:parameter/db" }] }),
            "an ordinary variable": secret("STAGE", "production"),
            "a name that leads to a secret": secret("DATABASE_SECRET_ARN", "whatever"),
            "an ARN under a word of secrets": secret("DATABASE_SECRET", "arn:aws:secretsmanager:eu-west-2:111122223333:secret:db"),
            "a path under a word of secrets": secret("TOKEN_LOCATION", "/run/secrets/token"),
            "variables of App Runner": variables({ STAGE: "production", TABLE: UNKNOWN }),
        },
        violating: {
            "a password": [secret("DATABASE_PASSWORD", "correct horse"), VARIABLE],
            "a name in lower case": [secret("database_password", "correct horse"), VARIABLE],
            "a key by its form": [secret("SETTING", ["AKIA", "IOSFODNN7EXAMPLE"].join("")), VARIABLE],
            "AWS's own names": [secret("AWS_SECRET_ACCESS_KEY", "abc"), VARIABLE],
            "a job": [batch({ environment: [{ name: "API_KEY", value: "abcdefgh" }] }), "containerProperties.environment[0].value"],
            "a pod": [pod({ envs: [{ name: "API_KEY", value: "abcdefgh" }] }), "eksProperties.podProperties.containers[0].envs[0].value"],
            "an express service": [
                express({ primaryContainer: { image: IMAGE, environments: [{ name: "API_KEY", value: "abcdefgh" }] } }),
                "primaryContainer.environments[0].value",
            ],
            "App Runner": [variables({ API_KEY: "abcdefgh" }), `${RUNTIME}.API_KEY`],
        },
        undetermined: {
            "a document that is not known": [unknown, "containerDefinitions"],
            "a value that is not known under a word of secrets": [
                express({ primaryContainer: { image: IMAGE, environments: [{ name: "API_KEY", value: UNKNOWN }] } }),
                "primaryContainer.environments[0].value",
            ],
            "variables that are not known": [variables(UNKNOWN), RUNTIME],
        },
    },
    "aws-container-image-from-trusted-registry": {
        compliant: {
            "an own image by its version": one({}),
            "an own image by the registry's newer address": one({ image: "111122223333.dkr-ecr.eu-west-2.on.aws/records:1.4.0" }),
            "AWS's public registry": one({ image: "public.ecr.aws/nginx/nginx:1.27" }),
            "by its digest": { resources: [one({ image: `${IMAGE}@sha256:${"a".repeat(64)}` })], settings: { requireDigest: true } },
            "a function": fn({ packageType: "Image", imageUri: IMAGE, role: "r" }),
            "a model": model({ primaryContainer: { image: IMAGE } }),
            "a job": batch({}),
        },
        violating: {
            "Docker Hub": [one({ image: "nginx:1.27" }), `${AT}.image`],
            "another registry": [one({ image: "ghcr.io/acme/app:1.0" }), `${AT}.image`],
            latest: [one({ image: IMAGE.replace("1.4.0", "latest") }), `${AT}.image`],
            "no tag": [one({ image: IMAGE.replace(":1.4.0", "") }), `${AT}.image`],
            "a version, where a digest is asked for": { resources: [one({})], settings: { requireDigest: true }, property: `${AT}.image` },
            "a function": [fn({ packageType: "Image", imageUri: "docker.io/acme/app:1", role: "r" }), "imageUri"],
            "App Runner": [
                runner({
                    serviceName: "r",
                    sourceConfiguration: { imageRepository: { imageIdentifier: "acme/app", imageRepositoryType: "ECR_PUBLIC" } },
                }),
                "sourceConfiguration.imageRepository.imageIdentifier",
            ],
        },
        undetermined: {
            "a document that is not known": [unknown, "containerDefinitions"],
            "an image that is not known": [fn({ packageType: "Image", imageUri: UNKNOWN, role: "r" }), "imageUri"],
        },
        notApplicable: { "a function of a file": fn({ runtime: "nodejs22.x", role: "r" }) },
    },
};
