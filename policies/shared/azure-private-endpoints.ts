export const PRIVATE_ENDPOINT = "azure-native:network:PrivateEndpoint";

/** Where a private endpoint names the service to which it leads. */
export const ENDPOINT_TARGETS = [
    "privateLinkServiceConnections[].privateLinkServiceId",
    "manualPrivateLinkServiceConnections[].privateLinkServiceId",
] as const;
