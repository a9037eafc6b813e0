import { resourcePolicy } from "../../src/policy/definition";
import type { Resource, Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, every, is, isUnknown, not, or } from "../../src/policy/unknown";
import { type At, list, read, text, truth } from "../../src/policy/values";
import { matchesWildcard } from "../../src/policy/wildcard";
import { DAEMON_TASK, EXPRESS_SERVICE, JOB_DEFINITION, TASK_DEFINITION, containersOf, inContainer, variablesOf } from "../shared/containers";
import { SECRET_SETTINGS, isPlainSecret } from "../shared/plaintext-secrets";

const APP_RUNNER = "aws:apprunner/service:Service";
const FUNCTION = "aws:lambda/function:Function";
const MODEL = "aws:sagemaker/model:Model";

export const ecsTaskNonprivileged = resourcePolicy({
    name: "aws-ecs-task-nonprivileged",
    title: "Containers run without privileges on their host",
    commitment: "secure-software",
    topic: "secure-configuration",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [TASK_DEFINITION, JOB_DEFINITION, DAEMON_TASK],
    why: "A privileged container is root on its host, and with it in every other container there.",
    fix: "Leave privileged off, and add no Linux capability but those of the setting allowedCapabilities.",
    references: ["aws-config:ecs-containers-nonprivileged", "checkov:CKV_AWS_210", "checkov:CKV_AWS_334", "fsbp:ECS.4"],
    settings: {
        allowedCapabilities: {
            type: "array",
            items: { type: "string" },
            default: ["SYS_PTRACE", "NET_BIND_SERVICE"],
            description: "Linux capabilities that a container may be given.",
        },
    },
    check({ resource, requireAt, settings }) {
        const allowed = new Set(settings.allowedCapabilities.map(capability => capability.toUpperCase().replace(/^CAP_/, "")));
        for (const { path, value: container } of containersOf(resource)) {
            const switched = (property: string): Answer => truth(inContainer(container, property)) ?? false;
            const privileged = isUnknown(container) ? UNKNOWN : or(switched("privileged"), switched("securityContext.privileged"));
            requireAt(not(privileged), path, "A container runs in privileged mode.");
            const added = isUnknown(container)
                ? UNKNOWN
                : list(inContainer(container, "linuxParameters.capabilities.add") ?? inContainer(container, "linuxParameters.capabilities.adds"));
            const few = every(added, capability => is(capability, c => allowed.has(text(c).toUpperCase().replace(/^CAP_/, ""))));
            if (privileged !== true && !isUnknown(container)) requireAt(few, path, "A container is given Linux capabilities that are not allowed.");
        }
    },
});

/** Does the task run on Windows, which has neither root nor a file system that is read only? */
function onWindows({ props }: Resource): Answer {
    return is(read(props, "runtimePlatform.operatingSystemFamily"), family => /^windows/i.test(text(family ?? "")));
}

/** "0", "root", "root:root", "0:1000". */
function isRoot(user: string): boolean {
    return /^(0|root)(:|$)/.test(user.trim());
}

export const ecsNonrootAndIsolated = resourcePolicy({
    name: "aws-ecs-nonroot-user-and-host-isolation",
    title: "Tasks run as ordinary users, apart from their host",
    commitment: "secure-software",
    topic: "secure-configuration",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: [TASK_DEFINITION],
    why: "A container that is root, or shares the host's network, processes or files, is one mistake away from the host itself.",
    fix: "Set user to one that is not root, and leave pidMode, ipcMode and networkMode away from 'host' and volumes away from hostPath.",
    references: [
        "aws-config:ecs-task-definition-nonroot-user",
        "aws-config:ecs-task-definition-user-for-host-mode-check",
        "aws-config:ecs-task-definition-pid-mode-check",
        "checkov:CKV_AWS_335",
        "fsbp:ECS.1",
        "fsbp:ECS.3",
        "fsbp:ECS.17",
        "fsbp:ECS.20",
    ],
    settings: {
        allowImageDefaultUser: { type: "boolean", default: false, description: "Give no advice where the user is left to the image." },
        allowedHostPaths: { type: "array", items: { type: "string" }, default: [], description: "Paths of the host that tasks may mount." },
    },
    check({ resource, oneOf, all, require, requireAt, advice, settings }) {
        const hostNetwork = oneOf("networkMode", ["host"]);
        const windows = onWindows(resource);
        let toImage = false;
        for (const { path, value: container } of containersOf(resource)) {
            const user = isUnknown(container) ? UNKNOWN : inContainer(container, "user");
            requireAt(
                is(user, u => u === undefined || !isRoot(text(u))),
                path,
                "A container runs as root.",
            );
            const named = is(user, u => u !== undefined && text(u) !== "");
            if (named === false && hostNetwork === false && windows === false) toImage = true;
            if (hostNetwork !== false && !isUnknown(user))
                requireAt(or(not(hostNetwork), named), path, "A container in the host's network names no user, and so may be root there.");
        }
        require(not(oneOf("pidMode", ["host"])), "pidMode", "The task sees the processes of its host.");
        require(not(oneOf("ipcMode", ["host"])), "ipcMode", "The task shares the memory of its host.");
        for (const { path, value } of all("volumes[].hostPath")) {
            requireAt(
                is(value, host => host === "" || settings.allowedHostPaths.includes(text(host))),
                path,
                "A volume mounts a path of the host that is not allowed.",
            );
        }
        if (toImage && !settings.allowImageDefaultUser)
            advice("containerDefinitions", "A container names no user: whether it is root is left to its image.");
    },
});

export const ecsReadonlyRoot = resourcePolicy({
    name: "aws-ecs-readonly-root-filesystem",
    title: "Containers cannot write to their own file system",
    commitment: "secure-software",
    topic: "secure-configuration",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: [TASK_DEFINITION, JOB_DEFINITION, DAEMON_TASK],
    why: "What an intruder cannot write to the file system cannot be run from there, nor change the program itself.",
    fix: "Set readonlyRootFilesystem to true, and mount a volume for what must be written.",
    references: ["aws-config:ecs-containers-readonly-access", "checkov:CKV_AWS_336", "fsbp:ECS.5"],
    check({ resource, requireAt, notApplicable }) {
        const windows = onWindows(resource);
        if (windows === true) {
            notApplicable("Windows containers have no read-only file system");
            return;
        }
        for (const { path, value: container } of containersOf(resource)) {
            const readonly = isUnknown(container)
                ? UNKNOWN
                : (truth(inContainer(container, "readonlyRootFilesystem") ?? inContainer(container, "securityContext.readOnlyRootFileSystem")) ??
                  false);
            requireAt(or(windows, readonly), path, "A container can write to its own file system.");
        }
    },
});

export const ecsNoPlaintextSecrets = resourcePolicy({
    name: "aws-ecs-no-plaintext-secrets",
    title: "Containers take their secrets from a secret store",
    commitment: "secure-software",
    topic: "build-identity",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: [TASK_DEFINITION, DAEMON_TASK, EXPRESS_SERVICE, JOB_DEFINITION, APP_RUNNER],
    why: "A secret in a plain variable is read by everybody who may describe the task, and stays in its revisions and in the state.",
    fix: "Move the variable to secrets, with valueFrom the ARN of a secret or parameter.",
    references: ["aws-config:ecs-no-environment-secrets", "cdk-nag:AwsSolutions-ECS2", "fsbp:ECS.8"],
    settings: SECRET_SETTINGS,
    check(c) {
        const { secretNamePatterns, allowReferenceSuffixes } = c.settings;
        const message = "A variable holds a secret in plain text.";
        for (const container of containersOf(c.resource)) {
            for (const { path, name, value } of variablesOf(container)) {
                // No name says that it is a secret; a whole that is not known may hold one.
                if (isUnknown(name)) {
                    if (isUnknown(container.value) || isUnknown(value)) c.requireAt(UNKNOWN, path, message);
                    continue;
                }
                c.requireAt(not(isPlainSecret(text(name ?? ""), value, secretNamePatterns, allowReferenceSuffixes)), path, message);
            }
        }
        if (c.type !== APP_RUNNER) return;
        for (const source of ["imageRepository.imageConfiguration", "codeRepository.codeConfiguration.codeConfigurationValues"]) {
            const at = `sourceConfiguration.${source}.runtimeEnvironmentVariables`;
            const variables = read(c.resource.props, at);
            if (isUnknown(variables)) c.requireAt(UNKNOWN, at, message);
            else if (typeof variables === "object" && variables !== null) {
                for (const [name, value] of Object.entries(variables))
                    c.requireAt(not(isPlainSecret(name, value, secretNamePatterns, allowReferenceSuffixes)), `${at}.${name}`, message);
            }
        }
    },
});

/** What an image's reference says: "REGISTRY/NAME:TAG@DIGEST". Without a registry it is Docker Hub's. */
interface ImageReference {
    readonly registry: string;
    readonly tag: string | undefined;
    readonly digest: boolean;
}

function imageReference(text: string): ImageReference {
    const [name = "", digest] = text.split("@");
    const [first = "", ...rest] = name.split("/");
    const hasRegistry = rest.length > 0 && /[.:]|^localhost$/.test(first);
    const last = (rest.at(-1) ?? first).split(":");
    return { registry: hasRegistry ? first : "docker.io", tag: last[1], digest: digest !== undefined };
}

export const containerImageTrusted = resourcePolicy({
    name: "aws-container-image-from-trusted-registry",
    title: "Container images come from trusted registries, by a version",
    commitment: "secure-software",
    topic: "image-immutability-and-signing",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [TASK_DEFINITION, DAEMON_TASK, EXPRESS_SERVICE, JOB_DEFINITION, FUNCTION, APP_RUNNER, MODEL],
    why: "An image from a public registry, or by a tag that moves, is whatever somebody else last put there.",
    fix: "Copy the image to a registry of the setting allowedRegistries, and name a version or a digest, not 'latest'.",
    references: [],
    settings: {
        allowedRegistries: {
            type: "array",
            items: { type: "string" },
            default: ["*.dkr.ecr.*.amazonaws.com", "*.dkr-ecr.*.on.aws", "public.ecr.aws"],
            description: "Registries that images may come from, with wildcards.",
        },
        requireDigest: { type: "boolean", default: false, description: "Ask for images by their digest (@sha256:…)." },
    },
    check({ resource, type, all, requireAt, notApplicable, settings }) {
        const containers = containersOf(resource).map(({ path, value }): { readonly path: string; readonly value: Value | undefined } =>
            isUnknown(value) ? { path, value } : { path: `${path}.image`, value: inContainer(value, "image") },
        );
        const direct =
            type === FUNCTION
                ? all("imageUri")
                : type === APP_RUNNER
                  ? all("sourceConfiguration.imageRepository.imageIdentifier")
                  : type === MODEL
                    ? [...all("primaryContainer.image"), ...all("containers[].image")]
                    : [];
        const images = [...containers, ...direct].flatMap(({ path, value }): readonly At[] => (value === undefined ? [] : [{ path, value }]));
        if (images.length === 0) notApplicable("runs no container image");
        for (const { path, value } of images) {
            if (isUnknown(value)) {
                requireAt(UNKNOWN, path, "An image comes from a registry that is not allowed, or is named by no version.");
                continue;
            }
            const { registry, tag, digest } = imageReference(text(value));
            const trusted = settings.allowedRegistries.some(pattern => matchesWildcard(pattern, registry));
            requireAt(trusted, path, "An image comes from a registry that is not allowed.");
            const fixed = digest || (!settings.requireDigest && tag !== undefined && tag !== "latest");
            if (trusted) requireAt(fixed, path, "An image is named by no version: what it is can change at any time.");
        }
    },
});
