import { type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const template = of("aws:fis/experimentTemplate:ExperimentTemplate");
const logged = {
    logConfiguration: { logSchemaVersion: 2, cloudwatchLogsConfiguration: { logGroupArn: UNKNOWN } },
    experimentReportConfiguration: { outputs: { s3Configuration: { bucketName: "exercise-reports" } } },
} as const;

const schedule = of("aws:scheduler/schedule:Schedule");
const rule = of("aws:cloudwatch/eventRule:EventRule");
const target = of("aws:cloudwatch/eventTarget:EventTarget");

const outage = template({ description: "A zone fails" });
interface When {
    readonly scheduleExpression?: string | typeof UNKNOWN;
    readonly state?: string | typeof UNKNOWN;
    readonly endDate?: string;
    readonly arn?: string | typeof UNKNOWN;
}
const flexibleTimeWindow = { mode: "OFF" };
const START = "arn:aws:scheduler:::aws-sdk:fis:startExperiment";
const starting = ({ arn = START, scheduleExpression = "rate(90 days)", ...when }: When = {}): CaseResource =>
    schedule({ flexibleTimeWindow, scheduleExpression, ...when, target: { arn, roleArn: UNKNOWN, input: UNKNOWN } }, { target: outage });
const yearly = rule({ scheduleExpression: "cron(0 9 1 3 ? *)" });
const off = rule({ scheduleExpression: "rate(30 days)", state: "DISABLED" });
const byRule = (source: CaseResource): CaseResource => target({ rule: UNKNOWN, arn: UNKNOWN }, { rule: source, arn: outage });

export const cases: Cases = {
    "aws-fis-experiment-stop-conditions": {
        compliant: {
            "an alarm": template({
                stopConditions: [{ source: "aws:cloudwatch:alarm", value: "arn:aws:cloudwatch:eu-west-2:111122223333:alarm:errors" }],
            }),
            "an alarm whose ARN is not known": template({ stopConditions: [{ source: "aws:cloudwatch:alarm", value: UNKNOWN }] }),
        },
        violating: {
            "none, said outright": [template({ stopConditions: [{ source: "none" }] }), "stopConditions"],
            "left out": [template({}), "stopConditions"],
        },
        undetermined: {
            "a source that is not known": [template({ stopConditions: [{ source: UNKNOWN, value: UNKNOWN }] }), "stopConditions"],
            "conditions that are not known": [template({ stopConditions: UNKNOWN }), "stopConditions"],
        },
    },
    "aws-fis-experiment-evidence-logged": {
        compliant: {
            "a log group and a report": template(logged),
            "no target fails, said outright": template({ ...logged, experimentOptions: { emptyTargetResolutionMode: "fail" } }),
        },
        violating: {
            "no log": [template({ experimentReportConfiguration: logged.experimentReportConfiguration }), "logConfiguration"],
            "no report": [template({ logConfiguration: logged.logConfiguration }), "experimentReportConfiguration"],
            "an exercise without targets is skipped": [
                template({ ...logged, experimentOptions: { emptyTargetResolutionMode: "skip" } }),
                "experimentOptions.emptyTargetResolutionMode",
            ],
        },
        undetermined: {
            "a mode that is not known": [
                template({ ...logged, experimentOptions: { emptyTargetResolutionMode: UNKNOWN } }),
                "experimentOptions.emptyTargetResolutionMode",
            ],
        },
    },
    "aws-fis-experiments-scheduled": {
        compliant: {
            "every three months": [outage, starting()],
            "once a year, though a leap year have a day more": [outage, starting({ scheduleExpression: "cron(0 9 1 3 ? *)" })],
            "in force, said outright": [outage, starting({ state: "ENABLED", endDate: "2030-01-01T00:00:00Z" })],
            "by a rule": [outage, yearly, byRule(yearly)],
        },
        violating: {
            "absent: no schedule": [outage, ""],
            "a schedule of another template": [
                [
                    outage,
                    schedule({
                        flexibleTimeWindow,
                        scheduleExpression: "rate(30 days)",
                        target: { arn: START, roleArn: "r", input: JSON.stringify({ ExperimentTemplateId: "EXT1" }) },
                    }),
                ],
                "",
            ],
            once: [[outage, starting({ scheduleExpression: "at(2027-03-01T09:00:00)" })], ""],
            "every two years": [[outage, starting({ scheduleExpression: "rate(730 days)" })], ""],
            "a schedule that is off": [[outage, starting({ state: "DISABLED" })], ""],
            "a schedule that has ended": [[outage, starting({ endDate: "2026-01-01T00:00:00Z" })], ""],
            "a schedule that does something else": [[outage, starting({ arn: "arn:aws:scheduler:::aws-sdk:fis:getExperimentTemplate" })], ""],
            "a rule that is off": [[outage, off, byRule(off)], ""],
            "monthly, by setting": { resources: [outage, starting()], settings: { maxIntervalDays: 31 }, property: "" },
        },
        undetermined: {
            "an expression that is not known": [[outage, starting({ scheduleExpression: UNKNOWN })], ""],
            "perhaps off": [[outage, starting({ state: UNKNOWN })], ""],
            "a target that is not known": [[outage, starting({ arn: UNKNOWN })], ""],
            "an input that is not known": [
                [outage, schedule({ flexibleTimeWindow, scheduleExpression: "rate(30 days)", target: { arn: START, roleArn: "r", input: UNKNOWN } })],
                "",
            ],
        },
    },
};
