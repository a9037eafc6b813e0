import { isOneOf } from "../../src/policy/check";
import { must } from "../../src/policy/factories";
import { together } from "../../src/policy/facts";
import { UNKNOWN, is, isUnknown, not, or, some } from "../../src/policy/unknown";
import { isFilled, list, read, readAll, text } from "../../src/policy/values";

export const chaosExperimentExercisesFaults = must({
    name: "azure-chaos-experiment-exercises-faults",
    title: "Chaos experiments inject a fault into something",
    commitment: "incident-exercises",
    topic: "restore-testing",
    strength: "supporting",
    severity: "low",
    evidence: "supporting",
    since: "1.0",
    on: ["azure-native:chaos:Experiment"],
    why: "An experiment that only waits, has no targets or no identity rehearses nothing.",
    fix: "Give the experiment an action of type 'continuous' or 'discrete', selectors with targets, and an identity.",
    references: [],
    facts: [
        together("properties.steps", "The experiment injects no fault.", props =>
            some(readAll(props, "properties.steps[].branches[].actions[].type"), at =>
                is(at.value, type => ["continuous", "discrete"].includes(text(type).toLowerCase())),
            ),
        ),
        together("properties.selectors", "The experiment has no target.", props =>
            some(list(read(props, "properties.selectors")), selector => {
                if (isUnknown(selector)) return UNKNOWN;
                return or(
                    isFilled(selector, "queryString"),
                    is(list(read(selector, "targets")), targets => targets.length > 0),
                );
            }),
        ),
        together("identity.type", "The experiment has no identity to act with.", props =>
            not(isOneOf(read(props, "identity.type"), ["None"], "None")),
        ),
    ],
});
