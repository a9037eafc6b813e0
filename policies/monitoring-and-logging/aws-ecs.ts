import { isOneOf } from "../../src/policy/check";
import { resourcePolicy } from "../../src/policy/definition";
import { jsonValue } from "../../src/policy/documents";
import { and, every, is, not, some } from "../../src/policy/unknown";
import { isSet, list, read } from "../../src/policy/values";

export const ecsLoggingAndInsights = resourcePolicy({
    name: "aws-ecs-logging-and-insights",
    title: "ECS clusters are measured and every container's output is kept",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: ["aws:ecs/cluster:Cluster", "aws:ecs/taskDefinition:TaskDefinition"],
    why: "A container's output is gone with the container, and with it all that it could tell about an attack.",
    fix: "Set the cluster setting containerInsights to 'enabled' or 'enhanced', and give every container a logConfiguration.",
    references: [
        "aws-config:ecs-container-insights-enabled",
        "aws-config:ecs-task-definition-log-configuration",
        "checkov:CKV_AWS_65",
        "checkov:CKV_AWS_223",
        "checkov:CKV_AWS_224",
        "cdk-nag:AwsSolutions-ECS4",
        "cdk-nag:AwsSolutions-ECS7",
        "fsbp:ECS.9",
        "fsbp:ECS.12",
    ],
    settings: {
        requireEnhanced: { type: "boolean", default: false, description: "Ask for Container Insights with enhanced observability." },
    },
    check({ type, get, oneOf, require, settings }) {
        if (type === "aws:ecs/taskDefinition:TaskDefinition") {
            const containers = list(jsonValue(get("containerDefinitions")));
            const logged = every(containers, container => is(container, c => isSet(c, "logConfiguration.logDriver")));
            require(logged, "containerDefinitions", "A container's output is kept nowhere (logConfiguration).");
            return;
        }
        const values = settings.requireEnhanced ? ["enhanced"] : ["enabled", "enhanced"];
        const insights = some(list(get("settings")), entry =>
            is(entry, s => and(isOneOf(read(s, "name"), ["containerInsights"]), isOneOf(read(s, "value"), values))),
        );
        require(insights, "settings", "Container Insights is not switched on for the cluster.");
        const silent = oneOf("configuration.executeCommandConfiguration.logging", ["NONE"]);
        require(not(silent), "configuration.executeCommandConfiguration.logging", "What is typed into containers through ECS Exec is not logged.");
    },
});
