import { daysBetween, isDate } from "../../src/policy/dates";
import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { must } from "../../src/policy/factories";
import { fact, oneOf } from "../../src/policy/facts";
import { tagValue } from "../../src/policy/tags";
import { UNKNOWN, is, not, or, some } from "../../src/policy/unknown";
import { lastsAtMost } from "../shared/durations";
import { shortLived } from "../shared/ephemeral";

/** What runs a service, or keeps its data. */
const WORK = [
    "azure-native:compute:VirtualMachine",
    "azure-native:compute:VirtualMachineScaleSet",
    "azure-native:containerservice:ManagedCluster",
    "azure-native:app:ContainerApp",
    "azure-native:web:WebApp",
    "azure-native:sql:Database",
    "azure-native:sql:ManagedInstance",
    "azure-native:dbforpostgresql:Server",
    "azure-native:dbformysql:Server",
    "azure-native:cosmosdb:DatabaseAccount",
] as const;

const EXERCISES = [
    "azure-native:chaos:Experiment",
    "azure-native:azureresiliencemanagement:Drill",
    "azure-native:recoveryservices:ReplicationRecoveryPlan",
] as const;

const PRODUCTION = ["production", "prod", "live"];

export const exerciseDefined = stackPolicy({
    name: "azure-resilience-exercise-defined",
    title: "A production stack defines an exercise of its failure",
    commitment: "incident-exercises",
    topic: "restore-testing",
    strength: "supporting",
    severity: "low",
    evidence: "supporting",
    since: "1.0",
    on: WORK,
    reads: EXERCISES,
    why: "A service whose failure nobody has rehearsed is learnt about in the incident.",
    fix: "Add a chaos Experiment, a Drill or a ReplicationRecoveryPlan, or say in inheritedFrom which stack holds it.",
    references: [],
    checkStack(c) {
        const { graph, estate } = c;
        const production = some(graph.of(...WORK), resource =>
            is(tagValue(resource, estate.tags.environment), tag => PRODUCTION.includes(tag?.toLowerCase() ?? "")),
        );
        if (production === false || estate.ephemeral) c.notApplicable("no compute or database in this stack that is tagged as production");
        else
            c.require(
                or(not(production), graph.of(...EXERCISES).length > 0),
                "",
                "The stack is of production, and defines no exercise of its failure.",
            );
    },
});

export const goalHasObjectives = must({
    name: "azure-resilience-goal-has-objectives",
    title: "Resilience goals say how soon a service must be back, and how much it may lose",
    commitment: "incident-exercises",
    topic: "restore-testing",
    strength: "supporting",
    severity: "low",
    evidence: "supporting",
    since: "1.0",
    on: ["azure-native:azureresiliencemanagement:GoalTemplate"],
    why: "An exercise can only succeed or fail against a time within which the service must be back.",
    fix: "Set requireDisasterRecovery 'Required', with regionalRecoveryTimeObjective and regionalRecoveryPointObjective within the settings.",
    references: [],
    settings: {
        maxRtoHours: { type: "integer", minimum: 1, default: 24, description: "Hours within which the service must be back in another region." },
        maxRpoHours: { type: "integer", minimum: 1, default: 4, description: "Hours of data that may be lost when the region is." },
    },
    facts: ({ maxRtoHours, maxRpoHours }) => [
        oneOf("properties.requireDisasterRecovery", ["Required"], "NotRequired", "The goal asks for no recovery in another region."),
        fact(
            "properties.regionalRecoveryTimeObjective",
            `The goal sets no time of at most ${String(maxRtoHours)} hours within which the service must be back.`,
            duration => lastsAtMost(duration, maxRtoHours),
        ),
        fact(
            "properties.regionalRecoveryPointObjective",
            `The goal sets no limit of at most ${String(maxRpoHours)} hours to the data that may be lost.`,
            duration => lastsAtMost(duration, maxRpoHours),
        ),
    ],
});

export const exerciseTagCurrent = resourcePolicy({
    name: "azure-exercise-evidence-tag-current",
    title: "A tag that dates the last incident exercise is recent",
    commitment: "incident-exercises",
    topic: "restore-testing",
    strength: "supporting",
    severity: "low",
    evidence: "supporting",
    since: "1.0",
    on: ["azure-native:chaos:Experiment", "azure-native:recoveryservices:Vault", "azure-native:resources:ResourceGroup"],
    why: "A date that is years old shows that the service was exercised once, and not that anyone still can.",
    fix: "After each exercise write its date into the tag, as YYYY-MM-DD.",
    references: [],
    settings: {
        tag: { type: "string", default: "lastIncidentExercise", description: "Key of the tag that dates the last exercise." },
        maxAgeDays: { type: "integer", minimum: 1, default: 365, description: "Days for which an exercise counts." },
        requireTag: {
            type: "boolean",
            default: false,
            description: "Ask for the tag on every experiment, Recovery Services vault, and resource group with a tag that names its service.",
        },
    },
    check(c) {
        const { tag, maxAgeDays, requireTag } = c.settings;
        const spared = shortLived(c);
        const value = tagValue(c.resource, tag);
        const asked = c.type === "azure-native:resources:ResourceGroup" ? c.tagged("service") : true;
        if (spared !== undefined) c.notApplicable(spared);
        else if (value === UNKNOWN) c.undetermined("tags", "The date of the last exercise is not known before the update.");
        else if (value !== undefined) {
            const day = value.replace(/T.*$/, "");
            const age = daysBetween(day, c.today);
            if (!isDate(day)) c.violation("tags", "The tag that dates the last exercise holds no date of the form YYYY-MM-DD.");
            else if (age < 0) c.violation("tags", "The tag that dates the last exercise holds a date that is still to come.");
            else c.require(age <= maxAgeDays, "tags", `The last exercise was more than ${String(maxAgeDays)} days ago.`);
        } else if (requireTag && asked !== false) c.require(not(asked), "tags", "No tag says when the last exercise was.");
        else c.notApplicable("no tag dates an exercise, and none is asked for");
    },
});
