import { resourcePolicy } from "../../src/policy/definition";
import { and, isUnknown, or } from "../../src/policy/unknown";

export const loadBalancerAccessLogs = resourcePolicy({
    name: "aws-load-balancer-access-logs",
    title: "Load balancers log the requests that they pass on",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: ["aws:lb/loadBalancer:LoadBalancer", "aws:elb/loadBalancer:LoadBalancer"],
    why: "The load balancer is the one place that sees every request; without its log an attack on the application leaves no address.",
    fix: "Set accessLogs.bucket and accessLogs.enabled.",
    references: [
        "aws-config:elb-logging-enabled",
        "aws-config:nlb-logging-enabled",
        "checkov:CKV_AWS_91",
        "checkov:CKV_AWS_92",
        "cdk-nag:AwsSolutions-ELB2",
        "fsbp:ELB.5",
    ],
    settings: {
        requireConnectionLogs: { type: "boolean", default: false, description: "Ask application load balancers for connection logs too." },
    },
    check({ type, has, on, oneOf, require, advice, notApplicable, settings }) {
        if (type === "aws:elb/loadBalancer:LoadBalancer") {
            require(and(has("accessLogs.bucket"), on("accessLogs.enabled", true)), "accessLogs", "The classic load balancer logs no requests.");
            return;
        }
        const application = oneOf("loadBalancerType", ["application"], "application");
        const logs = on("accessLogs.enabled", false);
        if (application === false) {
            // Network load balancers log TLS listeners only.
            if (oneOf("loadBalancerType", ["gateway"]) === true) notApplicable("a gateway load balancer, which has no access logs");
            else if (logs === false) advice("accessLogs.enabled", "The network load balancer does not log its TLS connections.");
            return;
        }
        const asked = isUnknown(application) ? application : false;
        require(or(asked, logs), "accessLogs.enabled", "The application load balancer logs no requests.");
        if (settings.requireConnectionLogs)
            require(or(asked, on("connectionLogs.enabled", false)), "connectionLogs.enabled", "The load balancer logs no connections.");
    },
});
