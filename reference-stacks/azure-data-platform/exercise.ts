import * as chaos from "@pulumi/azure-native/chaos";

import { grant, groups, location, name, pairedLocation, tags } from "./config";
import { account } from "./documents";

// What people rehearse: the home region is lost to the documents' database, and its copy in the pair takes over. Do they notice, does the product
// go on, and do they bring it back? Nothing starts this by itself: people do, on the day of an exercise.
const documents = {
    resourceGroupName: groups.data.name,
    parentProviderNamespace: "Microsoft.DocumentDB",
    parentResourceType: "databaseAccounts",
    parentResourceName: account.name,
};
const target = new chaos.Target("documents", { ...documents, targetName: "Microsoft-CosmosDB", location, properties: {} });
const failover = new chaos.Capability("documents", { ...documents, targetName: target.name, capabilityName: "Failover-1.0" });
const experiment = new chaos.Experiment(
    "region-lost",
    {
        resourceGroupName: groups.operations.name,
        experimentName: `exp-${name}-region-lost`,
        location,
        identity: { type: "SystemAssigned" },
        properties: {
            selectors: [{ id: "documents", type: "List", targets: [{ id: target.id, type: "ChaosTarget" }] }],
            steps: [
                {
                    name: "lose-the-region",
                    branches: [
                        {
                            name: "documents",
                            actions: [
                                {
                                    name: "urn:csci:microsoft:cosmosDB:failover/1.0",
                                    type: "continuous",
                                    duration: "PT1H",
                                    selectorId: "documents",
                                    parameters: [{ key: "readRegion", value: pairedLocation }],
                                },
                            ],
                        },
                    ],
                },
            ],
        },
        tags,
    },
    { dependsOn: failover },
);
grant(
    "exercise",
    experiment.identity.apply(identity => identity?.principalId ?? ""),
    "Cosmos DB Operator",
    account.id,
);
