import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import { type Answer, UNKNOWN, is, or } from "../../src/policy/unknown";
import { read } from "../../src/policy/values";
import { compareVersions } from "../../src/policy/versions";

const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const WINDOWS = [
    "WINDOWS_SERVER_2019_CORE",
    "WINDOWS_SERVER_2019_FULL",
    "WINDOWS_SERVER_2022_CORE",
    "WINDOWS_SERVER_2022_FULL",
    "WINDOWS_SERVER_2025_CORE",
    "WINDOWS_SERVER_2025_FULL",
];

export const fargatePlatform = stackPolicy({
    name: "aws-ecs-fargate-platform-latest",
    title: "Fargate tasks run on a platform version that is maintained",
    commitment: "supported-and-patched",
    topic: "automatic-updates",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: ["aws:ecs/service:Service", "aws:ecs/taskSet:TaskSet"],
    reads: [TASK],
    why: "The platform version is the kernel and container runtime under the task: an old one gets no security fixes.",
    fix: "Leave platformVersion out, or set it to 'LATEST'.",
    references: ["aws-config:ecs-fargate-latest-platform-version", "checkov:CKV_AWS_332", "fsbp:ECS.10"],
    settings: {
        minLinuxPlatform: { type: "string", default: "1.4.0", description: "Oldest platform version for Linux tasks." },
        minWindowsPlatform: { type: "string", default: "1.0.0", description: "Oldest platform version for Windows tasks." },
    },
    checkResource(c) {
        const elsewhere = c.oneOf("launchType", ["EC2", "EXTERNAL"]);
        const version = c.word("platformVersion");
        if (elsewhere === true) {
            c.notApplicable("not on Fargate");
            return;
        }
        const { minLinuxPlatform, minWindowsPlatform } = c.settings;
        const maintained = is(version, (v): Answer => {
            if (v === undefined || v.toUpperCase() === "LATEST" || compareVersions(v, minLinuxPlatform) >= 0) return true;
            if (compareVersions(v, minWindowsPlatform) < 0) return false;
            // Windows has versions of its own: what the task runs decides.
            return linkedSatisfies(c.graph.from(c.resource, "taskDefinition", TASK), task =>
                isOneOf(read(task.props, "runtimePlatform.operatingSystemFamily"), WINDOWS, "LINUX"),
            );
        });
        c.require(
            or(elsewhere === UNKNOWN ? UNKNOWN : false, maintained),
            "platformVersion",
            "The tasks are held to an old Fargate platform version.",
        );
    },
});
