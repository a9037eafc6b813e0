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
    "aws-ecr-encrypted-and-private": {
        compliant: {
            "a private repository": of("aws:ecr/repository:Repository")({}),
            "with a key, where one is asked for": {
                resources: [of("aws:ecr/repository:Repository")({ encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: UNKNOWN }] })],
                settings: { requireCustomerKey: true },
            },
            "a public repository that is listed": {
                resources: [of("aws:ecrpublic/repository:Repository")({ repositoryName: "tools" })],
                settings: { allowedPublicRepositories: ["tools"] },
            },
        },
        violating: {
            "a public repository": [of("aws:ecrpublic/repository:Repository")({ repositoryName: "tools" }), "repositoryName"],
            "without a key, where one is asked for": {
                resources: [of("aws:ecr/repository:Repository")({})],
                settings: { requireCustomerKey: true },
                property: "encryptionConfigurations",
            },
            "with AWS's own key, where one is asked for": {
                resources: [of("aws:ecr/repository:Repository")({ encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: "alias/aws/ecr" }] })],
                settings: { requireCustomerKey: true },
                property: "encryptionConfigurations",
            },
        },
        undetermined: {
            "a public repository of a name that is not known": [
                of("aws:ecrpublic/repository:Repository")({ repositoryName: UNKNOWN }),
                "repositoryName",
            ],
            "encryption that is not known, where a key is asked for": {
                resources: [of("aws:ecr/repository:Repository")({ encryptionConfigurations: UNKNOWN })],
                settings: { requireCustomerKey: true },
                property: "encryptionConfigurations",
            },
        },
    },
};
