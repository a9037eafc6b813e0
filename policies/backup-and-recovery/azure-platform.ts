import { exempt, mustByType } from "../../src/policy/factories";
import { type Fact, atLeast, noneOf, on, oneOf, together } from "../../src/policy/facts";
import { is, not, or } from "../../src/policy/unknown";
import { list, read, text } from "../../src/policy/values";
import { REGIONS_WITHOUT_ZONES, standsIn } from "../shared/azure-regions";
import { isCritical } from "../shared/criticality";
import { shortLived } from "../shared/ephemeral";

const ONE_ZONE = "The resource is critical, and is not spread over availability zones.";
const NO_COPY = "The cache is critical, and keeps no second copy of its data.";

/** Several zones, or none named at all, where the service then spreads over all that the region has. */
function notPinned(): Fact<"zones"> {
    return together("zones", ONE_ZONE, props => is(list(read(props, "zones")), zones => zones.length !== 1));
}

export const platformZoneRedundant = mustByType({
    name: "azure-platform-zone-redundancy",
    title: "Critical platform services are spread over availability zones",
    commitment: "backup-and-recovery",
    topic: "availability-design",
    strength: "supporting",
    severity: "low",
    evidence: "supporting",
    since: "1.0",
    why: "A service whose instances all stand in one zone is gone for as long as the zone is.",
    fix: "Set zoneRedundant to true (on a cache, firewall or gateway do not pin one zone; on Search have two replicas; on AKS the tier 'Standard').",
    references: [
        "azure-policy:22888755-d824-4e43-8e0b-42d481836554",
        "azure-policy:42daa904-5969-47ef-92fb-b75df946195a",
        "azure-policy:ae243d87-5cf3-4dce-90bd-6d62be328de9",
        "azure-policy:d3ee5dcf-0c6d-49ab-aee4-f250583a7bdc",
        "azure-policy:408934a8-941a-4c1e-ba88-dd035d9688f4",
        "azure-policy:1bf67da8-b100-45bf-b89d-e4669fc54411",
        "azure-policy:3e1f521a-d037-4709-bdd6-1f532f271a75",
        "azure-policy:493c215c-0553-4976-bc81-57d2c04fc8c1",
        "azure-policy:90bc8109-d21a-4692-88fc-51419391da3d",
        "checkov:CKV_AZURE_225",
        "checkov:CKV_AZURE_231",
        "checkov:CKV_AZURE_228",
        "checkov:CKV_AZURE_170",
        "checkov:CKV_AZURE_208",
        "checkov:CKV_AZURE_209",
    ],
    settings: { regionsWithoutZones: REGIONS_WITHOUT_ZONES },
    unless: c =>
        shortLived(c) ??
        exempt(or(not(isCritical(c)), standsIn(c.resource, c.settings.regionsWithoutZones)), "not tagged as critical, or in a region without zones"),
    facts: {
        "azure-native:web:AppServicePlan": [on("zoneRedundant", false, ONE_ZONE)],
        "azure-native:web:AppServiceEnvironment": [on("zoneRedundant", false, ONE_ZONE)],
        "azure-native:app:ManagedEnvironment": [on("zoneRedundant", false, ONE_ZONE)],
        "azure-native:eventhub:Namespace": [on("zoneRedundant", true, ONE_ZONE)],
        "azure-native:servicebus:Namespace": [on("zoneRedundant", true, ONE_ZONE)],
        "azure-native:redis:Redis": [
            noneOf("sku.name", ["Basic"], undefined, NO_COPY),
            noneOf("zonalAllocationPolicy", ["NoZones"], "Automatic", ONE_ZONE),
            notPinned(),
        ],
        "azure-native:redisenterprise:RedisEnterprise": [
            noneOf("highAvailability", ["Disabled"], "Enabled", NO_COPY),
            // The Enterprise tiers stand in the zones that are listed, those of Azure Managed Redis in all.
            together("zones", ONE_ZONE, props =>
                or(
                    is(read(props, "sku.name"), name => !/^enterprise/i.test(text(name ?? ""))),
                    is(list(read(props, "zones")), zones => zones.length >= 2),
                ),
            ),
        ],
        "azure-native:network:AzureFirewall": [notPinned()],
        "azure-native:network:ApplicationGateway": [notPinned()],
        "azure-native:search:Service": [atLeast("replicaCount", 2, 1, "The service is critical, and has no second replica.")],
        "azure-native:containerservice:ManagedCluster": [
            oneOf(
                "sku.tier",
                ["Standard", "Premium"],
                "Free",
                "The cluster is critical, and its API server is of the tier that promises no availability.",
            ),
        ],
    },
});
