import { resourcePolicy } from "../../src/policy/definition";
import { isOneOf } from "../../src/policy/check";
import { UNKNOWN, and, every, is, isUnknown, or } from "../../src/policy/unknown";
import { list, read, text } from "../../src/policy/values";
import { isCustomerKey } from "../shared/customer-keys";

export const ecrImmutableTags = resourcePolicy({
    name: "aws-ecr-immutable-tags",
    title: "Tags of container images cannot be moved",
    commitment: "secure-software",
    topic: "image-immutability-and-signing",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: ["aws:ecr/repository:Repository", "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate"],
    why: "A tag that can be moved lets whoever pushes replace what is deployed under a name that was approved.",
    fix: "Set imageTagMutability to 'IMMUTABLE'.",
    references: ["aws-config:ecr-private-tag-immutability-enabled", "checkov:CKV_AWS_51", "fsbp:ECR.2"],
    settings: {
        allowedExclusions: {
            type: "array",
            items: { type: "string" },
            default: ["latest-dev*"],
            description: "Filters of tags that may stay mutable under IMMUTABLE_WITH_EXCLUSION.",
        },
    },
    check({ get, settings, require }) {
        const mutability = get("imageTagMutability");
        const exclusions = every(list(get("imageTagMutabilityExclusionFilters")), filter =>
            isUnknown(filter) ? UNKNOWN : is(read(filter, "filter"), value => settings.allowedExclusions.includes(text(value ?? ""))),
        );
        const immutable = or(isOneOf(mutability, ["IMMUTABLE"], "MUTABLE"), and(isOneOf(mutability, ["IMMUTABLE_WITH_EXCLUSION"]), exclusions));
        require(immutable, "imageTagMutability", "Tags of images can be moved to other images.");
    },
});

const PUBLIC = "aws:ecrpublic/repository:Repository";

export const ecrEncryptedAndPrivate = resourcePolicy({
    name: "aws-ecr-encrypted-and-private",
    title: "Container images are kept in private repositories",
    commitment: "secure-software",
    topic: "image-immutability-and-signing",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["aws:ecr/repository:Repository", "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate", PUBLIC],
    why: "An image holds the whole program, and everything that was left in it by mistake.",
    fix: "Use a private ecr Repository; where requireCustomerKey asks for it, set encryptionConfigurations with KMS and a kmsKey when the repository is created.",
    references: ["aws-config:ecr-repository-cmk-encryption-enabled", "checkov:CKV_AWS_136", "fsbp:ECR.5"],
    settings: {
        requireCustomerKey: { type: "boolean", default: false, description: "Ask for a customer managed key." },
        allowedPublicRepositories: {
            type: "array",
            items: { type: "string" },
            default: [],
            description: "Names of repositories that may be public.",
        },
    },
    check({ type, get, all, require, settings }) {
        if (type === PUBLIC) {
            const listed = is(get("repositoryName"), name => settings.allowedPublicRepositories.includes(text(name ?? "")));
            require(listed, "repositoryName", "The repository is public, and the setting allowedPublicRepositories does not list it.");
            return;
        }
        if (!settings.requireCustomerKey) return;
        const keyed = all("encryptionConfigurations[]").map(({ value }) =>
            isUnknown(value)
                ? UNKNOWN
                : and(isOneOf(read(value, "encryptionType"), ["KMS", "KMS_DSSE"], "AES256"), isCustomerKey(read(value, "kmsKey"))),
        );
        require(or(...keyed), "encryptionConfigurations", "No customer managed key encrypts the images.");
    },
});
