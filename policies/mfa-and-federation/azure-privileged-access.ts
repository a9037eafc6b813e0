import { isOneOf } from "../../src/policy/check";
import { resourcePolicy } from "../../src/policy/definition";
import { must } from "../../src/policy/factories";
import { each, fact, oneOf } from "../../src/policy/facts";
import { UNKNOWN, and, isUnknown, not, or, some } from "../../src/policy/unknown";
import { list, read, text, truth } from "../../src/policy/values";

export const roleActivationMfa = resourcePolicy({
    name: "azure-pim-role-policy-activation-mfa",
    title: "Activating an Azure role asks for MFA",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "privileged-mfa",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: ["azure-native:authorization:RoleManagementPolicy"],
    why: "Whoever takes over a signed-in session becomes an owner where activation asks nothing more of them.",
    fix: "List 'MultiFactorAuthentication' in enabledRules of the rule 'Enablement_EndUser_Assignment', or enable an authentication context rule.",
    references: [],
    check({ get, require, partial, notApplicable }) {
        const rules = list(get("rules"));
        const isRule = (id: string) => some(rules, rule => isOneOf(read(rule, "id"), [id]));
        const byMfa = some(rules, rule =>
            and(
                isOneOf(read(rule, "id"), ["Enablement_EndUser_Assignment"]),
                some(list(read(rule, "enabledRules")), name => isOneOf(name, ["MultiFactorAuthentication"])),
            ),
        );
        const byContext = some(rules, rule =>
            and(isOneOf(read(rule, "id"), ["AuthenticationContext_EndUser_Assignment"]), truth(read(rule, "isEnabled")) ?? false),
        );
        const asked = isRule("Enablement_EndUser_Assignment");
        if (asked === false && byContext === false) {
            notApplicable("leaves what activation asks for as it is");
            return;
        }
        require(or(byMfa, byContext, not(asked)), "rules", "The role is activated without MFA.");
        if (byMfa === false && byContext === true) partial("what is asked stands in Conditional Access, under an authentication context");
    },
});

export const lighthouseMfa = must({
    name: "azure-lighthouse-delegation-mfa",
    title: "Activating delegated access asks for MFA",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "privileged-mfa",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: ["azure-native:managedservices:RegistrationDefinition"],
    why: "A service provider's stolen session reaches every customer at once where activation asks for nothing more.",
    fix: "Set justInTimeAccessPolicy.multiFactorAuthProvider of every eligible authorisation to 'Azure'.",
    references: ["azure-policy:76bed37b-484f-430f-a009-fd7592dff818", "azure-policy:7a8a51a3-ad87-4def-96f3-65a1839242b6"],
    settings: {
        deniedPermanentRoleIds: {
            type: "array",
            items: { type: "string" },
            default: [],
            description: "Ids of roles that may be delegated only by activation, never for good.",
        },
    },
    unless: ({ get, settings }) => {
        const eligible = list(get("properties.eligibleAuthorizations"));
        if (settings.deniedPermanentRoleIds.length > 0) return undefined;
        if (isUnknown(eligible)) return UNKNOWN;
        return eligible.length === 0 ? "delegates nothing by activation; MFA of permanent access is the managing tenant's" : undefined;
    },
    facts: ({ deniedPermanentRoleIds }) => [
        ...each(
            "properties.eligibleAuthorizations",
            oneOf("justInTimeAccessPolicy.multiFactorAuthProvider", ["Azure"], "None", "The delegated role is activated without MFA."),
        ),
        fact("properties.authorizations[].roleDefinitionId", "A role is delegated for good that may only be delegated by activation.", value => {
            const id = text(value ?? "").toLowerCase();
            return !deniedPermanentRoleIds.some(denied => id === denied.toLowerCase() || id.endsWith(`/${denied.toLowerCase()}`));
        }),
    ],
});
