import { type CaseProps, type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const registry = of("azure-native:containerregistry:Registry");
const premium = (policies?: NonNullable<CaseProps<"azure-native:containerregistry:Registry">["policies"]>) =>
    registry({ sku: { name: "Premium" }, ...(policies === undefined ? {} : { policies }) });

const PROPERTY = "policies.quarantinePolicy.status";
const asked = (resource: CaseResource) => ({ resources: [resource], settings: { requireQuarantine: true }, property: PROPERTY });

export const cases: Cases = {
    "azure-acr-quarantine-policy": {
        compliant: { "held back": asked(premium({ quarantinePolicy: { status: "enabled" } })) },
        violating: {
            "left out": asked(premium()),
            "the default said outright": asked(premium({ quarantinePolicy: { status: "disabled" } })),
        },
        undetermined: {
            "known only after the update": asked(premium({ quarantinePolicy: { status: UNKNOWN } })),
            "a tier known only after the update": asked(registry({ sku: { name: UNKNOWN } })),
        },
        notApplicable: {
            "not asked for": premium(),
            "a lesser tier": asked(registry({ sku: { name: "Standard" } })),
        },
    },
};
