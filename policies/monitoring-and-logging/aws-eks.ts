import { must } from "../../src/policy/factories";
import { withWords } from "../../src/policy/remediation";
import { includes } from "../shared/word-lists";

export const eksControlPlaneLogging = must({
    name: "aws-eks-control-plane-logging",
    title: "EKS clusters log what is asked of their control plane, and by whom",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: ["aws:eks/cluster:Cluster"],
    why: "A cluster logs nothing by default; without its audit log an intruder's use of the Kubernetes API leaves no trace.",
    fix: "Set enabledClusterLogTypes to at least the setting requiredTypes.",
    remedies: [{ path: "enabledClusterLogTypes", value: withWords("requiredTypes") }],
    references: ["aws-config:eks-cluster-logging-enabled", "checkov:CKV_AWS_37", "cdk-nag:AwsSolutions-EKS2", "fsbp:EKS.8"],
    settings: {
        requiredTypes: {
            type: "array",
            items: { type: "string", enum: ["api", "audit", "authenticator", "controllerManager", "scheduler"] },
            default: ["api", "audit", "authenticator"],
            description: "Kinds of control plane log that must be on.",
        },
    },
    facts: ({ requiredTypes }) => [
        includes("enabledClusterLogTypes", requiredTypes, "The cluster leaves out a control plane log that the setting requiredTypes names."),
    ],
});
