import { type Cases, UNKNOWN, of } from "../support/cases";

const workspace = of("azure-native:healthcareapis:Workspace");
const service = of("azure-native:healthcareapis:Service");
const fhir = of("azure-native:healthcareapis:FhirService");
const dicom = of("azure-native:healthcareapis:DicomService");
const endpoint = of("azure-native:network:PrivateEndpoint");

const health = workspace({ resourceGroupName: "rg", workspaceName: "health" });
const idOf = (name: string): string => `/subscriptions/s/resourceGroups/rg/providers/Microsoft.HealthcareApis/workspaces/${name}`;
const PUBLIC = "properties.publicNetworkAccess";
const pages = ["https://records.example.nhs.uk"];

export const cases: Cases = {
    "azure-health-data-no-public-network": {
        compliant: {
            "an endpoint, made from the workspace": [
                health,
                endpoint(
                    { privateLinkServiceConnections: [{ groupIds: ["healthcareworkspace"], privateLinkServiceId: UNKNOWN }] },
                    { privateLinkServiceConnections: health },
                ),
            ],
            "an endpoint, by the workspace's id": [health, endpoint({ privateLinkServiceConnections: [{ privateLinkServiceId: idOf("health") }] })],
            "an API for FHIR that is shut": service({ kind: "fhir-R4", properties: { publicNetworkAccess: "Disabled" } }),
        },
        violating: {
            "no endpoint": [health, ""],
            "an endpoint of another workspace": [
                [health, endpoint({ privateLinkServiceConnections: [{ privateLinkServiceId: idOf("other") }] })],
                "",
            ],
            "an API for FHIR that says nothing": [service({ kind: "fhir-R4" }), PUBLIC],
            "an API for FHIR that is open, said outright": [service({ kind: "fhir-R4", properties: { publicNetworkAccess: "Enabled" } }), PUBLIC],
        },
        undetermined: {
            "perhaps an endpoint of this workspace": [[health, endpoint({ privateLinkServiceConnections: [{ privateLinkServiceId: UNKNOWN }] })], ""],
            "known only after the update": [service({ kind: "fhir-R4", properties: UNKNOWN }), PUBLIC],
        },
    },
    "azure-fhir-cors-restricted": {
        compliant: {
            "left out: no other site": [fhir({ workspaceName: "health" }), dicom({ workspaceName: "health" }), service({ kind: "fhir-R4" })],
            "one's own pages": fhir({ workspaceName: "health", corsConfiguration: { origins: pages } }),
            "no site, said outright": dicom({ workspaceName: "health", corsConfiguration: { origins: [] } }),
        },
        violating: {
            "every site": [fhir({ workspaceName: "health", corsConfiguration: { origins: ["*"] } }), "corsConfiguration.origins[0]"],
            "every site besides one's own": [
                dicom({ workspaceName: "health", corsConfiguration: { origins: [...pages, "*"] } }),
                "corsConfiguration.origins[1]",
            ],
            "every site, on the API for FHIR": [
                service({ kind: "fhir-R4", properties: { corsConfiguration: { origins: ["*"] } } }),
                "properties.corsConfiguration.origins[0]",
            ],
        },
        undetermined: {
            "known only after the update": [fhir({ workspaceName: "health", corsConfiguration: UNKNOWN }), "corsConfiguration"],
            "a site known only after the update": [
                fhir({ workspaceName: "health", corsConfiguration: { origins: [UNKNOWN] } }),
                "corsConfiguration.origins[0]",
            ],
        },
    },
};
