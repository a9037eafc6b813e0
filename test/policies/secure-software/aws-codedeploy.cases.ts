import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const group = of("aws:codedeploy/deploymentGroup:DeploymentGroup");
const config = of("aws:codedeploy/deploymentConfig:DeploymentConfig");
const service = of("aws:ecs/service:Service");
type Props = CaseProps<"aws:codedeploy/deploymentGroup:DeploymentGroup">;
const GOOD = {
    appName: "records",
    deploymentGroupName: "records",
    serviceRoleArn: "r",
    autoRollbackConfiguration: { enabled: true, events: ["DEPLOYMENT_FAILURE"] },
    alarmConfiguration: { enabled: true, alarms: ["errors"] },
    deploymentConfigName: "CodeDeployDefault.LambdaCanary10Percent5Minutes",
} as const;
const good = (over: Props = {}) => group({ ...GOOD, ...over });
const BREAKER = { deploymentCircuitBreaker: { enable: true, rollback: true } };
const AT_ONCE = config({ deploymentConfigName: "fast", computePlatform: "Lambda", trafficRoutingConfig: { type: "AllAtOnce" } });
const CANARY = config({
    deploymentConfigName: "slow",
    computePlatform: "Lambda",
    trafficRoutingConfig: { type: "TimeBasedCanary", timeBasedCanary: { interval: 5, percentage: 10 } },
});

export const cases: Cases = {
    "aws-codedeploy-safe-rollout": {
        compliant: {
            "taken back, alarmed, gradual": good(),
            "the default configuration, one at a time": group({ ...GOOD, deploymentConfigName: undefined }),
            "an own configuration": [group({ ...GOOD, deploymentConfigName: "slow" }), CANARY],
            "at once, as the setting allows": {
                resources: [good({ deploymentConfigName: "CodeDeployDefault.AllAtOnce" })],
                settings: { allowAllAtOnce: true },
            },
            "an ECS service with a circuit breaker": service(BREAKER),
            "an ECS service with alarms": service({ alarms: { enable: true, rollback: true, alarmNames: ["errors"] } }),
            "a daemon, which has neither": service({ schedulingStrategy: "DAEMON" }),
        },
        violating: {
            "not taken back": [good({ autoRollbackConfiguration: { enabled: false } }), "autoRollbackConfiguration"],
            "taken back by hand only": [
                good({ autoRollbackConfiguration: { enabled: true, events: ["DEPLOYMENT_STOP_ON_REQUEST"] } }),
                "autoRollbackConfiguration",
            ],
            "no alarms": [good({ alarmConfiguration: { enabled: true, alarms: [] } }), "alarmConfiguration"],
            "alarms switched off": [good({ alarmConfiguration: { alarms: ["errors"], enabled: false } }), "alarmConfiguration"],
            "everybody at once": [good({ deploymentConfigName: "CodeDeployDefault.ECSAllAtOnce" }), "deploymentConfigName"],
            "everybody at once by an own configuration": [[good({ deploymentConfigName: "fast" }), AT_ONCE], "deploymentConfigName"],
            "no machine left healthy, by an own configuration": [
                [
                    good({ deploymentConfigName: "reckless" }),
                    config({ deploymentConfigName: "reckless", minimumHealthyHosts: { type: "HOST_COUNT", value: 0 } }),
                ],
                "deploymentConfigName",
            ],
            "an ECS service without any": [service({}), "deploymentCircuitBreaker"],
            "an ECS service that stops and stays": [
                service({ deploymentCircuitBreaker: { enable: true, rollback: false } }),
                "deploymentCircuitBreaker",
            ],
        },
        undetermined: {
            "a configuration of another stack": [good({ deploymentConfigName: "elsewhere" }), "deploymentConfigName"],
            "a configuration that is not known": [good({ deploymentConfigName: UNKNOWN }), "deploymentConfigName"],
            "a switch that is not known": [
                good({ autoRollbackConfiguration: { enabled: UNKNOWN, events: ["DEPLOYMENT_FAILURE"] } }),
                "autoRollbackConfiguration",
            ],
            "a controller that is not known": [service({ deploymentController: { type: UNKNOWN } }), "deploymentCircuitBreaker"],
        },
        notApplicable: { "an ECS service that CodeDeploy deploys": service({ deploymentController: { type: "CODE_DEPLOY" } }) },
    },
};
