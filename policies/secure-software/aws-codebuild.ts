import { isOneOf } from "../../src/policy/check";
import { resourcePolicy } from "../../src/policy/definition";
import { must, mustByType } from "../../src/policy/factories";
import { off, where } from "../../src/policy/facts";
import { UNKNOWN, and, is, isUnknown, not, or, some } from "../../src/policy/unknown";
import { list, read, text, truth } from "../../src/policy/values";
import { customerKey } from "../shared/customer-keys";
import { SECRET_SETTINGS, isPlainSecret } from "../shared/plaintext-secrets";

const PROJECT = "aws:codebuild/project:Project";

export const codebuildNoPlaintextCredentials = resourcePolicy({
    name: "aws-codebuild-no-plaintext-credentials",
    title: "Builds take their credentials from a secret store",
    commitment: "secure-software",
    topic: "build-identity",
    strength: "core",
    severity: "critical",
    evidence: "partial",
    since: "1.0",
    on: [PROJECT],
    why: "A credential in a plain environment variable is read by everybody who may see the project, and stays in its logs and state.",
    fix: "Set the variable's type to 'SECRETS_MANAGER' or 'PARAMETER_STORE', and its value to the name of the secret.",
    references: ["aws-config:codebuild-project-envvar-awscred-check", "fsbp:CodeBuild.2"],
    settings: SECRET_SETTINGS,
    check({ all, settings, requireAt }) {
        for (const { path, value: variable } of all("environment.environmentVariables[]")) {
            if (isUnknown(variable)) {
                requireAt(UNKNOWN, path, "A variable holds a credential in plain text.");
                continue;
            }
            const name = read(variable, "name");
            if (isUnknown(name)) continue; // no name says that it is a secret
            const secret = isPlainSecret(text(name ?? ""), read(variable, "value"), settings.secretNamePatterns, settings.allowReferenceSuffixes);
            const plain = isOneOf(read(variable, "type"), ["PLAINTEXT"], "PLAINTEXT");
            requireAt(not(and(plain, secret)), `${path}.value`, "A variable holds a credential in plain text.");
        }
    },
});

export const codebuildNotPrivileged = must({
    name: "aws-codebuild-not-privileged",
    title: "Builds run without privileges on their host",
    commitment: "secure-software",
    topic: "build-identity",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [PROJECT],
    why: "A privileged build container can leave its sandbox and reach the credentials and outputs of the build host.",
    fix: "Leave environment.privilegedMode off; where images are built, use environment.dockerServer or a fleet, or waive the one project.",
    references: ["aws-config:codebuild-project-environment-privileged-check", "checkov:CKV_AWS_316"],
    facts: [off("environment.privilegedMode", false, "Builds run in privileged mode.")],
});

const REPORT_GROUP = "aws:codebuild/reportGroup:ReportGroup";
const CREDENTIAL = "aws:codebuild/sourceCredential:SourceCredential";
const WEBHOOK = "aws:codebuild/webhook:Webhook";
const PIPELINE_WEBHOOK = "aws:codepipeline/webhook:Webhook";

export const codebuildEncrypted = mustByType({
    name: "aws-codebuild-artifacts-and-logs-encrypted",
    title: "Builds encrypt what they leave behind",
    commitment: "secure-software",
    topic: "build-identity",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    why: "Artifacts and logs of a build hold the program before it is released, and often more than they should.",
    fix: "Leave encryptionDisabled off for artifacts, S3 logs and report exports, and set encryptionKey where requireCustomerKey asks for one.",
    remedies: [
        { path: "artifacts.encryptionDisabled", value: false },
        { path: "logsConfig.s3Logs.encryptionDisabled", value: false },
    ],
    references: [
        "aws-config:codebuild-project-artifact-encryption",
        "aws-config:codebuild-project-s3-logs-encrypted",
        "checkov:CKV_AWS_78",
        "checkov:CKV_AWS_147",
        "checkov:CKV_AWS_311",
        "cdk-nag:AwsSolutions-CB4",
        "fsbp:CodeBuild.3",
        "fsbp:CodeBuild.7",
    ],
    settings: { requireCustomerKey: { type: "boolean", default: false, description: "Ask for a customer managed key, too." } },
    facts: ({ requireCustomerKey }) => ({
        [PROJECT]: [
            ...where(
                props => not(isOneOf(read(props, "artifacts.type"), ["NO_ARTIFACTS"])),
                off("artifacts.encryptionDisabled", false, "The build's artifacts are not encrypted."),
            ),
            off("secondaryArtifacts[].encryptionDisabled", false, "Secondary artifacts are not encrypted."),
            off("logsConfig.s3Logs.encryptionDisabled", false, "Logs in S3 are not encrypted."),
            ...(requireCustomerKey ? [customerKey("encryptionKey", "No customer managed key encrypts the build's output.")] : []),
        ],
        [REPORT_GROUP]: [off("exportConfig.s3Destination.encryptionDisabled", false, "Exported reports are not encrypted.")],
    }),
});

/** Types of sources that are repositories outside AWS. */
const GIT = ["GITHUB", "GITHUB_ENTERPRISE", "BITBUCKET", "GITLAB", "GITLAB_SELF_MANAGED"];
/** A location that says that a webhook of the whole organisation tells the repository. */
const BY_WEBHOOK = "CODEBUILD_DEFAULT_WEBHOOK_SOURCE_LOCATION";

/** The owner of a repository by its address, "https://github.com/OWNER/REPOSITORY"; undefined where it is no address over TLS, or holds credentials. */
function ownerOf(location: string): string | undefined {
    return /^https:\/\/[^/@\s]+\/([^/\s]+)\//.exec(`${location}/`)?.[1];
}

export const codebuildSourceTrusted = resourcePolicy({
    name: "aws-codebuild-source-trusted",
    title: "Builds take their sources over TLS, from known owners, without credentials in the address",
    commitment: "secure-software",
    topic: "build-change-control",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: [PROJECT, CREDENTIAL],
    why: "What a build takes in becomes what is released; a credential in an address is read by everybody who may see the project.",
    fix: "Write location as https://HOST/OWNER/REPOSITORY with an owner that allowedOrganisations lists, leave insecureSsl off, and authenticate with a connection.",
    references: [
        "aws-config:codebuild-project-source-repo-url-check",
        "fsbp:CodeBuild.1",
        "prowler:codebuild_project_uses_allowed_github_organizations",
        "prowler:codebuild_project_source_repo_url_no_sensitive_credentials",
    ],
    settings: {
        allowedOrganisations: {
            type: "array",
            items: { type: "string" },
            default: [],
            description: "Owners of repositories that may be built; all where empty.",
        },
        allowPersonalAccessToken: { type: "boolean", default: false, description: "Give no advice against tokens of single persons." },
    },
    check({ type, all, oneOf, requireAt, advice, settings }) {
        const personal =
            type === CREDENTIAL ? oneOf("authType", ["PERSONAL_ACCESS_TOKEN", "BASIC_AUTH"]) : oneOf("source.auth.type", ["PERSONAL_ACCESS_TOKEN"]);
        if (personal === true && !settings.allowPersonalAccessToken)
            advice(
                type === CREDENTIAL ? "authType" : "source.auth.type",
                "The source is read with one person's token; a connection belongs to nobody and is short-lived.",
            );
        if (type === CREDENTIAL) return;
        const owners = settings.allowedOrganisations.map(owner => owner.toLowerCase());
        for (const { path, value: source } of [...all("source"), ...all("secondarySources[]")]) {
            if (isUnknown(source)) {
                requireAt(UNKNOWN, path, "The source is not taken over TLS from a known owner.");
                continue;
            }
            const git = isOneOf(read(source, "type"), GIT);
            const location = read(source, "location");
            if (git === false || location === undefined) continue;
            const address = isUnknown(location) ? UNKNOWN : text(location);
            const owner = isUnknown(address) || address === BY_WEBHOOK ? address : ownerOf(address);
            requireAt(
                or(not(git), isUnknown(owner) ? UNKNOWN : owner !== undefined),
                `${path}.location`,
                "The address of the source is not https, or holds credentials.",
            );
            if (typeof owner === "string" && owner !== BY_WEBHOOK && owners.length > 0)
                requireAt(
                    or(not(git), owners.includes(owner.toLowerCase())),
                    `${path}.location`,
                    "The source belongs to an owner that is not allowed.",
                );
            requireAt(
                or(not(git), not(truth(read(source, "insecureSsl")) ?? false)),
                `${path}.insecureSsl`,
                "The certificate of the source's host is not checked.",
            );
        }
    },
});

/** Does each alternative of the regular expression say from "^" to "$" what it lets in, and not just anything? */
function isAnchored(pattern: string): boolean {
    let open = pattern;
    for (let before = ""; before !== open;) {
        before = open;
        open = open.replaceAll(/\([^()]*\)/g, group => (/[\w]/.test(group) ? "group" : ""));
    }
    return open.split("|").every(part => /^\^.*\w.*\$$/.test(part));
}

export const codebuildWebhookFilters = resourcePolicy({
    name: "aws-codebuild-webhook-filters-untrusted-builds",
    title: "Nobody outside starts a build by a pull request",
    commitment: "secure-software",
    topic: "build-change-control",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: [WEBHOOK, PROJECT, PIPELINE_WEBHOOK],
    why: "A build of a stranger's pull request runs the stranger's code with the build's own credentials.",
    fix: "Give filterGroups with an ACTOR_ACCOUNT_ID or HEAD_REF pattern from ^ to $ for pull requests, or ask for a comment in pullRequestBuildPolicy; keep projects private and webhooks authenticated.",
    references: ["prowler:codebuild_project_webhook_filters_use_anchored_patterns", "prowler:codebuild_project_not_publicly_accessible"],
    check({ type, get, all, oneOf, require, requireAt }) {
        if (type === PROJECT) {
            require(not(
                oneOf("projectVisibility", ["PUBLIC_READ"], "PRIVATE"),
            ), "projectVisibility", "Everybody may read the builds of the project.");
            return;
        }
        if (type === PIPELINE_WEBHOOK) {
            require(not(oneOf("authentication", ["UNAUTHENTICATED"])), "authentication", "Anybody who knows the address starts the pipeline.");
            return;
        }
        const groups = list(get("filterGroups"));
        require(is(groups, g => g.length > 0), "filterGroups", "Every event of the repository starts a build.");
        const approved = oneOf("pullRequestBuildPolicy.requiresCommentApproval", ["ALL_PULL_REQUESTS", "FORK_PULL_REQUESTS"]);
        // Without a policy of its own a webhook has the service's default, which has changed.
        const asked = get("pullRequestBuildPolicy") === undefined ? UNKNOWN : approved;
        for (const { path, value: group } of all("filterGroups[]")) {
            if (isUnknown(group)) {
                requireAt(or(asked, UNKNOWN), path, "Anybody who opens a pull request starts a build.");
                continue;
            }
            const filters = list(read(group, "filters"));
            const pull = some(filters, filter =>
                and(
                    isOneOf(read(filter, "type"), ["EVENT"]),
                    // Whoever merges may write to the repository.
                    is(read(filter, "pattern"), p => /PULL_REQUEST_(?!MERGED)/.test(text(p ?? ""))),
                ),
            );
            const held = some(filters, filter =>
                and(
                    isOneOf(read(filter, "type"), ["ACTOR_ACCOUNT_ID", "HEAD_REF"]),
                    not(truth(read(filter, "excludeMatchedPattern")) ?? false),
                    is(read(filter, "pattern"), p => isAnchored(text(p ?? ""))),
                ),
            );
            requireAt(or(not(pull), held, asked), path, "Anybody who opens a pull request starts a build.");
        }
    },
});

/** AWS's own images by family, with the oldest that still gets updates. */
const STANDARD = /^aws\/codebuild\/([\w.-]+):(?:(\d+)\.(\d+)|[\w.-]+)/;
/** Families that AWS still builds; those of single languages ("aws/codebuild/nodejs") are long gone. */
const BUILT_STILL = /(^|-)standard$|^(windows|macos-\w+)-base$/;
const DIGEST = /@sha256:[0-9a-f]{64}$/;
const ECR = /^\d{12}\.dkr[.-]ecr\.[\w-]+\.(amazonaws\.com|on\.aws)(\.cn)?\//;

export const codebuildImagePinned = resourcePolicy({
    name: "aws-codebuild-image-managed-or-pinned",
    title: "Builds run in a current image of AWS, or in a private one by its digest",
    commitment: "secure-software",
    topic: "image-immutability-and-signing",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [PROJECT],
    why: "Whoever can change the image that builds run in can change everything that is built.",
    fix: "Use a current aws/codebuild image, or an image of a private registry by @sha256 with imagePullCredentialsType 'SERVICE_ROLE'.",
    references: ["cdk-nag:AwsSolutions-CB5"],
    settings: {
        minStandard: {
            type: "array",
            items: { type: "string" },
            default: [
                "standard:7.0",
                "amazonlinux-x86_64-standard:5.0",
                "amazonlinux-aarch64-standard:3.0",
                "amazonlinux2-x86_64-standard:5.0",
                "amazonlinux2-aarch64-standard:3.0",
            ],
            description: "Oldest image of each family of AWS's own.",
        },
    },
    check({ get, has, oneOf, require, settings }) {
        const image = get("environment.image");
        const current = is(image, value => {
            const [, family, major, minor] = STANDARD.exec(text(value ?? "")) ?? [];
            if (family === undefined) return false;
            const [, least] = settings.minStandard.map(entry => entry.split(":")).find(([name]) => name === family) ?? [];
            if (least === undefined) return BUILT_STILL.test(family);
            const [leastMajor = 0, leastMinor = 0] = least.split(".").map(Number);
            return Number(major) > leastMajor || (Number(major) === leastMajor && Number(minor) >= leastMinor);
        });
        const own = is(image, value => DIGEST.test(text(value ?? "")) && (ECR.test(text(value ?? "")) || has("environment.registryCredential")));
        const ownRole = oneOf("environment.imagePullCredentialsType", ["SERVICE_ROLE"], "CODEBUILD");
        require(or(
            current,
            and(own, ownRole),
        ), "environment.image", "The build's image is neither a current one of AWS nor a private one by its digest.");
    },
});
