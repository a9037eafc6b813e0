import { resourcePolicy } from "../../src/policy/definition";
import { isOneOf } from "../../src/policy/check";
import { UNKNOWN, and, every, is, isUnknown, or } from "../../src/policy/unknown";
import { list, read, text } from "../../src/policy/values";

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
