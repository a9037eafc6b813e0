import { type Cases, UNKNOWN, of } from "../support/cases";

const group = of("azure-native:resources:ResourceGroup");
const account = of("azure-native:storage:StorageAccount");
const cosmos = of("azure-native:cosmosdb:DatabaseAccount");

export const cases: Cases = {
    "azure-uk-data-residency": {
        compliant: {
            "in the UK": [group({ location: "uksouth" }), account({ location: "UK West" })],
            "every copy in the UK": cosmos({ location: "uksouth", locations: [{ locationName: "UK South" }, { locationName: "ukwest" }] }),
            "another region of the estate": {
                resources: [account({ location: "northeurope" })],
                estate: { approvedRegions: ["North Europe"] },
            },
        },
        violating: {
            elsewhere: [account({ location: "westeurope" }), "location"],
            "a group elsewhere": [group({ location: "East US" }), "location"],
            "a copy elsewhere": [
                cosmos({ location: "uksouth", locations: [{ locationName: "uksouth" }, { locationName: "northeurope" }] }),
                "locations[1].locationName",
            ],
        },
        undetermined: {
            "known only after the update": [account({ location: UNKNOWN }), "location"],
            "a copy known only after the update": [cosmos({ location: "uksouth", locations: UNKNOWN }), "locations"],
            "a group that says nothing": [group({}), "location"],
        },
        notApplicable: { "left out: where its group stands": account({ resourceGroupName: UNKNOWN }) },
    },
};
