import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { jsonValue } from "../../src/policy/documents";
import { must } from "../../src/policy/factories";
import { together } from "../../src/policy/facts";
import { linkedSatisfies } from "../../src/policy/graph";
import type { Resource, Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, is, isUnknown, not, or, some } from "../../src/policy/unknown";
import { isFilled, list, read, text } from "../../src/policy/values";
import { EVENT_TARGET } from "../shared/alert-routes";
import { EVENT_RULE, isEnabledRule } from "../shared/aws-alerts";
import { longestGapHours } from "../shared/schedules";

const TEMPLATE = "aws:fis/experimentTemplate:ExperimentTemplate";

export const fisStopConditions = must({
    name: "aws-fis-experiment-stop-conditions",
    title: "Fault injection stops by itself when it harms the service",
    commitment: "incident-exercises",
    topic: "restore-testing",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [TEMPLATE],
    why: "An exercise that nothing stops becomes the incident that it was to rehearse.",
    fix: "Add a stopConditions entry with source 'aws:cloudwatch:alarm' and the ARN of an alarm as value.",
    references: ["aws-config:response-plan-tested"],
    facts: [
        together("stopConditions", "No alarm stops the experiment.", props =>
            some(list(read(props, "stopConditions")), condition =>
                isUnknown(condition) ? UNKNOWN : and(isOneOf(read(condition, "source"), ["aws:cloudwatch:alarm"]), isFilled(condition, "value")),
            ),
        ),
    ],
});

export const fisEvidenceLogged = must({
    name: "aws-fis-experiment-evidence-logged",
    title: "Fault injection leaves a log and a report",
    commitment: "incident-exercises",
    topic: "restore-testing",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [TEMPLATE],
    why: "A board can only learn from an exercise that left evidence.",
    fix: "Set logConfiguration with a log group or a bucket, experimentReportConfiguration with a bucket, and emptyTargetResolutionMode 'fail'.",
    references: ["aws-config:response-plan-tested"],
    facts: [
        together("logConfiguration", "The experiment is not logged.", props =>
            or(
                isFilled(props, "logConfiguration.cloudwatchLogsConfiguration.logGroupArn"),
                isFilled(props, "logConfiguration.s3Configuration.bucketName"),
            ),
        ),
        together("experimentReportConfiguration", "No report of the experiment is kept.", props =>
            isFilled(props, "experimentReportConfiguration.outputs.s3Configuration.bucketName"),
        ),
        together("experimentOptions.emptyTargetResolutionMode", "An experiment that finds no target is skipped without a word.", props =>
            not(isOneOf(read(props, "experimentOptions.emptyTargetResolutionMode"), ["skip"], "fail")),
        ),
    ],
});

const SCHEDULE = "aws:scheduler/schedule:Schedule";
const START = "arn:aws:scheduler:::aws-sdk:fis:startExperiment";

/** Does the expression come round within so many days? A year may have a day more. */
function comesRound(expression: Value | undefined, days: number): Answer {
    return is(expression, value => {
        const words = text(value ?? "").trim();
        if (words === "" || /^at\(/i.test(words)) return false;
        const hours = longestGapHours(words);
        return hours === undefined ? UNKNOWN : hours <= (days + 1) * 24;
    });
}

/** Does the schedule start experiments, and is it in force? */
function startsExperiments({ props }: Resource, days: number, today: string): Answer {
    return and(
        is(read(props, "target.arn"), arn => text(arn ?? "").toLowerCase() === START.toLowerCase()),
        not(isOneOf(read(props, "state"), ["DISABLED"], "ENABLED")),
        is(read(props, "endDate"), end => end === undefined || text(end).slice(0, 10) >= today),
        comesRound(read(props, "scheduleExpression"), days),
    );
}

/** Does the schedule's input, where it is known, name the template by its id? */
function inputNames(schedule: Resource, template: Resource): Answer {
    const input = read(schedule.props, "target.input");
    if (input === undefined || input === UNKNOWN) return false;
    return is(read(jsonValue(input) ?? {}, "ExperimentTemplateId"), id => id !== undefined && text(id) === template.id);
}

export const fisExperimentsScheduled = stackPolicy({
    name: "aws-fis-experiments-scheduled",
    title: "Fault injection is repeated on a schedule",
    commitment: "incident-exercises",
    topic: "restore-testing",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [TEMPLATE],
    reads: [SCHEDULE, EVENT_RULE, EVENT_TARGET],
    why: "An exercise that waits for somebody to start it is held once; systems and people change after it.",
    fix: "Add a scheduler Schedule whose target starts experiments from the template, or an EventRule with scheduleExpression and a target of the template's ARN.",
    references: ["aws-config:response-plan-tested"],
    settings: {
        maxIntervalDays: { type: "integer", minimum: 1, default: 365, description: "Most days between two exercises." },
    },
    checkResource({ graph, resource, settings, today, require }) {
        const days = settings.maxIntervalDays;
        const inForce = (schedule: Resource): Answer => startsExperiments(schedule, days, today);
        const bySchedule = or(
            linkedSatisfies(graph.into(resource, SCHEDULE, "target.input"), inForce),
            ...graph.of(SCHEDULE).map(schedule => and(inputNames(schedule, resource), inForce(schedule))),
        );
        const byRule = linkedSatisfies(graph.into(resource, EVENT_TARGET, "arn"), target =>
            linkedSatisfies(graph.from(target, "rule", EVENT_RULE), rule =>
                and(isEnabledRule(rule), comesRound(read(rule.props, "scheduleExpression"), days)),
            ),
        );
        require(or(bySchedule, byRule), "", `No schedule starts the experiment at least every ${String(days)} days.`);
    },
});
