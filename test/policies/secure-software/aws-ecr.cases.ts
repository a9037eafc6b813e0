import { type Cases, UNKNOWN, of } from "../support/cases";

const repository = of("aws:ecr/repository:Repository");
const template = of("aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate");
const excluding = (filter: string) =>
    ({ imageTagMutability: "IMMUTABLE_WITH_EXCLUSION", imageTagMutabilityExclusionFilters: [{ filter, filterType: "WILDCARD" }] }) as const;

export const cases: Cases = {
    "aws-ecr-immutable-tags": {
        compliant: {
            immutable: repository({ imageTagMutability: "IMMUTABLE" }),
            "immutable but for tags that are allowed": repository(excluding("latest-dev*")),
            "a template": template({ imageTagMutability: "IMMUTABLE" }),
        },
        violating: {
            "left out: mutable by default": [repository({}), "imageTagMutability"],
            "mutable, said outright": [repository({ imageTagMutability: "MUTABLE" }), "imageTagMutability"],
            "but for releases": [repository(excluding("v*")), "imageTagMutability"],
        },
        undetermined: {
            "known only after the update": [repository({ imageTagMutability: UNKNOWN }), "imageTagMutability"],
            "exclusions that are not known": [
                repository({ imageTagMutability: "IMMUTABLE_WITH_EXCLUSION", imageTagMutabilityExclusionFilters: UNKNOWN }),
                "imageTagMutability",
            ],
        },
    },
};
