import { type Cases, UNKNOWN, of } from "../support/cases";

const policy = of("azuread:index/groupRoleManagementPolicy:GroupRoleManagementPolicy");

const MFA = "activationRules.requireMultifactorAuthentication";
const strict = { strictActivation: true };

export const cases: Cases = {
    "entra-pim-group-activation-mfa": {
        compliant: {
            "asks for MFA": policy({ roleId: "owner", activationRules: { requireMultifactorAuthentication: true } }),
            "asks for an authentication context": {
                resources: [policy({ roleId: "owner", activationRules: { requiredConditionalAccessAuthenticationContext: "c1" } })],
                partial: true,
            },
            "asks for a reason and ends soon, where that is asked": {
                resources: [
                    policy({ activationRules: { requireMultifactorAuthentication: true, requireJustification: true, maximumDuration: "PT4H30M" } }),
                ],
                settings: strict,
            },
        },
        violating: {
            "no rules: the tenant's default": [policy({ roleId: "owner" }), MFA],
            "the default said outright": [policy({ activationRules: { requireMultifactorAuthentication: false, requireJustification: true } }), MFA],
            "no reason, where that is asked": {
                resources: [policy({ activationRules: { requireMultifactorAuthentication: true, maximumDuration: "PT1H" } })],
                settings: strict,
                property: "activationRules.requireJustification",
            },
            "for a whole day, where that is asked": {
                resources: [
                    policy({ activationRules: { requireMultifactorAuthentication: true, requireJustification: true, maximumDuration: "P1D" } }),
                ],
                settings: strict,
                property: "activationRules.maximumDuration",
            },
            "for no stated time, where that is asked": {
                resources: [policy({ activationRules: { requireMultifactorAuthentication: true, requireJustification: true } })],
                settings: strict,
                property: "activationRules.maximumDuration",
            },
        },
        undetermined: {
            "known only after the update": [policy({ activationRules: { requireMultifactorAuthentication: UNKNOWN } }), MFA],
            "rules known only after the update": {
                resources: [policy({ activationRules: UNKNOWN })],
                settings: strict,
                property: "activationRules.requireJustification",
            },
            "a time that cannot be read": {
                resources: [
                    policy({ activationRules: { requireMultifactorAuthentication: true, requireJustification: true, maximumDuration: "P1M" } }),
                ],
                settings: strict,
                property: "activationRules.maximumDuration",
            },
        },
    },
};
