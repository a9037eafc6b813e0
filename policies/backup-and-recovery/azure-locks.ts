import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import type { Graph } from "../../src/policy/graph";
import { parseAzureId } from "../../src/policy/identity";
import { sameAccount } from "../../src/policy/place";
import type { Resource, Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, is, some } from "../../src/policy/unknown";
import { read, text } from "../../src/policy/values";
import { sameParent } from "../shared/azure-parents";
import { shortLived } from "../shared/ephemeral";

const GROUP = "azure-native:resources:ResourceGroup";
const BY_SCOPE = "azure-native:authorization:ManagementLockByScope";
const OF_SUBSCRIPTION = "azure-native:authorization:ManagementLockAtSubscriptionLevel";
const OF_GROUP = "azure-native:authorization:ManagementLockAtResourceGroupLevel";
const OF_RESOURCE = "azure-native:authorization:ManagementLockAtResourceLevel";

/** Does the lock hold the resource, or the group or subscription that it stands in? */
function holds(graph: Graph, lock: Resource, resource: Resource): Answer {
    switch (lock.type) {
        case OF_SUBSCRIPTION:
            return sameAccount(lock, resource);
        case OF_GROUP:
            return sameParent(graph, lock, resource, "resourceGroupName", GROUP);
        case OF_RESOURCE: {
            const module = resource.type.split(":")[1] ?? "";
            return and(
                isOneOf(read(lock.props, "resourceProviderNamespace"), [`Microsoft.${module}`]),
                sameParent(graph, lock, resource, "resourceGroupName", GROUP),
                names(graph, lock, "resourceName", resource),
            );
        }
        default:
            return holdsByScope(graph, lock, resource);
    }
}

function names(graph: Graph, lock: Resource, path: string, resource: Resource): Answer {
    const { certain, possible } = graph.from(lock, path, resource.type);
    return certain.includes(resource) ? true : possible.includes(resource) ? UNKNOWN : false;
}

function holdsByScope(graph: Graph, lock: Resource, resource: Resource): Answer {
    const scope = read(lock.props, "scope");
    if (scope !== UNKNOWN) {
        const { resourceGroup, segments } = parseAzureId(text(scope ?? ""));
        if (segments.length > 0) return names(graph, lock, "scope", resource);
        return resourceGroup === undefined ? sameAccount(lock, resource) : isCalled(graph, resource, resourceGroup);
    }
    // A scope made from a resource is that resource: a vault's lock does not hold its whole group.
    const sources = (lock.propertyDependencies.scope ?? []).flatMap(urn => graph.get(urn) ?? []);
    if (sources.length === 0 || sources.some(source => source.read)) return UNKNOWN;
    if (sources.some(source => source.type !== GROUP)) return sources.includes(resource);
    const groups = graph.from(resource, "resourceGroupName", GROUP).certain;
    return groups.length > 0 ? sources.some(source => groups.includes(source)) : UNKNOWN;
}

/** Does the resource stand in the group of that name? A group that Pulumi names is called by none. */
function isCalled(graph: Graph, resource: Resource, name: string): Answer {
    const called = (group: Value | undefined): Answer => is(group, value => text(value ?? "").toLowerCase() === name);
    const own = read(resource.props, "resourceGroupName");
    if (own !== UNKNOWN) return called(own);
    const groups = graph.from(resource, "resourceGroupName", GROUP).certain;
    return groups.length > 0 ? some(groups, group => called(read(group.props, "resourceGroupName"))) : UNKNOWN;
}

export const recoveryAssetsLocked = stackPolicy({
    name: "azure-recovery-assets-delete-locked",
    title: "Vaults of backups and keys are locked against deletion",
    commitment: "backup-and-recovery",
    topic: "deletion-protection",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: ["azure-native:recoveryservices:Vault", "azure-native:dataprotection:BackupVault", "azure-native:keyvault:Vault"],
    reads: [GROUP, BY_SCOPE, OF_SUBSCRIPTION, OF_GROUP, OF_RESOURCE],
    why: "A lock must be taken off before a vault can be deleted: one step more, which can be forbidden and raises an alert.",
    fix: "Add a ManagementLockByScope with level 'CanNotDelete' and the vault's id, or its group's, as scope.",
    references: [],
    checkResource(c) {
        const reason = shortLived(c);
        if (reason !== undefined) {
            c.notApplicable(reason);
            return;
        }
        const locks = c.graph.of(BY_SCOPE, OF_SUBSCRIPTION, OF_GROUP, OF_RESOURCE);
        c.require(
            some(locks, lock => and(isOneOf(read(lock.props, "level"), ["CanNotDelete", "ReadOnly"]), holds(c.graph, lock, c.resource))),
            "",
            "No lock holds the vault against deletion.",
        );
    },
});
