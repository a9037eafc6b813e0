import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const project = of("aws:codebuild/project:Project");
type Environment = NonNullable<Exclude<CaseProps<"aws:codebuild/project:Project">["environment"], symbol>>;
const environment = (over: Environment) =>
    project({ environment: { computeType: "BUILD_GENERAL1_SMALL", image: "aws/codebuild/standard:7.0", type: "LINUX_CONTAINER", ...over } });
const variable = (name: string | typeof UNKNOWN, value: string | typeof UNKNOWN, type?: string) =>
    environment({ environmentVariables: [{ name, value, ...(type === undefined ? {} : { type }) }] });
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
};
