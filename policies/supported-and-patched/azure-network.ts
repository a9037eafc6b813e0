import { resourcePolicy } from "../../src/policy/definition";
import { UNKNOWN, is } from "../../src/policy/unknown";
import { WARN_WITHIN_DAYS, judgeRetired } from "../shared/azure-retired";

export const legacyNetworkSku = resourcePolicy({
    name: "azure-legacy-network-sku",
    title: "Network resources are of a tier that Azure still supports",
    commitment: "supported-and-patched",
    topic: "unsupported-runtime-or-engine",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [
        "azure-native:network:PublicIPAddress",
        "azure-native:network:LoadBalancer",
        "azure-native:network:VirtualNetworkGateway",
        "azure-native:network:ApplicationGateway",
    ],
    why: "Basic addresses and load balancers, old VPN gateways and the first application gateways are retired, and the basic ones are open to the internet by default.",
    fix: "Set sku.name 'Standard' on addresses and load balancers, a VpnGwAZ tier on VPN gateways and sku.tier 'WAF_v2' on application gateways.",
    references: ["azure-policy:e345b6c3-24bd-4c93-9bbb-7e5e49a17b78"],
    settings: {
        warnWithinDays: WARN_WITHIN_DAYS,
        legacyVpnSkus: {
            type: "array",
            items: { type: "string" },
            default: ["Standard", "HighPerformance"],
            description: "Tiers of VPN gateways that are retired.",
        },
    },
    check(c) {
        switch (c.type) {
            case "azure-native:network:PublicIPAddress":
            case "azure-native:network:LoadBalancer": {
                const basic = c.oneOf("sku.name", ["Basic"], "Basic");
                const address = c.type === "azure-native:network:PublicIPAddress";
                if (basic === UNKNOWN) c.undetermined("sku.name", "The tier is not known before the update.");
                else if (basic)
                    judgeRetired(
                        c,
                        "sku.name",
                        address ? "The Basic public address" : "The Basic load balancer",
                        address ? "basic-public-ip" : "basic-load-balancer",
                    );
                break;
            }
            case "azure-native:network:VirtualNetworkGateway": {
                const vpn = c.oneOf("gatewayType", ["Vpn"], "Vpn");
                if (vpn === false) c.notApplicable("a gateway of ExpressRoute, whose tiers bear the same names and are current");
                else
                    c.require(
                        is(c.oneOf("sku.name", c.settings.legacyVpnSkus), legacy => !legacy),
                        "sku.name",
                        "The gateway is of a tier that is retired for VPN.",
                    );
                break;
            }
            case "azure-native:network:ApplicationGateway": {
                const path = c.has("sku.tier") !== false ? "sku.tier" : "sku.name";
                const current = c.oneOf(path, ["Standard_v2", "WAF_v2", "Basic"]);
                if (current === UNKNOWN) c.undetermined(path, "The tier is not known before the update.");
                else if (!current) judgeRetired(c, path, "Application Gateway v1", "application-gateway-v1");
            }
        }
    },
});
