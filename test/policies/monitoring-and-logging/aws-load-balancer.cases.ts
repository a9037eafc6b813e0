import { type Cases, UNKNOWN, of } from "../support/cases";

const balancer = of("aws:lb/loadBalancer:LoadBalancer");
const classic = of("aws:elb/loadBalancer:LoadBalancer");

const network = { loadBalancerType: "network" };

export const cases: Cases = {
    "aws-load-balancer-access-logs": {
        compliant: {
            "an application load balancer that logs": balancer({ accessLogs: { bucket: "logs", enabled: true } }),
            "a classic one, on by default": classic({ accessLogs: { bucket: "logs" } }),
            "a network load balancer that logs": balancer({ ...network, accessLogs: { bucket: "logs", enabled: true } }),
            "a network load balancer that does not": { resources: [balancer(network)], advice: true },
            "connections too, where they are asked for": {
                resources: [balancer({ accessLogs: { bucket: "logs", enabled: true }, connectionLogs: { bucket: "logs", enabled: true } })],
                settings: { requireConnectionLogs: true },
            },
        },
        violating: {
            "absent is off": [balancer(), "accessLogs.enabled"],
            "a bucket alone switches nothing on": [balancer({ accessLogs: { bucket: "logs" } }), "accessLogs.enabled"],
            "said to be off": [balancer({ loadBalancerType: "application", accessLogs: { bucket: "logs", enabled: false } }), "accessLogs.enabled"],
            "a classic one without": [classic(), "accessLogs"],
            "a classic one that is off": [classic({ accessLogs: { bucket: "logs", enabled: false } }), "accessLogs"],
            "no connection logs, where they are asked for": {
                resources: [balancer({ accessLogs: { bucket: "logs", enabled: true } })],
                settings: { requireConnectionLogs: true },
                property: "connectionLogs.enabled",
            },
        },
        undetermined: {
            "perhaps on": [balancer({ accessLogs: { bucket: "logs", enabled: UNKNOWN } }), "accessLogs.enabled"],
            "of a kind that is not known": [balancer({ loadBalancerType: UNKNOWN }), "accessLogs.enabled"],
        },
        notApplicable: { "a gateway load balancer": balancer({ loadBalancerType: "gateway" }) },
    },
};
