import type { StandIn } from "./asked";

/** The tenant, subscription and principal that stand in for the caller's. */
export const TENANT = "00000000-0000-4000-8000-000000000001";
export const SUBSCRIPTION = "00000000-0000-4000-8000-000000000002";
const CLIENT = "00000000-0000-4000-8000-000000000003";
const PRINCIPAL = "00000000-0000-4000-8000-000000000004";
const LOCATION = "uksouth";

function text(value: unknown, otherwise: string): string {
    return typeof value === "string" && value !== "" ? value : otherwise;
}

/** By the token without an API version: "azure-native:resources:getResourceGroup". */
export const AZURE: Readonly<Record<string, StandIn>> = {
    "azure-native:authorization:getClientConfig": () => ({
        clientId: CLIENT,
        objectId: PRINCIPAL,
        subscriptionId: SUBSCRIPTION,
        tenantId: TENANT,
    }),
    "azure-native:authorization:getClientToken": () => ({ token: "charter-preview" }),
    "azure-native:resources:getResourceGroup": ({ args }) => {
        const name = text(args.resourceGroupName, "charter-preview");
        return {
            id: `/subscriptions/${SUBSCRIPTION}/resourceGroups/${name}`,
            name,
            location: LOCATION,
            type: "Microsoft.Resources/resourceGroups",
            properties: { provisioningState: "Succeeded" },
            tags: {},
        };
    },
    "azuread:index:getClientConfig": () => ({ id: `${TENANT}-${CLIENT}-${PRINCIPAL}`, clientId: CLIENT, objectId: PRINCIPAL, tenantId: TENANT }),
    "azuread:index:getDomains": ({ args }) => ({
        ...args,
        id: "domains",
        domains: [
            {
                domainName: "example.onmicrosoft.com",
                adminManaged: true,
                authenticationType: "Managed",
                default: true,
                initial: true,
                root: true,
                supportedServices: ["Email"],
                verified: true,
            },
        ],
    }),
};
