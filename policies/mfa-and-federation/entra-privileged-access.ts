import { resourcePolicy } from "../../src/policy/definition";
import { or } from "../../src/policy/unknown";
import { lastsAtMost } from "../shared/durations";

export const groupActivationMfa = resourcePolicy({
    name: "entra-pim-group-activation-mfa",
    title: "Activating a privileged group asks for MFA",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "privileged-mfa",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: ["azuread:index/groupRoleManagementPolicy:GroupRoleManagementPolicy"],
    why: "Whoever takes over a signed-in session becomes an administrator where nothing more is asked of them.",
    fix: "Set activationRules.requireMultifactorAuthentication to true, or activationRules.requiredConditionalAccessAuthenticationContext.",
    references: [],
    settings: {
        strictActivation: { type: "boolean", default: false, description: "Ask for a justification and a limited time too." },
        maxHours: {
            type: "integer",
            minimum: 1,
            maximum: 24,
            default: 8,
            description: "Hours that an activation may last, where strictActivation is on.",
        },
    },
    check({ on, has, get, settings, require, partial }) {
        const mfa = on("activationRules.requireMultifactorAuthentication", false);
        const context = has("activationRules.requiredConditionalAccessAuthenticationContext");
        require(or(mfa, context), "activationRules.requireMultifactorAuthentication", "The group is activated without MFA.");
        if (context && mfa !== true) partial("what is asked stands in Conditional Access, under an authentication context");
        if (!settings.strictActivation) return;
        require(on(
            "activationRules.requireJustification",
            false,
        ), "activationRules.requireJustification", "The group is activated without a reason.");
        require(lastsAtMost(
            get("activationRules.maximumDuration"),
            settings.maxHours,
        ), "activationRules.maximumDuration", `An activation may last longer than ${String(settings.maxHours)} hours.`);
    },
});
