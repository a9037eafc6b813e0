import { isOneOf } from "../../src/policy/check";
import { resourcePolicy } from "../../src/policy/definition";
import { must } from "../../src/policy/factories";
import { off } from "../../src/policy/facts";
import { UNKNOWN, and, isUnknown, not } from "../../src/policy/unknown";
import { read, text } from "../../src/policy/values";
import { REFERENCE_SUFFIXES, SECRET_NAMES, isPlainSecret } from "../shared/plaintext-secrets";

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
    settings: {
        secretNamePatterns: {
            type: "array",
            items: { type: "string" },
            default: SECRET_NAMES,
            description: "Regular expressions of names that hold secrets.",
        },
        allowReferenceSuffixes: {
            type: "array",
            items: { type: "string" },
            default: REFERENCE_SUFFIXES,
            description: "Ends of names whose value only leads to a secret.",
        },
    },
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
