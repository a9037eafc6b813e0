import { type Cases, UNKNOWN, of } from "../support/cases";

const cluster = of("azure-native:servicefabric:ManagedCluster");
const level = (value: string | typeof UNKNOWN): ReturnType<typeof cluster> =>
    cluster({ fabricSettings: [{ name: "Security", parameters: [{ name: "ClusterProtectionLevel", value }] }] });

export const cases: Cases = {
    "azure-service-fabric-protection-level": {
        compliant: {
            "left out": cluster({}),
            "signed and encrypted": level("EncryptAndSign"),
            "other settings": cluster({ fabricSettings: [{ name: "Hosting", parameters: [{ name: "ClusterProtectionLevel", value: "None" }] }] }),
        },
        violating: {
            "signed only": [level("Sign"), "fabricSettings[0].parameters[0]"],
            none: [level("None"), "fabricSettings[0].parameters[0]"],
        },
        undetermined: {
            "a level known only after the update": [level(UNKNOWN), "fabricSettings[0].parameters[0]"],
            "settings known only after the update": [cluster({ fabricSettings: UNKNOWN }), "fabricSettings"],
        },
    },
};
