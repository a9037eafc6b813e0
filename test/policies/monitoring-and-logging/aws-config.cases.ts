import { type CaseProps, type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const recorder = of("aws:cfg/recorder:Recorder");
const status = of("aws:cfg/recorderStatus:RecorderStatus");
const channel = of("aws:cfg/deliveryChannel:DeliveryChannel");

type Recorder = CaseProps<"aws:cfg/recorder:Recorder">;
const recorderOf = (over: Recorder = {}): CaseResource =>
    recorder({ name: "records", region: "eu-west-2", recordingGroup: { includeGlobalResourceTypes: true }, ...over });
const on = status({ name: "records", isEnabled: true, region: "eu-west-2" });
const delivered = channel({ s3BucketName: "logs", region: "eu-west-2" });
const working = (over: Recorder = {}): readonly CaseResource[] => [recorderOf(over), on, delivered];
const excluding = (...resourceTypes: string[]): Recorder => ({
    recordingGroup: {
        allSupported: false,
        recordingStrategies: [{ useOnly: "EXCLUSION_BY_RESOURCE_TYPES" }],
        exclusionByResourceTypes: [{ resourceTypes }],
    },
});
const GLOBAL = "recordingGroup.includeGlobalResourceTypes";

export const cases: Cases = {
    "aws-config-recorder-complete": {
        compliant: {
            "all types, continuously, started and delivered": working(),
            "the defaults said outright": working({
                recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
                recordingMode: { recordingFrequency: "CONTINUOUS" },
            }),
            "all but a few types": working(excluding("AWS::EC2::NetworkInterface")),
            "global resources are recorded in the home region only": [
                recorderOf({ region: "eu-west-1", recordingGroup: { allSupported: true } }),
                status({ name: "records", isEnabled: true, region: "eu-west-1" }),
                channel({ s3BucketName: "logs", region: "eu-west-1" }),
            ],
            "recorder, status and channel by their default names": [
                recorder({ region: "eu-west-2", recordingGroup: { includeGlobalResourceTypes: true } }),
                status({ isEnabled: true }),
                delivered,
            ],
        },
        violating: {
            "named types only": [working({ recordingGroup: { allSupported: false, resourceTypes: ["AWS::EC2::Instance"] } }), "recordingGroup"],
            "more types left out than allowed": {
                resources: working(excluding("AWS::EC2::NetworkInterface", "AWS::EC2::Volume")),
                settings: { maxExcludedTypes: 1 },
                property: "recordingGroup",
            },
            "global resources left out, as by default": [working({ recordingGroup: { allSupported: true } }), GLOBAL],
            "once a day": [working({ recordingMode: { recordingFrequency: "DAILY" } }), "recordingMode.recordingFrequency"],
            "a recorder that is not started": [[recorderOf(), status({ name: "records", isEnabled: false }), delivered], ""],
            "no delivery channel": [[recorderOf(), on], ""],
        },
        undetermined: {
            "a region that is not known": [
                [recorder({ name: "records", recordingGroup: { allSupported: true } }), on, channel({ s3BucketName: "logs" })],
                GLOBAL,
            ],
            "types that are not known": [
                working({
                    recordingGroup: {
                        allSupported: false,
                        recordingStrategies: [{ useOnly: "EXCLUSION_BY_RESOURCE_TYPES" }],
                        exclusionByResourceTypes: [{ resourceTypes: UNKNOWN }],
                    },
                }),
                "recordingGroup",
            ],
            "a frequency that is not known": [working({ recordingMode: { recordingFrequency: UNKNOWN } }), "recordingMode.recordingFrequency"],
            "perhaps started": [[recorderOf(), status({ name: "records", isEnabled: UNKNOWN }), delivered], ""],
        },
    },
};
