import { type CaseProps, type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const machine = of("azure-native:compute:VirtualMachine");
const database = of("azure-native:dbforpostgresql:Server");
const experiment = of("azure-native:chaos:Experiment");
const drill = of("azure-native:azureresiliencemanagement:Drill");
const plan = of("azure-native:recoveryservices:ReplicationRecoveryPlan");
const vault = of("azure-native:recoveryservices:Vault");
const group = of("azure-native:resources:ResourceGroup");
const goal = of("azure-native:azureresiliencemanagement:GoalTemplate");

const production = machine({ tags: { environment: "production" } });

type Objectives = Exclude<NonNullable<CaseProps<"azure-native:azureresiliencemanagement:GoalTemplate">["properties"]>, symbol>;
const objectives = (properties: Objectives = {}) =>
    goal({
        serviceGroupName: "records",
        properties: {
            goalType: "Resiliency",
            requireDisasterRecovery: "Required",
            regionalRecoveryTimeObjective: "PT8H",
            regionalRecoveryPointObjective: "PT1H",
            ...properties,
        },
    });
const TIME = "properties.regionalRecoveryTimeObjective";
const POINT = "properties.regionalRecoveryPointObjective";

const dated = (lastIncidentExercise: string | typeof UNKNOWN) => vault({ tags: { lastIncidentExercise } });
const required = (resource: CaseResource) => ({ resources: [resource], settings: { requireTag: true }, property: "tags" });

export const cases: Cases = {
    "azure-resilience-exercise-defined": {
        compliant: {
            "an experiment": [production, experiment({ resourceGroupName: "rg" })],
            "a drill": [production, drill({ serviceGroupName: "records" })],
            "a recovery plan": [production, plan({ resourceGroupName: "rg", resourceName: "rsv" })],
        },
        violating: {
            "a machine of production alone": [production, ""],
            "a database, with a short word and another key": {
                resources: [database({ tags: { Stage: "Prod" } })],
                estate: { tags: { environment: "stage" } },
                property: "",
            },
        },
        undetermined: { "tags known only after the update": [machine({ tags: UNKNOWN }), ""] },
        notApplicable: {
            "tagged as a test": machine({ tags: { environment: "test" } }),
            "not tagged": database({}),
            "neither compute nor database": group({ tags: { environment: "production" } }),
            "a stack that is thrown away": { resources: [production], estate: { ephemeral: true } },
        },
    },
    "azure-resilience-goal-has-objectives": {
        compliant: {
            "both within the limits": objectives(),
            "at the limits": objectives({ regionalRecoveryTimeObjective: "P1D", regionalRecoveryPointObjective: "PT4H" }),
            "higher limits by setting": {
                resources: [objectives({ regionalRecoveryTimeObjective: "P2D" })],
                settings: { maxRtoHours: 48 },
            },
        },
        violating: {
            "no properties": [goal({ serviceGroupName: "records" }), TIME],
            "recovery not asked for": [objectives({ requireDisasterRecovery: "NotRequired" }), "properties.requireDisasterRecovery"],
            "no time": [goal({ properties: { requireDisasterRecovery: "Required", regionalRecoveryPointObjective: "PT1H" } }), TIME],
            "too long a time": [objectives({ regionalRecoveryTimeObjective: "P2D" }), TIME],
            "too much lost": [objectives({ regionalRecoveryPointObjective: "PT4H30M" }), POINT],
        },
        undetermined: {
            "a time known only after the update": [objectives({ regionalRecoveryTimeObjective: UNKNOWN }), TIME],
            "a duration in other words": [objectives({ regionalRecoveryPointObjective: "P1W" }), POINT],
        },
    },
    "azure-exercise-evidence-tag-current": {
        compliant: {
            "this spring": dated("2026-05-01"),
            "with the time of day": dated("2026-05-01T10:00:00Z"),
            today: dated("2026-11-22"),
            "to the day a year ago": experiment({ tags: { LastIncidentExercise: "2025-11-22" } }),
            "under another key": {
                resources: [group({ tags: { exercised: "2026-10-01" } })],
                settings: { tag: "exercised" },
            },
        },
        violating: {
            "more than a year ago": [dated("2025-11-21"), "tags"],
            "still to come": [dated("2026-11-23"), "tags"],
            "no date": [dated("last spring"), "tags"],
            "no day of the calendar": [dated("2026-02-30"), "tags"],
            "an experiment without the tag, where it is required": required(experiment({})),
            "a group of a service without the tag, where it is required": required(group({ tags: { service: "records" } })),
        },
        undetermined: {
            "a date known only after the update": [dated(UNKNOWN), "tags"],
            "tags known only after the update": [vault({ tags: UNKNOWN }), "tags"],
        },
        notApplicable: {
            "no tag": vault({}),
            "a group of no service, where it is required": required(group({})),
            "a stack that is thrown away": { resources: [dated("2020-01-01")], estate: { ephemeral: true } },
        },
    },
};
