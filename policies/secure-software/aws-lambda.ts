import { isOneOf } from "../../src/policy/check";
import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import { UNKNOWN, and, every, is, not, or } from "../../src/policy/unknown";
import { isFilled, isRecord, list, read } from "../../src/policy/values";
import { isCritical } from "../shared/criticality";
import { customerKey } from "../shared/customer-keys";
import { SECRET_SETTINGS, isPlainSecret } from "../shared/plaintext-secrets";

const FUNCTION = "aws:lambda/function:Function";
const SIGNING = "aws:lambda/codeSigningConfig:CodeSigningConfig";
const PROFILE = "aws:signer/signingProfile:SigningProfile";

export const lambdaNoSecrets = resourcePolicy({
    name: "aws-lambda-environment-encrypted-no-secrets",
    title: "Functions take their secrets from a secret store, not from variables",
    commitment: "secure-software",
    topic: "build-identity",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: [FUNCTION],
    why: "A function's variables are shown to everybody who may read its configuration, and stay in the state, however Pulumi keeps them.",
    fix: "Give the function the ARN of a secret and the right to read it; where requireCustomerKey asks for it, set kmsKeyArn.",
    references: ["checkov:CKV_AWS_45", "checkov:CKV_AWS_173"],
    settings: {
        ...SECRET_SETTINGS,
        requireCustomerKey: { type: "boolean", default: false, description: "Ask for a customer managed key where there are variables." },
    },
    check({ get, resource, requireAt, notApplicable, settings }) {
        const variables = get("environment.variables");
        if (variables === undefined) {
            notApplicable("has no variables");
            return;
        }
        const { secretNamePatterns, allowReferenceSuffixes, requireCustomerKey } = settings;
        if (!isRecord(variables)) requireAt(UNKNOWN, "environment.variables", "A variable holds a secret in plain text.");
        else {
            for (const [name, value] of Object.entries(variables)) {
                const secret = isPlainSecret(name, value, secretNamePatterns, allowReferenceSuffixes);
                requireAt(not(secret), `environment.variables.${name}`, "A variable holds a secret in plain text.");
            }
        }
        if (!requireCustomerKey) return;
        const fact = customerKey("kmsKeyArn", "No customer managed key encrypts the variables.");
        for (const { path, answer } of fact.judge(resource.props)) requireAt(answer, path, fact.message);
    },
});

export const lambdaCodeSigning = stackPolicy({
    name: "aws-lambda-code-signing-enforced",
    title: "Functions run signed code only",
    commitment: "secure-software",
    topic: "image-immutability-and-signing",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [FUNCTION],
    reads: [SIGNING, PROFILE],
    why: "Whoever gets hold of the right to update a function replaces its code, unless only code that the build signed is taken.",
    fix: "Set codeSigningConfigArn to a CodeSigningConfig whose policies enforce signatures of a signing profile for Lambda.",
    references: ["checkov:CKV_AWS_272"],
    settings: {
        requireForAll: { type: "boolean", default: false, description: "Ask it of every function, not only of critical ones." },
    },
    checkResource(c) {
        const { graph, resource, oneOf, require, notApplicable, settings } = c;
        const asked = settings.requireForAll || isCritical(c);
        const image = oneOf("packageType", ["Image"], "Zip");
        if (asked === false || image === true) {
            notApplicable(image === true ? "an image, which Lambda does not check for a signature of its own" : "not critical, by its tags");
            return;
        }
        const excused = or(not(asked), image);
        if (!isFilled(resource.props, "codeSigningConfigArn")) {
            require(excused, "codeSigningConfigArn", "The function takes code without a signature.");
            return;
        }
        const enforced = linkedSatisfies(graph.from(resource, "codeSigningConfigArn", SIGNING), config =>
            and(
                isOneOf(read(config.props, "policies.untrustedArtifactOnDeployment"), ["Enforce"], "Warn"),
                is(list(read(config.props, "allowedPublishers.signingProfileVersionArns")), arns => arns.length > 0),
                every(graph.from(config, "allowedPublishers.signingProfileVersionArns", PROFILE).certain, profile =>
                    isOneOf(read(profile.props, "platformId"), ["AWSLambda-SHA384-ECDSA"]),
                ),
            ),
        );
        require(or(excused, enforced), "codeSigningConfigArn", "The function's code signing does not refuse code without a signature.");
    },
});
