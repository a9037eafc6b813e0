import { type Cases, UNKNOWN, of } from "../support/cases";

const network = of("azure-native:network:VirtualNetwork");
const subnet = of("azure-native:network:Subnet");
const flowLog = of("azure-native:network:FlowLog");

const resourceGroupName = "rg-network";
const vnet = network({ resourceGroupName, virtualNetworkName: "hub" });
const targetResourceId = "/subscriptions/s/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/hub";
const inNetwork = subnet({ virtualNetworkName: UNKNOWN }, { virtualNetworkName: vnet }, "app");
const logOf = (target: ReturnType<typeof subnet>) => flowLog({ targetResourceId: UNKNOWN, enabled: true }, { targetResourceId: target });
const analysed = { networkWatcherFlowAnalyticsConfiguration: { enabled: true, workspaceRegion: "uksouth" } };

export const cases: Cases = {
    "azure-virtual-network-flow-logs": {
        compliant: {
            "by dependency": [vnet, logOf(vnet)],
            "by id, on by default": [vnet, flowLog({ targetResourceId })],
            "each of its subnets": (() => {
                const other = subnet({ virtualNetworkName: UNKNOWN }, { virtualNetworkName: vnet }, "data");
                return [vnet, inNetwork, other, logOf(inNetwork), logOf(other)];
            })(),
        },
        violating: {
            none: [vnet, ""],
            "one that is off": [[vnet, flowLog({ targetResourceId, enabled: false })], ""],
            "one of a security group": [
                [vnet, flowLog({ targetResourceId: targetResourceId.replace("virtualNetworks/hub", "networkSecurityGroups/app") })],
                "",
            ],
            "one of two subnets": [
                (() => {
                    const other = subnet({ virtualNetworkName: UNKNOWN }, { virtualNetworkName: vnet }, "data");
                    return [vnet, inNetwork, other, logOf(inNetwork)];
                })(),
                "",
            ],
            "a subnet, where the network declares others": [
                (() => {
                    const inline = network({ resourceGroupName, virtualNetworkName: "hub", subnets: [{ name: "data" }] });
                    const one = subnet({ virtualNetworkName: UNKNOWN }, { virtualNetworkName: inline }, "app");
                    return [inline, one, logOf(one)];
                })(),
                "",
            ],
        },
        undetermined: {
            "a target not known yet": [[vnet, flowLog({ targetResourceId: UNKNOWN })], ""],
            "perhaps off": [[vnet, flowLog({ targetResourceId, enabled: UNKNOWN })], ""],
        },
    },
    "azure-flow-log-retained-and-analysed": {
        compliant: {
            "kept until something else deletes them": flowLog({ flowAnalyticsConfiguration: analysed }),
            "the same, as the SDK writes it": flowLog({ retentionPolicy: { enabled: false, days: 0 }, flowAnalyticsConfiguration: analysed }),
            "kept for ever": flowLog({ retentionPolicy: { enabled: true, days: 0 }, flowAnalyticsConfiguration: analysed }),
            "kept for a year": flowLog({ enabled: true, retentionPolicy: { enabled: true, days: 365 }, flowAnalyticsConfiguration: analysed }),
        },
        violating: {
            off: [flowLog({ enabled: false, flowAnalyticsConfiguration: analysed }), "enabled"],
            "kept for a month": [
                flowLog({ retentionPolicy: { enabled: true, days: 30 }, flowAnalyticsConfiguration: analysed }),
                "retentionPolicy.days",
            ],
            "not analysed": [flowLog({}), "flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration.enabled"],
            "analysis switched off": [
                flowLog({ flowAnalyticsConfiguration: { networkWatcherFlowAnalyticsConfiguration: { enabled: false } } }),
                "flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration.enabled",
            ],
        },
        undetermined: {
            "days not known yet": [
                flowLog({ retentionPolicy: { enabled: true, days: UNKNOWN }, flowAnalyticsConfiguration: analysed }),
                "retentionPolicy.days",
            ],
            "perhaps kept for a month only": [
                flowLog({ retentionPolicy: { enabled: UNKNOWN, days: 30 }, flowAnalyticsConfiguration: analysed }),
                "retentionPolicy.days",
            ],
        },
    },
};
