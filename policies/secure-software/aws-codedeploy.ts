import { asNumber, isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import { type Answer, and, is, isUnknown, not, or, some } from "../../src/policy/unknown";
import { isFilled, list, read, text } from "../../src/policy/values";

const GROUP = "aws:codedeploy/deploymentGroup:DeploymentGroup";
const CONFIG = "aws:codedeploy/deploymentConfig:DeploymentConfig";
const SERVICE = "aws:ecs/service:Service";

/** Does a configuration move all traffic, or take down all machines, at once? */
function reachesAll({ props }: Resource): Answer {
    const traffic = isFilled(props, "trafficRoutingConfig") ? isOneOf(read(props, "trafficRoutingConfig.type"), ["AllAtOnce"], "AllAtOnce") : false;
    return or(
        traffic,
        is(asNumber(read(props, "minimumHealthyHosts.value")), healthy => healthy === 0),
    );
}

export const codedeploySafeRollout = stackPolicy({
    name: "aws-codedeploy-safe-rollout",
    title: "A release that fails goes back by itself, and does not reach everybody at once",
    commitment: "secure-software",
    topic: "build-change-control",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: [GROUP, SERVICE],
    reads: [CONFIG],
    why: "A bad release that reaches everybody at once, and stays, is an outage that patients notice.",
    fix: "Set autoRollbackConfiguration with DEPLOYMENT_FAILURE, alarmConfiguration and a gradual deploymentConfigName; on an ECS service the deploymentCircuitBreaker with rollback.",
    references: [
        "aws-config:codedeploy-auto-rollback-monitor-enabled",
        "aws-config:codedeploy-lambda-allatonce-traffic-shift-disabled",
        "aws-config:codedeploy-ec2-minimum-healthy-hosts-configured",
    ],
    settings: { allowAllAtOnce: { type: "boolean", default: false, description: "Accept deployments to everybody at once." } },
    checkResource({ type, graph, resource, get, on, oneOf, require, notApplicable, settings }) {
        if (type === SERVICE) {
            const elsewhere = oneOf("deploymentController.type", ["CODE_DEPLOY", "EXTERNAL"], "ECS");
            const daemon = oneOf("schedulingStrategy", ["DAEMON"], "REPLICA");
            if (elsewhere === true) {
                notApplicable("deployed by CodeDeploy, whose deployment group is judged, or by something else");
                return;
            }
            const breaker = and(on("deploymentCircuitBreaker.enable", false), on("deploymentCircuitBreaker.rollback", false));
            const alarms = and(on("alarms.enable", false), on("alarms.rollback", false));
            require(or(elsewhere, daemon, breaker, alarms), "deploymentCircuitBreaker", "A deployment that fails is not taken back.");
            return;
        }
        const onFailure = some(list(get("autoRollbackConfiguration.events")), event => isOneOf(event, ["DEPLOYMENT_FAILURE"]));
        require(and(
            on("autoRollbackConfiguration.enabled", false),
            onFailure,
        ), "autoRollbackConfiguration", "A deployment that fails is not taken back.");
        const alarmed = and(
            is(list(get("alarmConfiguration.alarms")), alarms => alarms.length > 0),
            on("alarmConfiguration.enabled", false),
        );
        require(alarmed, "alarmConfiguration", "No alarm stops a deployment.");
        if (settings.allowAllAtOnce) return;
        const name = get("deploymentConfigName");
        const gradual =
            name === undefined || (!isUnknown(name) && text(name).startsWith("CodeDeployDefault."))
                ? !/AllAtOnce/i.test(text(name ?? ""))
                : linkedSatisfies(graph.from(resource, "deploymentConfigName", CONFIG), config => not(reachesAll(config)));
        require(gradual, "deploymentConfigName", "The deployment reaches everybody at once.");
    },
});
