import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const fn = of("aws:lambda/function:Function");
const signing = of("aws:lambda/codeSigningConfig:CodeSigningConfig");
const profile = of("aws:signer/signingProfile:SigningProfile");
type Props = CaseProps<"aws:lambda/function:Function">;
const zip = (over: Props) => fn({ runtime: "nodejs22.x", handler: "index.handler", role: "r", ...over });
const variables = (own: Readonly<Record<string, string | typeof UNKNOWN>> | typeof UNKNOWN, over: Props = {}) =>
    zip({ environment: { variables: own }, ...over });
const at = (name: string) => `environment.variables.${name}`;

const ENFORCED = signing({
    allowedPublishers: { signingProfileVersionArns: ["arn:aws:signer:eu-west-2:111122223333:/signing-profiles/p/1"] },
    policies: { untrustedArtifactOnDeployment: "Enforce" },
});
const WARNING = signing({ allowedPublishers: { signingProfileVersionArns: ["arn:aws:signer:eu-west-2:111122223333:/signing-profiles/p/1"] } });
const TAGGED = { tags: { criticality: "high" } };
const LAMBDA = profile({ platformId: "AWSLambda-SHA384-ECDSA" });
const OTHER = profile({ platformId: "AWSIoTDeviceManagement-SHA256-ECDSA" });
/** A tagged function with its signing configuration. */
const signed = (config: typeof ENFORCED) => [
    fn({ runtime: "nodejs22.x", handler: "index.handler", role: "r", ...TAGGED, codeSigningConfigArn: UNKNOWN }, { codeSigningConfigArn: config }),
    config,
];
const by = (publisher: typeof LAMBDA) =>
    signing(
        { allowedPublishers: { signingProfileVersionArns: [UNKNOWN] }, policies: { untrustedArtifactOnDeployment: "Enforce" } },
        { allowedPublishers: publisher },
    );

export const cases: Cases = {
    "aws-lambda-environment-encrypted-no-secrets": {
        compliant: {
            "ordinary variables": variables({ STAGE: "production", TABLE: UNKNOWN }),
            "a name that leads to a secret": variables({ SECRET_ARN: UNKNOWN }),
            "an ARN under a word of secrets": variables({ DATABASE_SECRET: "arn:aws:secretsmanager:eu-west-2:111122223333:secret:db" }),
            "where the secret store is": variables({ SECRETS_MANAGER_REGION: "eu-west-2" }),
            "a URL under a word of secrets": variables({ TOKEN_ISSUER: "https://login.example.org/issuer" }),
            "with a key, where one is asked for": {
                resources: [variables({ STAGE: "production" }, { kmsKeyArn: "arn:aws:kms:eu-west-2:111122223333:key/k" })],
                settings: { requireCustomerKey: true },
            },
        },
        violating: {
            "a password": [variables({ DATABASE_PASSWORD: "correct horse" }), at("DATABASE_PASSWORD")],
            "a token": [variables({ GITHUB_TOKEN: "abcdefgh" }), at("GITHUB_TOKEN")],
            "a key by its form": [variables({ SETTING: ["AKIA", "IOSFODNN7EXAMPLE"].join("") }), at("SETTING")],
            "without a key, where one is asked for": {
                resources: [variables({ STAGE: "production" })],
                settings: { requireCustomerKey: true },
                property: "kmsKeyArn",
            },
        },
        undetermined: {
            "a value that is not known under a word of secrets": [variables({ DATABASE_SECRET: UNKNOWN }), at("DATABASE_SECRET")],
            "variables that are not known": [variables(UNKNOWN), "environment.variables"],
        },
        notApplicable: { "no variables": zip({}) },
    },
    "aws-lambda-code-signing-enforced": {
        compliant: {
            enforced: signed(ENFORCED),
            "with a profile for Lambda": [...signed(by(LAMBDA)), LAMBDA],
        },
        violating: {
            "none, where the tag asks for it": [zip(TAGGED), "codeSigningConfigArn"],
            "none, where the setting asks for it": { resources: [zip({})], settings: { requireForAll: true }, property: "codeSigningConfigArn" },
            "a warning only": [signed(WARNING), "codeSigningConfigArn"],
            "a profile for something else": [[...signed(by(OTHER)), OTHER], "codeSigningConfigArn"],
        },
        undetermined: {
            "a configuration from elsewhere": [zip({ ...TAGGED, codeSigningConfigArn: UNKNOWN }), "codeSigningConfigArn"],
            "tags that are not known": [zip({ tags: UNKNOWN }), "codeSigningConfigArn"],
        },
        notApplicable: {
            "not critical": zip({ tags: { criticality: "low" } }),
            "an image": fn({ packageType: "Image", imageUri: "111122223333.dkr.ecr.eu-west-2.amazonaws.com/a:1", role: "r", ...TAGGED }),
            "profiles are no functions": profile({ platformId: "AWSLambda-SHA384-ECDSA" }),
        },
    },
};
