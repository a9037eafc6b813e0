import { type Cases, UNKNOWN, of } from "../support/cases";

const service = of("aws:ecs/service:Service");
const taskSet = of("aws:ecs/taskSet:TaskSet");
const task = of("aws:ecs/taskDefinition:TaskDefinition");

const windows = task({ family: "reports", runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" } });
const linux = task({ family: "web" });

export const cases: Cases = {
    "aws-ecs-fargate-platform-latest": {
        compliant: {
            "the latest, by default": service({ launchType: "FARGATE" }),
            "the latest, said outright": taskSet({ launchType: "FARGATE", platformVersion: "LATEST" }),
            "the current Linux version": service({ capacityProviderStrategies: [{ capacityProvider: "FARGATE" }], platformVersion: "1.4.0" }),
            "the current Windows version": [
                windows,
                service({ launchType: "FARGATE", platformVersion: "1.0.0", taskDefinition: UNKNOWN }, { taskDefinition: windows }),
            ],
        },
        violating: {
            "an old version": [
                [linux, service({ launchType: "FARGATE", platformVersion: "1.3.0", taskDefinition: UNKNOWN }, { taskDefinition: linux })],
                "platformVersion",
            ],
            "older than any": [taskSet({ platformVersion: "0.9.0" }), "platformVersion"],
        },
        undetermined: {
            "known only after the update": [service({ launchType: "FARGATE", platformVersion: UNKNOWN }), "platformVersion"],
            "perhaps Windows, by a task of another stack": [
                service({ launchType: "FARGATE", platformVersion: "1.0.0", taskDefinition: "reports:1" }),
                "platformVersion",
            ],
            "perhaps not on Fargate": [taskSet({ launchType: UNKNOWN, platformVersion: "0.9.0" }), "platformVersion"],
        },
        notApplicable: { "on instances": service({ launchType: "EC2" }) },
    },
};
