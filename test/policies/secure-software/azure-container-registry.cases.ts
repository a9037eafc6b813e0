import { type Cases, UNKNOWN, of } from "../support/cases";

const registry = of("azure-native:containerregistry:Registry");
const task = of("azure-native:containerregistry:Task");
const requireSigning = { requireSigning: true };
const trigger = { baseImageTrigger: { name: "base", baseImageTriggerType: "Runtime" } };
const docker = { type: "Docker", dockerFilePath: "Dockerfile" } as const;
const base64 = (text: string) => Buffer.from(text).toString("base64");

export const cases: Cases = {
    "azure-acr-content-trust-or-signing": {
        compliant: {
            "on, where that is asked for": { resources: [registry({ policies: { trustPolicy: { status: "enabled" } } })], settings: requireSigning },
        },
        violating: {
            "left out": { resources: [registry({ sku: { name: "Premium" } })], settings: requireSigning, property: "policies.trustPolicy.status" },
            "off, said outright": {
                resources: [registry({ policies: { trustPolicy: { status: "disabled" } } })],
                settings: requireSigning,
                property: "policies.trustPolicy.status",
            },
        },
        undetermined: {
            "known only after the update": {
                resources: [registry({ policies: UNKNOWN })],
                settings: requireSigning,
                property: "policies.trustPolicy.status",
            },
        },
        notApplicable: { "not asked for": registry({ policies: { trustPolicy: { status: "disabled" } } }) },
    },
    "azure-acr-task-build-hygiene": {
        compliant: {
            "a build that follows its base": task({ step: { ...docker, arguments: [{ name: "VERSION", value: "1.4.2" }] }, trigger }),
            "a secret argument": task({ step: { ...docker, arguments: [{ name: "NPM_TOKEN", value: "correct-horse", isSecret: true }] }, trigger }),
            "a file of steps": task({ step: { type: "FileTask", taskFilePath: "acb.yaml", values: [{ name: "region", value: "uksouth" }] } }),
            "steps, encoded": task({ step: { type: "EncodedTask", encodedTaskContent: base64("version: v1.1.0\nsteps:\n  - cmd: acr purge") } }),
        },
        violating: {
            "no trigger": [
                task({ step: docker, trigger: { timerTriggers: [{ name: "nightly", schedule: "0 3 * * *" }] } }),
                "trigger.baseImageTrigger",
            ],
            "a trigger that is off": [
                task({ step: docker, trigger: { baseImageTrigger: { ...trigger.baseImageTrigger, status: "Disabled" } } }),
                "trigger.baseImageTrigger",
            ],
            "a plain argument": [
                task({ step: { ...docker, arguments: [{ name: "NPM_TOKEN", value: "correct-horse" }] }, trigger }),
                "step.arguments[0]",
            ],
            "a plain value, said outright": [
                task({
                    step: { type: "FileTask", taskFilePath: "acb.yaml", values: [{ name: "password", value: "correct-horse", isSecret: false }] },
                }),
                "step.values[0]",
            ],
            "steps with a password": [
                task({ step: { type: "EncodedTask", encodedTaskContent: base64("steps:\n  - cmd: login --password=correct-horse") } }),
                "step.encodedTaskContent",
            ],
        },
        undetermined: {
            "a trigger that is not known": [task({ step: docker, trigger: UNKNOWN }), "trigger.baseImageTrigger"],
            "an argument that is not known": [
                task({ step: { ...docker, arguments: [{ name: "NPM_TOKEN", value: UNKNOWN }] }, trigger }),
                "step.arguments[0]",
            ],
            "steps that are not known": [task({ step: { type: "EncodedTask", encodedTaskContent: UNKNOWN } }), "step.encodedTaskContent"],
        },
    },
};
