import { mustByType } from "../../src/policy/factories";
import { type Fact, on, where } from "../../src/policy/facts";
import type { Props } from "../../src/policy/resource";
import { isOneOf } from "../../src/policy/check";
import { is, or } from "../../src/policy/unknown";
import { list, read } from "../../src/policy/values";

/** One of the lists holds so many entries. */
function span<const P extends string>(paths: readonly [P, P], least: number): Fact<P> {
    const enough = (props: Props) => or(...paths.map(path => is(list(read(props, path)), entries => entries.length >= least)));
    return {
        path: paths[0],
        message: `The load balancer stands in fewer than ${String(least)} zones.`,
        judge: props => [{ path: paths[0], answer: enough(props) }],
    };
}

export const loadBalancerZones = mustByType({
    name: "aws-load-balancer-cross-zone-and-multi-az",
    title: "Load balancers stand in several zones and spread requests over all of them",
    commitment: "backup-and-recovery",
    topic: "availability-design",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    why: "A balancer in one zone falls with it; one that does not cross zones overloads what is left of the service.",
    fix: "Name two or more subnets, and switch cross-zone load balancing on (and connectionDraining on a classic balancer).",
    remedies: [{ path: "crossZoneLoadBalancing", value: true }],
    references: [
        "aws-config:elb-cross-zone-load-balancing-enabled",
        "aws-config:nlb-cross-zone-load-balancing-enabled",
        "aws-config:elbv2-multiple-az",
        "aws-config:clb-multiple-az",
        "checkov:CKV_AWS_138",
        "checkov:CKV_AWS_152",
        "cdk-nag:AwsSolutions-ELB3",
        "cdk-nag:AwsSolutions-ELB4",
        "fsbp:ELB.7",
        "fsbp:ELB.9",
        "fsbp:ELB.10",
        "fsbp:ELB.13",
    ],
    settings: { minZones: { type: "integer", minimum: 2, default: 2, description: "Subnets that a load balancer must stand in." } },
    facts: ({ minZones }) => ({
        "aws:lb/loadBalancer:LoadBalancer": [
            // An application load balancer always crosses zones.
            ...where(
                props => isOneOf(read(props, "loadBalancerType"), ["network", "gateway"], "application"),
                on("enableCrossZoneLoadBalancing", false, "Requests are not spread over the zones."),
            ),
            span(["subnets", "subnetMappings"], minZones),
        ],
        "aws:elb/loadBalancer:LoadBalancer": [
            on("crossZoneLoadBalancing", true, "Requests are not spread over the zones."),
            on("connectionDraining", false, "Requests under way are cut off when an instance leaves."),
            span(["subnets", "availabilityZones"], minZones),
        ],
    }),
});
