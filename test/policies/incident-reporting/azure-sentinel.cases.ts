import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const workspace = of("azure-native:operationalinsights:Workspace");
const onboarding = of("azure-native:securityinsights:SentinelOnboardingState");
const rule = of("azure-native:securityinsights:AutomationRule");
type Rule = CaseProps<"azure-native:securityinsights:AutomationRule">;
type Logic = Extract<Rule["triggeringLogic"], { readonly isEnabled?: unknown }>;

const sentinel = onboarding({ workspaceName: "security" });
const owner = { actionType: "ModifyProperties" as const, order: 1, actionConfiguration: { owner: { objectId: "1", ownerType: "Group" } } };
const gives = (props: Rule = {}, logic: Partial<Logic> = {}, links = {}) =>
    rule(
        {
            workspaceName: "security",
            triggeringLogic: { isEnabled: true, triggersOn: "Incidents", triggersWhen: "Created", ...logic },
            actions: [owner],
            ...props,
        },
        links,
    );

export const cases: Cases = {
    "azure-sentinel-incident-automation": {
        compliant: {
            "an owner": [sentinel, gives()],
            "a playbook": [sentinel, gives({ actions: [{ actionType: "RunPlaybook", order: 1 }] })],
            "by dependency": (() => {
                const one = workspace({});
                return [
                    onboarding({ workspaceName: UNKNOWN }, { workspaceName: one }),
                    gives({ workspaceName: UNKNOWN }, {}, { workspaceName: one }),
                ];
            })(),
            "until next year": [sentinel, gives({}, { expirationTimeUtc: "2027-06-30T00:00:00Z" })],
        },
        violating: {
            "no rule": [sentinel, ""],
            "a rule of another workspace": [[sentinel, gives({ workspaceName: "other" })], ""],
            "a rule that is off": [[sentinel, gives({}, { isEnabled: false })], ""],
            "a rule on alerts": [[sentinel, gives({}, { triggersOn: "Alerts" })], ""],
            "a rule on changes": [[sentinel, gives({}, { triggersWhen: "Updated" })], ""],
            "a rule that closes incidents": [
                [sentinel, gives({ actions: [{ actionType: "ModifyProperties", order: 1, actionConfiguration: { status: "Closed" } }] })],
                "",
            ],
            "a rule whose time is up": [[sentinel, gives({}, { expirationTimeUtc: "2026-06-30T00:00:00Z" })], ""],
        },
        undetermined: {
            "of a workspace not known yet": [[sentinel, gives({ workspaceName: UNKNOWN })], ""],
            "perhaps on": [[sentinel, gives({}, { isEnabled: UNKNOWN })], ""],
            "actions known only after the update": [[sentinel, gives({ actions: UNKNOWN })], ""],
        },
    },
};
