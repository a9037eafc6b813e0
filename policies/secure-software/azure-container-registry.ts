import { resourcePolicy } from "../../src/policy/definition";
import { must } from "../../src/policy/factories";
import { oneOf } from "../../src/policy/facts";
import { type Answer, UNKNOWN, is, isUnknown, not, or } from "../../src/policy/unknown";
import { read, readAll, text, truth } from "../../src/policy/values";
import { ENDINGS_SETTING, holdsCredential, isPlainCredential } from "../shared/azure-credentials";

export const acrContentTrust = must({
    name: "azure-acr-content-trust-or-signing",
    title: "Registries take signed images where that is asked for",
    commitment: "secure-software",
    topic: "image-immutability-and-signing",
    strength: "supporting",
    severity: "low",
    evidence: "supporting",
    since: "1.0",
    on: ["azure-native:containerregistry:Registry"],
    why: "A signature tells that an image is the one that was built and tested, whoever pushed it last.",
    fix: "Keep policies.trustPolicy.status 'enabled' until March 2028, and waive the policy where Notation signs and the cluster verifies.",
    references: ["checkov:CKV_AZURE_164"],
    settings: {
        requireSigning: {
            type: "boolean",
            default: false,
            description: "Ask for content trust, which Azure switches on for no more registries and ends in March 2028.",
        },
    },
    unless: ({ settings }) => (settings.requireSigning ? undefined : "signatures of Notation are not part of a registry's properties"),
    facts: [oneOf("policies.trustPolicy.status", ["enabled"], "disabled", "The registry takes images that nobody has signed.")],
});

/** Values that a step is given, by the kind of step. */
const VALUES = ["step.arguments[]", "step.values[]"];
/** Content that a step carries with it, in base64. */
const CONTENT = ["step.encodedTaskContent", "step.encodedValuesContent"];

export const acrTaskHygiene = resourcePolicy({
    name: "azure-acr-task-build-hygiene",
    title: "Builds in the registry follow their base images, and hold no plain secrets",
    commitment: "secure-software",
    topic: "build-change-control",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: ["azure-native:containerregistry:Task"],
    why: "An image that is not rebuilt keeps the flaws that its base has mended, and an argument that is no secret is shown to everybody.",
    fix: "Add trigger.baseImageTrigger to a Docker build, and set isSecret of every argument and value that is a secret.",
    references: [],
    settings: ENDINGS_SETTING,
    check({ resource: { props }, settings, has, oneOf, require, requireAt }) {
        const docker = oneOf("step.type", ["Docker"]);
        const follows = has("trigger.baseImageTrigger") ? oneOf("trigger.baseImageTrigger.status", ["Enabled"], "Enabled") : false;
        if (docker !== false) require(or(not(docker), follows), "trigger.baseImageTrigger", "The image is not built anew when its base is.");
        for (const { path, value: entry } of VALUES.flatMap(place => readAll(props, place))) {
            const plain: Answer = isUnknown(entry)
                ? UNKNOWN
                : isPlainCredential(read(entry, "name"), read(entry, "value"), settings.secretNameEndings);
            const hidden: Answer = isUnknown(entry) ? UNKNOWN : (truth(read(entry, "isSecret")) ?? false);
            requireAt(or(not(plain), hidden), path, "A value holds a secret in plain text.");
        }
        for (const { path, value } of CONTENT.flatMap(place => readAll(props, place))) {
            const clean = is(value, encoded => !holdsCredential(Buffer.from(text(encoded), "base64").toString("utf8")));
            requireAt(clean, path, "The step carries a secret in plain text.");
        }
    },
});
