import { isOneOf } from "../../src/policy/check";
import { must } from "../../src/policy/factories";
import { together } from "../../src/policy/facts";
import { UNKNOWN, and, isUnknown, not, or, some } from "../../src/policy/unknown";
import { isFilled, list, read } from "../../src/policy/values";

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
