import { type Cases, UNKNOWN, of } from "../support/cases";

const address = of("azure-native:network:PublicIPAddress");
const balancer = of("azure-native:network:LoadBalancer");
const gateway = of("azure-native:network:VirtualNetworkGateway");
const applicationGateway = of("azure-native:network:ApplicationGateway");

export const cases: Cases = {
    "azure-legacy-network-sku": {
        compliant: {
            "a standard address": address({ sku: { name: "Standard" } }),
            "a newer tier": address({ sku: { name: "StandardV2" } }),
            "a standard load balancer": balancer({ sku: { name: "Standard" } }),
            "a current VPN gateway": gateway({ gatewayType: "Vpn", sku: { name: "VpnGw2AZ", tier: "VpnGw2AZ" } }),
            "a firewall of the second version": applicationGateway({ sku: { name: "WAF_v2", tier: "WAF_v2" } }),
            "told by its name alone": applicationGateway({ sku: { name: "Standard_v2" } }),
        },
        violating: {
            "an address without a tier is a basic one": [address({ publicIPAllocationMethod: "Static" }), "sku.name"],
            "a basic address": [address({ sku: { name: "Basic" } }), "sku.name"],
            "a load balancer without a tier": [balancer({}), "sku.name"],
            "an old VPN gateway": [gateway({ gatewayType: "Vpn", sku: { name: "HighPerformance", tier: "HighPerformance" } }), "sku.name"],
            "an application gateway of the first version": [applicationGateway({ sku: { name: "WAF_Medium", tier: "WAF" } }), "sku.tier"],
        },
        undetermined: {
            "a tier known only after the update": [address({ sku: { name: UNKNOWN } }), "sku.name"],
            "a gateway's": [gateway({ gatewayType: "Vpn", sku: { name: UNKNOWN } }), "sku.name"],
            "an application gateway's": [applicationGateway({ sku: UNKNOWN }), "sku.tier"],
        },
        notApplicable: { ExpressRoute: gateway({ gatewayType: "ExpressRoute", sku: { name: "HighPerformance" } }) },
    },
};
