import { stackPolicy } from "../../src/policy/definition";
import { mustByType } from "../../src/policy/factories";
import { noneOf } from "../../src/policy/facts";
import { linkedSatisfies } from "../../src/policy/graph";
import { ENDPOINT_TARGETS, PRIVATE_ENDPOINT } from "../shared/azure-private-endpoints";

const WORKSPACE = "azure-native:healthcareapis:Workspace";
const SERVICE = "azure-native:healthcareapis:Service";

export const healthDataNoPublicNetwork = stackPolicy({
    name: "azure-health-data-no-public-network",
    title: "Health data services are reached by a private endpoint",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "supporting",
    severity: "high",
    evidence: "supporting",
    since: "1.0",
    on: [WORKSPACE, SERVICE],
    reads: [PRIVATE_ENDPOINT],
    why: "Patients' records stand behind the service's address, and a stolen token reads them from anywhere that the address can be reached.",
    fix: "Put a PrivateEndpoint with the workspace's id as privateLinkServiceId beside it; on the API for FHIR set properties.publicNetworkAccess to 'Disabled'.",
    references: [],
    checkResource(c) {
        if (c.type === SERVICE) {
            const property = "properties.publicNetworkAccess";
            c.require(c.oneOf(property, ["Disabled"], "Enabled"), property, "The service can be reached from any address.");
            return;
        }
        // A workspace has no switch that a program could set: the endpoint is all that there is to see.
        const endpoints = c.graph.into(c.resource, PRIVATE_ENDPOINT, ENDPOINT_TARGETS);
        c.require(
            linkedSatisfies(endpoints, () => true),
            "",
            "No private endpoint leads to the workspace, which can be reached from any address.",
        );
    },
});

const ANYONE = "Pages of every site may call the service with the reader's sign-in.";

export const fhirCorsRestricted = mustByType({
    name: "azure-fhir-cors-restricted",
    title: "Health data services name the sites whose pages may call them",
    commitment: "standards-met",
    topic: "secure-configuration",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    why: "With any origin allowed, a page that a clinician happens to open can ask for records in the clinician's name.",
    fix: "List the origins of your own pages in corsConfiguration.origins, without '*'.",
    references: ["azure-policy:fe1c9040-c46a-4e81-9aea-c7850fbb3aa6", "azure-policy:0fea8f8a-4169-495d-8307-30ec335f387d"],
    facts: {
        "azure-native:healthcareapis:FhirService": [noneOf("corsConfiguration.origins[]", ["*"], undefined, ANYONE)],
        "azure-native:healthcareapis:DicomService": [noneOf("corsConfiguration.origins[]", ["*"], undefined, ANYONE)],
        [SERVICE]: [noneOf("properties.corsConfiguration.origins[]", ["*"], undefined, ANYONE)],
    },
});
