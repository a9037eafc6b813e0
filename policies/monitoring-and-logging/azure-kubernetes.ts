import { must } from "../../src/policy/factories";
import { on, filled, together } from "../../src/policy/facts";
import type { Props, Value } from "../../src/policy/resource";
import { UNKNOWN, and, is } from "../../src/policy/unknown";
import { isRecord, read, truth } from "../../src/policy/values";

export const aksMonitoring = must({
    name: "azure-aks-monitoring-and-defender",
    title: "AKS clusters send the logs of their containers and are watched by Defender",
    commitment: "monitoring-and-logging",
    topic: "threat-detection",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: ["azure-native:containerservice:ManagedCluster"],
    why: "A container leaves no trace when it ends; what an intruder did in it is known only if its logs went elsewhere.",
    fix: "Enable addonProfiles.omsagent with a workspace in its config, and securityProfile.defender.securityMonitoring with logAnalyticsWorkspaceResourceId.",
    references: [
        "azure-policy:a1840de2-8088-4ea8-b153-b4c723e9cb01",
        "azure-policy:245fc9df-fa96-4414-9a0b-3738c2f7341c",
        "checkov:CKV_AZURE_4",
        "mcsb:LT-1",
        "mcsb:LT-2",
        "mcsb:LT-3",
    ],
    facts: [
        together("addonProfiles", "The monitoring add-on omsagent is not on with a workspace.", props => {
            const addon = entry(read(props, "addonProfiles"), "omsagent");
            return is(addon, known =>
                and(
                    truth(read(known ?? {}, "enabled")) ?? false,
                    is(read(known ?? {}, "config"), config => entry(config, "logAnalyticsWorkspaceResourceID") !== undefined),
                ),
            );
        }),
        on("securityProfile.defender.securityMonitoring.enabled", false, "Defender does not watch the cluster."),
        filled("securityProfile.defender.logAnalyticsWorkspaceResourceId", "Defender has no workspace for what it sees in the cluster."),
    ],
});

/** The entry of a map whose keys compare without regard to case. */
function entry(map: Value | undefined, key: string): Value | undefined {
    if (map === UNKNOWN) return UNKNOWN;
    if (!isRecord(map)) return undefined;
    const found = Object.keys(map).find(name => name.toLowerCase() === key.toLowerCase());
    return found === undefined ? undefined : ((map as Props)[found] ?? undefined);
}
