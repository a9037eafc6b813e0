import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import type { Resource } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, is, not, or, some } from "../../src/policy/unknown";
import { read, text } from "../../src/policy/values";
import { isBroad } from "../shared/azure-scopes";

const ASSIGNMENT = "azure-native:authorization:PolicyAssignment";
const MANAGEMENT_GROUP = "azure-native:management:ManagementGroup";

export const nhsInitiativeAssigned = stackPolicy({
    name: "azure-nhs-policy-initiative-assigned",
    title: "Subscriptions under Azure Policy are held to the NHS or NCSC initiative",
    commitment: "standards-met",
    topic: "secure-configuration",
    strength: "supporting",
    severity: "low",
    evidence: "supporting",
    since: "1.0",
    on: [ASSIGNMENT],
    reads: [MANAGEMENT_GROUP],
    why: "Microsoft keeps both initiatives up to date, and they find what changes after the deployment that this preview sees.",
    fix: "Assign UK OFFICIAL and UK NHS, or NCSC CAF v3.2, to the subscription or management group with enforcementMode 'Default'.",
    references: ["azure-policy:3937f550-eedd-4639-9c5e-294358be442e", "azure-policy:6d220abf-cf6f-4b17-8f7e-0644c4cc84b4"],
    settings: {
        initiativeIds: {
            type: "array",
            items: { type: "string" },
            default: ["3937f550-eedd-4639-9c5e-294358be442e", "6d220abf-cf6f-4b17-8f7e-0644c4cc84b4"],
            description: "Initiatives by GUID, one of which is to be assigned: UK OFFICIAL and UK NHS, NCSC CAF v3.2.",
        },
    },
    checkStack(c) {
        const { graph, settings } = c;
        const assignments = graph.of(ASSIGNMENT);
        const broad = (resource: Resource): Answer =>
            or(
                isBroad({ graph, resource }, "scope", read(resource.props, "scope") ?? UNKNOWN),
                (resource.propertyDependencies.scope ?? []).some(urn => graph.get(urn)?.type === MANAGEMENT_GROUP),
            );
        const asked = some(assignments, broad);
        if (asked === false) {
            c.notApplicable("a stack that assigns no policy to a subscription or management group");
            return;
        }
        const assigned = some(assignments, resource =>
            and(
                broad(resource),
                isOneOf(read(resource.props, "enforcementMode"), ["Default"], "Default"),
                is(read(resource.props, "policyDefinitionId"), id =>
                    settings.initiativeIds.some(guid =>
                        text(id ?? "")
                            .toLowerCase()
                            .endsWith(guid.toLowerCase()),
                    ),
                ),
            ),
        );
        c.require(or(not(asked), assigned), "", "None of the initiatives that the policy's settings name is assigned and enforced.");
    },
});
