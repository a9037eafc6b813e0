import { type Cases, UNKNOWN, of } from "../support/cases";

const balancer = of("aws:lb/loadBalancer:LoadBalancer");
const classic = of("aws:elb/loadBalancer:LoadBalancer");

const subnets: readonly (typeof UNKNOWN)[] = [UNKNOWN, UNKNOWN];

export const cases: Cases = {
    "aws-load-balancer-cross-zone-and-multi-az": {
        compliant: {
            "an application load balancer, the default": balancer({ subnets }),
            "a network load balancer": balancer({
                loadBalancerType: "network",
                enableCrossZoneLoadBalancing: true,
                subnetMappings: [{ subnetId: UNKNOWN }, { subnetId: UNKNOWN }],
            }),
            "a classic one": classic({ subnets, connectionDraining: true }),
        },
        violating: {
            "a network load balancer, by default": [balancer({ loadBalancerType: "network", subnets }), "enableCrossZoneLoadBalancing"],
            "the same said outright": [
                balancer({ loadBalancerType: "gateway", enableCrossZoneLoadBalancing: false, subnets }),
                "enableCrossZoneLoadBalancing",
            ],
            "one subnet": [balancer({ subnets: [UNKNOWN] }), "subnets"],
            "a classic one that stays in its zone": [
                classic({ subnets, crossZoneLoadBalancing: false, connectionDraining: true }),
                "crossZoneLoadBalancing",
            ],
            "a classic one that cuts off, by default": [classic({ availabilityZones: ["eu-west-2a", "eu-west-2b"] }), "connectionDraining"],
        },
        undetermined: {
            "known only after the update": [
                balancer({ loadBalancerType: "network", enableCrossZoneLoadBalancing: UNKNOWN, subnets }),
                "enableCrossZoneLoadBalancing",
            ],
            "a type that is not known": [balancer({ loadBalancerType: UNKNOWN, subnets }), "enableCrossZoneLoadBalancing"],
            "subnets that are not known": [balancer({ subnets: UNKNOWN }), "subnets"],
        },
    },
};
