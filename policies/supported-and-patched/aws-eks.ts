import { lifecycle } from "../../src/charter/lifecycles";
import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { must } from "../../src/policy/factories";
import { oneOf } from "../../src/policy/facts";
import { everyLinked } from "../../src/policy/graph";
import { type Answer, UNKNOWN, is, isUnknown, not } from "../../src/policy/unknown";
import { read, text } from "../../src/policy/values";
import { parseVersion } from "../../src/policy/versions";
import { LIFECYCLE_SETTINGS, judgeVersion } from "../shared/aws-versions";

const CLUSTER = "aws:eks/cluster:Cluster";

export const eksVersion = resourcePolicy({
    name: "aws-eks-cluster-version-in-standard-support",
    title: "EKS clusters run a Kubernetes version in support",
    commitment: "supported-and-patched",
    topic: "unsupported-runtime-or-engine",
    strength: "core",
    severity: "critical",
    evidence: "proved",
    since: "1.0",
    on: [CLUSTER],
    why: "A Kubernetes version past its end gets no security fixes, and AWS upgrades it at a time of its own choosing.",
    fix: "Set version to a Kubernetes minor version in standard support.",
    references: [
        "aws-config:eks-cluster-supported-version",
        "aws-config:eks-cluster-oldest-supported-version",
        "checkov:CKV_AWS_339",
        "fsbp:EKS.2",
        "endoflife:amazon-eks",
    ],
    settings: LIFECYCLE_SETTINGS,
    check(c) {
        // A cluster that is not to go into extended support is upgraded at the end of standard support, whatever the program says.
        const extensible = not(c.oneOf("upgradePolicy.supportType", ["STANDARD"], "EXTENDED"));
        if (c.has("version")) judgeVersion(c, "version", { product: "eks", label: "Kubernetes" }, extensible);
        else {
            c.undetermined("version", "Without version, EKS chooses one when the cluster is created, and the program does not say which runs.");
            c.advice("version", "Pin the version, so that the program says what runs.");
        }
    },
});

export const eksUpgradePolicy = must({
    name: "aws-eks-cluster-upgrade-policy-standard",
    title: "EKS upgrades clusters when standard support ends",
    commitment: "supported-and-patched",
    topic: "automatic-updates",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: [CLUSTER],
    why: "By default a forgotten cluster moves into paid extended support and stays on the old version.",
    fix: "Set upgradePolicy.supportType to 'STANDARD'.",
    references: [],
    facts: [oneOf("upgradePolicy.supportType", ["STANDARD"], "EXTENDED", "The cluster goes into extended support instead of being upgraded.")],
});

/** Minor versions that the nodes are behind the cluster. */
function minorsBehind(nodes: string, cluster: string): number | undefined {
    const [a, b] = [parseVersion(nodes)?.parts, parseVersion(cluster)?.parts];
    return a?.[1] === undefined || b?.[1] === undefined || a[0] !== b[0] ? undefined : b[1] - a[1];
}

export const eksNodeGroup = stackPolicy({
    name: "aws-eks-node-group-release-maintained",
    title: "EKS nodes run images and versions that are maintained",
    commitment: "supported-and-patched",
    topic: "unsupported-runtime-or-engine",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: ["aws:eks/nodeGroup:NodeGroup"],
    reads: [CLUSTER],
    why: "Nodes on an image family that has ended, or too far behind their cluster, get no fixes for the kernel, the runtime or the kubelet.",
    fix: "Use an amiType of Amazon Linux 2023 or Bottlerocket, and leave version out so that nodes follow the cluster.",
    references: ["endoflife:amazon-eks", "endoflife:amazon-linux"],
    settings: {
        maxMinorSkew: { type: "integer", minimum: 0, maximum: 3, default: 3, description: "Minor versions that nodes may be behind their cluster." },
    },
    checkResource(c) {
        const family = c.word("amiType");
        const maintained = is(family, name => name === undefined || lifecycle("eks-ami-type", name, c.today).state !== "ended");
        c.require(maintained, "amiType", "The image family is past the end of its support.");
        const version = c.word("version");
        if (version !== undefined) {
            const state = is(version, v => !["ended", "unlisted-old"].includes(lifecycle("eks", v, c.today).state));
            c.require(state, "version", "The nodes' Kubernetes version is past the end of its support.");
            const inStep = everyLinked(c.graph.from(c.resource, "clusterName", CLUSTER), cluster =>
                is(read(cluster.props, "version"), (v): Answer => {
                    const behind = v === undefined || isUnknown(version) ? undefined : minorsBehind(version, text(v));
                    return behind === undefined ? UNKNOWN : behind <= c.settings.maxMinorSkew;
                }),
            );
            c.require(inStep, "version", `The nodes are more than ${String(c.settings.maxMinorSkew)} minor versions behind their cluster.`);
        }
        if (typeof c.get("releaseVersion") === "string")
            c.advice("releaseVersion", "A pinned releaseVersion keeps new images, and their fixes, away until someone changes it.");
    },
});
