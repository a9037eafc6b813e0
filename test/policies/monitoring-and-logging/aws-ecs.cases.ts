import { type Cases, UNKNOWN, of } from "../support/cases";

const cluster = of("aws:ecs/cluster:Cluster");
const task = of("aws:ecs/taskDefinition:TaskDefinition");

const insights = { settings: [{ name: "containerInsights", value: "enabled" }] };
const exec = (logging: string) => ({ configuration: { executeCommandConfiguration: { logging } } });
const taskOf = (...containers: unknown[]) => task({ family: "records", containerDefinitions: JSON.stringify(containers) });
const logged = { name: "api", logConfiguration: { logDriver: "awslogs" } };

export const cases: Cases = {
    "aws-ecs-logging-and-insights": {
        compliant: {
            "a cluster with insights": cluster(insights),
            "enhanced, with ECS Exec logged": cluster({ settings: [{ name: "containerInsights", value: "enhanced" }], ...exec("OVERRIDE") }),
            "every container's output is kept": taskOf(logged, { ...logged, name: "proxy" }),
        },
        violating: {
            "a cluster without settings": [cluster(), "settings"],
            "insights off": [cluster({ settings: [{ name: "containerInsights", value: "disabled" }] }), "settings"],
            "not enhanced, where that is asked for": { resources: [cluster(insights)], settings: { requireEnhanced: true }, property: "settings" },
            "ECS Exec without a log": [cluster({ ...insights, ...exec("NONE") }), "configuration.executeCommandConfiguration.logging"],
            "one container of two": [taskOf(logged, { name: "proxy" }), "containerDefinitions"],
        },
        undetermined: {
            "settings that are not known": [cluster({ settings: UNKNOWN }), "settings"],
            "containers that are not known": [task({ family: "records", containerDefinitions: UNKNOWN }), "containerDefinitions"],
            "a text that is no JSON": [task({ family: "records", containerDefinitions: "[" }), "containerDefinitions"],
        },
    },
};
