import { resourcePolicy } from "../../src/policy/definition";
import { is } from "../../src/policy/unknown";
import { type At, read, readAll, text } from "../../src/policy/values";
import { regionName } from "../shared/azure-regions";

const GROUP = "azure-native:resources:ResourceGroup";
const COSMOS = "azure-native:cosmosdb:DatabaseAccount";

export const ukDataResidency = resourcePolicy({
    name: "azure-uk-data-residency",
    title: "Data stands in approved regions",
    commitment: "standards-met",
    topic: "secure-configuration",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [
        GROUP,
        "azure-native:storage:StorageAccount",
        "azure-native:sql:Server",
        COSMOS,
        "azure-native:dbforpostgresql:Server",
        "azure-native:dbformysql:Server",
        "azure-native:keyvault:Vault",
        "azure-native:recoveryservices:Vault",
        "azure-native:dataprotection:BackupVault",
        "azure-native:operationalinsights:Workspace",
        "azure-native:healthcareapis:Workspace",
    ],
    why: "Where records may be kept is agreed with those whose they are; a copy elsewhere is under another law.",
    fix: "Set location (locations[].locationName of Cosmos DB) to one of the estate's approvedRegions.",
    references: [
        "azure-policy:e56962a6-4747-49cd-b67b-bf8b01975c4c",
        "azure-policy:e765b5de-1225-4ba3-bd56-1ac6695af988",
        "azure-policy:0473574d-2d43-4217-aefe-941fcdf7e684",
    ],
    check(c) {
        const { props, provider } = c.resource;
        const own = read(props, "location") ?? read(provider?.props ?? {}, "location");
        const places: At[] = c.type === COSMOS ? [...readAll(props, "locations[].locationName")] : [];
        if (own !== undefined) places.unshift({ path: "location", value: own });
        if (places.length > 0) {
            const approved = c.estate.approvedRegions.map(regionName);
            for (const { path, value } of places)
                c.requireAt(
                    is(value, place => approved.includes(regionName(text(place)))),
                    path,
                    "It stands outside the approved regions.",
                );
        } else if (c.type === GROUP) c.undetermined("location", "Not known before the update where the group stands.");
        else c.notApplicable("stands where its resource group does, which is judged where it is declared");
    },
});
