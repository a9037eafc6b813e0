import { type Cases, UNKNOWN, of } from "../support/cases";

const template = of("aws:fis/experimentTemplate:ExperimentTemplate");
const logged = {
    logConfiguration: { logSchemaVersion: 2, cloudwatchLogsConfiguration: { logGroupArn: UNKNOWN } },
    experimentReportConfiguration: { outputs: { s3Configuration: { bucketName: "exercise-reports" } } },
} as const;

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
};
