import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const project = of("aws:codebuild/project:Project");
type Environment = NonNullable<Exclude<CaseProps<"aws:codebuild/project:Project">["environment"], symbol>>;
const environment = (over: Environment) =>
    project({ environment: { computeType: "BUILD_GENERAL1_SMALL", image: "aws/codebuild/standard:7.0", type: "LINUX_CONTAINER", ...over } });
const variable = (name: string | typeof UNKNOWN, value: string | typeof UNKNOWN, type?: string) =>
    environment({ environmentVariables: [{ name, value, ...(type === undefined ? {} : { type }) }] });
const built = (over: CaseProps<"aws:codebuild/project:Project">) =>
    project({ environment: { computeType: "BUILD_GENERAL1_SMALL", image: "aws/codebuild/standard:7.0", type: "LINUX_CONTAINER" }, ...over });
const source = (own: NonNullable<CaseProps<"aws:codebuild/project:Project">["source"]>) => built({ source: own });
const credential = of("aws:codebuild/sourceCredential:SourceCredential");
const hook = of("aws:codebuild/webhook:Webhook");
const pipelineHook = of("aws:codepipeline/webhook:Webhook");
const webhook = (filters: readonly { readonly type: string; readonly pattern: string }[]) => hook({ projectName: "p", filterGroups: [{ filters }] });
const group = of("aws:codebuild/reportGroup:ReportGroup");
const reports = (own: { readonly encryptionDisabled: boolean }) =>
    group({
        type: "TEST",
        exportConfig: { type: "S3", s3Destination: { bucket: "b", encryptionKey: "arn:aws:kms:eu-west-2:111122223333:key/k", ...own } },
    });
const OWN = "111122223333.dkr.ecr.eu-west-2.amazonaws.com/build";
const AT = "environment.environmentVariables[0].value";

export const cases: Cases = {
    "aws-codebuild-no-plaintext-credentials": {
        compliant: {
            "no variables": environment({}),
            "a secret of Secrets Manager": variable("DATABASE_PASSWORD", "prod/records", "SECRETS_MANAGER"),
            "a parameter": variable("NPM_TOKEN", "/build/npm", "PARAMETER_STORE"),
            "a name that leads to a secret": variable("SECRET_ARN", UNKNOWN),
            "an ordinary value that is not known": variable("TABLE", UNKNOWN),
            "a number under a word of secrets": variable("TOKEN_COUNT", "5"),
        },
        violating: {
            "a password in plain text, the type left out": [variable("DATABASE_PASSWORD", "correct horse"), AT],
            "the same with the type said outright": [variable("DATABASE_PASSWORD", "correct horse", "PLAINTEXT"), AT],
            "AWS keys": [variable("AWS_ACCESS_KEY_ID", "not-a-key-id"), AT],
            "a key by its form": [variable("SETTING", ["AKIA", "IOSFODNN7EXAMPLE"].join("")), AT],
        },
        undetermined: {
            "an unknown value under a name of secrets": [variable("DATABASE_PASSWORD", UNKNOWN), AT],
            "a type that is not known": [
                environment({ environmentVariables: [{ name: "DATABASE_PASSWORD", value: "correct horse", type: UNKNOWN }] }),
                AT,
            ],
            "variables that are not known": [environment({ environmentVariables: UNKNOWN }), "environment.environmentVariables"],
        },
    },
    "aws-codebuild-not-privileged": {
        compliant: { "left out": environment({}), "off, said outright": environment({ privilegedMode: false }) },
        violating: { privileged: [environment({ privilegedMode: true }), "environment.privilegedMode"] },
        undetermined: { "known only after the update": [environment({ privilegedMode: UNKNOWN }), "environment.privilegedMode"] },
    },
    "aws-codebuild-artifacts-and-logs-encrypted": {
        compliant: {
            "left out": environment({}),
            "on, said outright": built({
                artifacts: { type: "S3", location: "b", encryptionDisabled: false },
                logsConfig: { s3Logs: { encryptionDisabled: false } },
            }),
            "no artifacts": built({ artifacts: { type: "NO_ARTIFACTS", encryptionDisabled: true } }),
            "a report group": reports({ encryptionDisabled: false }),
            "with a key, where one is asked for": {
                resources: [built({ encryptionKey: "arn:aws:kms:eu-west-2:111122223333:key/k" })],
                settings: { requireCustomerKey: true },
            },
        },
        violating: {
            artifacts: [built({ artifacts: { type: "S3", location: "b", encryptionDisabled: true } }), "artifacts.encryptionDisabled"],
            "secondary artifacts": [
                built({ secondaryArtifacts: [{ artifactIdentifier: "a", type: "S3", encryptionDisabled: true }] }),
                "secondaryArtifacts[0].encryptionDisabled",
            ],
            logs: [built({ logsConfig: { s3Logs: { encryptionDisabled: true } } }), "logsConfig.s3Logs.encryptionDisabled"],
            reports: [reports({ encryptionDisabled: true }), "exportConfig.s3Destination.encryptionDisabled"],
            "without a key, where one is asked for": { resources: [built({})], settings: { requireCustomerKey: true }, property: "encryptionKey" },
        },
        undetermined: {
            "known only after the update": [
                built({ artifacts: { type: "S3", location: "b", encryptionDisabled: UNKNOWN } }),
                "artifacts.encryptionDisabled",
            ],
        },
    },
    "aws-codebuild-source-trusted": {
        compliant: {
            "a repository over https": source({ type: "GITHUB", location: "https://github.com/acme/records.git" }),
            "an owner that is allowed": {
                resources: [source({ type: "GITHUB", location: "https://github.com/Acme/records" })],
                settings: { allowedOrganisations: ["acme"] },
            },
            "a pipeline's": source({ type: "CODEPIPELINE" }),
            "a bucket's": source({ type: "S3", location: "bucket/source.zip" }),
            "by the webhook of an organisation": source({ type: "GITHUB", location: "CODEBUILD_DEFAULT_WEBHOOK_SOURCE_LOCATION" }),
            "a connection": credential({
                authType: "CODECONNECTIONS",
                serverType: "GITHUB",
                token: "arn:aws:codeconnections:eu-west-2:111122223333:connection/c",
            }),
            "one person's token, with advice": {
                resources: [credential({ authType: "PERSONAL_ACCESS_TOKEN", serverType: "GITHUB", token: UNKNOWN })],
                advice: true,
            },
            "the same, as the setting allows": {
                resources: [credential({ authType: "PERSONAL_ACCESS_TOKEN", serverType: "GITHUB", token: UNKNOWN })],
                settings: { allowPersonalAccessToken: true },
            },
        },
        violating: {
            "credentials in the address": [source({ type: "GITHUB", location: "https://user:secret@github.com/acme/records" }), "source.location"],
            "no TLS": [source({ type: "GITHUB_ENTERPRISE", location: "http://git.example.org/acme/records" }), "source.location"],
            "an owner that is not allowed": {
                resources: [source({ type: "GITHUB", location: "https://github.com/other/records" })],
                settings: { allowedOrganisations: ["acme"] },
                property: "source.location",
            },
            "a certificate that is not checked": [
                source({ type: "GITHUB_ENTERPRISE", location: "https://git.example.org/acme/records", insecureSsl: true }),
                "source.insecureSsl",
            ],
            "a second source": [
                built({ secondarySources: [{ sourceIdentifier: "lib", type: "BITBUCKET", location: "https://u@bitbucket.org/acme/lib" }] }),
                "secondarySources[0].location",
            ],
        },
        undetermined: {
            "an address that is not known": [source({ type: "GITHUB", location: UNKNOWN }), "source.location"],
            "a type that is not known": [source({ type: UNKNOWN, location: "git@github.com:acme/records" }), "source.location"],
        },
    },
    "aws-codebuild-webhook-filters-untrusted-builds": {
        compliant: {
            "merges only": webhook([{ type: "EVENT", pattern: "PULL_REQUEST_MERGED" }]),
            "pushes only": webhook([{ type: "EVENT", pattern: "PUSH" }]),
            "pull requests of named people": webhook([
                { type: "EVENT", pattern: "PULL_REQUEST_CREATED, PULL_REQUEST_UPDATED" },
                { type: "ACTOR_ACCOUNT_ID", pattern: "^(1234|5678)$" },
            ]),
            "pull requests after a comment": hook({
                projectName: "p",
                filterGroups: [{ filters: [{ type: "EVENT", pattern: "PULL_REQUEST_CREATED" }] }],
                pullRequestBuildPolicy: { requiresCommentApproval: "FORK_PULL_REQUESTS" },
            }),
            "a private project": environment({}),
            "a pipeline's webhook with a secret": pipelineHook({
                authentication: "GITHUB_HMAC",
                filters: [],
                targetAction: "a",
                targetPipeline: "p",
            }),
        },
        violating: {
            "no filters": [hook({ projectName: "p" }), "filterGroups"],
            "pull requests, with comments switched off": [
                hook({
                    projectName: "p",
                    filterGroups: [{ filters: [{ type: "EVENT", pattern: "PULL_REQUEST_CREATED" }] }],
                    pullRequestBuildPolicy: { requiresCommentApproval: "DISABLED" },
                }),
                "filterGroups[0]",
            ],
            "a public project": [built({ projectVisibility: "PUBLIC_READ" }), "projectVisibility"],
            "a pipeline's webhook for everybody": [
                pipelineHook({ authentication: "UNAUTHENTICATED", filters: [], targetAction: "a", targetPipeline: "p" }),
                "authentication",
            ],
        },
        undetermined: {
            "a group that is not known": [hook({ projectName: "p", filterGroups: [UNKNOWN] }), "filterGroups[0]"],
            "pull requests, and the service's default for comments": [
                webhook([{ type: "EVENT", pattern: "PULL_REQUEST_CREATED" }]),
                "filterGroups[0]",
            ],
            "a pattern with an alternative without ends": [
                webhook([
                    { type: "EVENT", pattern: "PULL_REQUEST_CREATED" },
                    { type: "ACTOR_ACCOUNT_ID", pattern: "^1234|5678$" },
                ]),
                "filterGroups[0]",
            ],
            "a pattern of anybody": [
                webhook([
                    { type: "EVENT", pattern: "PULL_REQUEST_CLOSED" },
                    { type: "ACTOR_ACCOUNT_ID", pattern: "^(.*)$" },
                ]),
                "filterGroups[0]",
            ],
            "a pattern without ends, which others match too": [
                webhook([
                    { type: "EVENT", pattern: "PULL_REQUEST_CREATED" },
                    { type: "ACTOR_ACCOUNT_ID", pattern: "1234" },
                ]),
                "filterGroups[0]",
            ],
            "filters that are not known": [hook({ projectName: "p", filterGroups: UNKNOWN }), "filterGroups"],
        },
    },
    "aws-codebuild-image-managed-or-pinned": {
        compliant: {
            "a current image": environment({ image: "aws/codebuild/standard:7.0" }),
            "a newer one": environment({ image: "aws/codebuild/amazonlinux-x86_64-standard:5.1" }),
            "a family that the setting does not list": environment({ image: "aws/codebuild/windows-base:2022-1.0" }),
            "an image of a private registry by its digest": environment({
                image: `registry.example.org/build@sha256:${"a".repeat(64)}`,
                imagePullCredentialsType: "SERVICE_ROLE",
                registryCredential: { credential: "registry", credentialProvider: "SECRETS_MANAGER" },
            }),
            "an own image by its digest": environment({ image: `${OWN}@sha256:${"a".repeat(64)}`, imagePullCredentialsType: "SERVICE_ROLE" }),
        },
        violating: {
            "an old image": [environment({ image: "aws/codebuild/standard:5.0" }), "environment.image"],
            "an own image by a tag": [environment({ image: `${OWN}:1.0`, imagePullCredentialsType: "SERVICE_ROLE" }), "environment.image"],
            "an own image with CodeBuild's credentials": [environment({ image: `${OWN}@sha256:${"a".repeat(64)}` }), "environment.image"],
            "an image of a single language": [environment({ image: "aws/codebuild/nodejs:10.14.1" }), "environment.image"],
            "a public image by its digest": [
                environment({ image: `node@sha256:${"a".repeat(64)}`, imagePullCredentialsType: "SERVICE_ROLE" }),
                "environment.image",
            ],
            "a public image": [environment({ image: "node:22" }), "environment.image"],
        },
        undetermined: { "known only after the update": [environment({ image: UNKNOWN }), "environment.image"] },
    },
};
