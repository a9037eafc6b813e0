import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import { regionOf, samePlace } from "../../src/policy/place";
import type { Resource } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, is, isUnknown, or } from "../../src/policy/unknown";
import { isFilled, read, readAll, truth } from "../../src/policy/values";

const STATUS = "aws:cfg/recorderStatus:RecorderStatus";
const CHANNEL = "aws:cfg/deliveryChannel:DeliveryChannel";

export const configRecorderComplete = stackPolicy({
    name: "aws-config-recorder-complete",
    title: "AWS Config records all resources continuously and delivers what it records",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: ["aws:cfg/recorder:Recorder"],
    reads: [STATUS, CHANNEL],
    why: "The record of configurations shows what was changed, when and from what; what the recorder leaves out has no history.",
    fix: "Record all types continuously, global ones in the home region, and add a RecorderStatus that is enabled and a DeliveryChannel.",
    references: ["checkov:CKV2_AWS_45", "checkov:CKV2_AWS_48", "checkov:CKV_AWS_121", "fsbp:Config.1"],
    settings: {
        maxExcludedTypes: { type: "integer", minimum: 0, default: 10, description: "Most types that a recorder may leave out." },
        homeRegion: { type: "string", default: "eu-west-2", description: "Region in which global resources are recorded." },
    },
    checkResource({ graph, resource, on, oneOf, require, settings }) {
        const excluded = readAll(resource.props, "recordingGroup.exclusionByResourceTypes[].resourceTypes[]");
        const excludes = isOneOf(readAll(resource.props, "recordingGroup.recordingStrategies[].useOnly")[0]?.value, ["EXCLUSION_BY_RESOURCE_TYPES"]);
        // A list that is not known may be of any length.
        const few: Answer = excluded.length > settings.maxExcludedTypes ? false : excluded.some(at => isUnknown(at.value)) ? UNKNOWN : true;
        const complete = or(on("recordingGroup.allSupported", true), and(excludes, few));
        require(complete, "recordingGroup", "The recorder leaves out more types than the setting maxExcludedTypes allows.");
        const elsewhere = is(regionOf(resource), region => region !== settings.homeRegion);
        const global = or(on("recordingGroup.includeGlobalResourceTypes", false), excludes);
        require(or(elsewhere, global), "recordingGroup.includeGlobalResourceTypes", "Global resources, such as IAM's, are recorded nowhere.");
        require(oneOf(
            "recordingMode.recordingFrequency",
            ["CONTINUOUS"],
            "CONTINUOUS",
        ), "recordingMode.recordingFrequency", "Changes are recorded once a day, so that what is undone within a day is not seen.");
        const unnamed = (r: Resource): boolean => read(r.props, "name") === undefined;
        const switchedOn = (status: Resource): Answer => truth(read(status.props, "isEnabled")) ?? false;
        const started = or(
            linkedSatisfies(graph.into(resource, STATUS, "name"), switchedOn),
            // Both are called "default" where neither is named.
            ...graph.of(STATUS).map(status => and(unnamed(status), unnamed(resource), switchedOn(status))),
        );
        require(started, "", "No RecorderStatus switches the recorder on.");
        const delivered = or(...graph.of(CHANNEL).map(channel => and(samePlace(channel, resource), isFilled(channel.props, "s3BucketName"))));
        require(delivered, "", "No DeliveryChannel takes what the recorder records to a bucket.");
    },
});
