import { type CaseProps, type Cases, UNKNOWN, of } from "../support/cases";

const pipeline = of("aws:codepipeline/pipeline:Pipeline");
type Props = CaseProps<"aws:codepipeline/pipeline:Pipeline">;
const action = (category: string, provider: string, owner = "AWS") => ({ name: provider, category, provider, owner, version: "1" });
const SOURCE = { name: "source", actions: [action("Source", "CodeStarSourceConnection")] };
const APPROVAL = { name: "approve", actions: [action("Approval", "Manual")] };
const PRODUCTION = { name: "production", actions: [action("Deploy", "ECS")] };
const stages = (list: NonNullable<Props["stages"]>, over: Props = {}) =>
    pipeline({ roleArn: "r", artifactStores: [{ location: "b", type: "S3" }], stages: list, ...over });
const APPROVED = { requireManualApproval: true };
const KEYED = { requireCustomerKey: true };

export const cases: Cases = {
    "aws-codepipeline-artifacts-encrypted-and-approved": {
        compliant: {
            "a connection": stages([SOURCE, PRODUCTION]),
            "an approval before production": { resources: [stages([SOURCE, APPROVAL, PRODUCTION])], settings: APPROVED },
            "an approval in the same stage": {
                resources: [
                    stages([SOURCE, { name: "production", actions: [action("Approval", "Manual"), { ...action("Deploy", "ECS"), runOrder: 2 }] }]),
                ],
                settings: APPROVED,
            },
            "a key on each store": {
                resources: [stages([SOURCE], { artifactStores: [{ location: "b", type: "S3", encryptionKey: { id: UNKNOWN, type: "KMS" } }] })],
                settings: KEYED,
            },
        },
        violating: {
            "GitHub's old action": [stages([{ name: "source", actions: [action("Source", "GitHub", "ThirdParty")] }]), "stages[0].actions[0]"],
            "no approval, where one is asked for": { resources: [stages([SOURCE, PRODUCTION])], settings: APPROVED, property: "stages[1]" },
            "an approval after production": { resources: [stages([SOURCE, PRODUCTION, APPROVAL])], settings: APPROVED, property: "stages[1]" },
            "an approval at the same time": {
                resources: [stages([SOURCE, { name: "production", actions: [action("Approval", "Manual"), action("Deploy", "ECS")] }])],
                settings: APPROVED,
                property: "stages[1]",
            },
            "AWS's own key, where one's own is asked for": {
                resources: [
                    stages([SOURCE], { artifactStores: [{ location: "b", type: "S3", encryptionKey: { id: "alias/aws/s3", type: "KMS" } }] }),
                ],
                settings: KEYED,
                property: "artifactStores[0].encryptionKey",
            },
            "no key, where one is asked for": { resources: [stages([SOURCE])], settings: KEYED, property: "artifactStores[0].encryptionKey" },
        },
        undetermined: {
            "stages that are not known": [stages(UNKNOWN), "stages"],
            "a provider that is not known": [
                stages([{ name: "source", actions: [{ ...action("Source", "", "ThirdParty"), provider: UNKNOWN }] }]),
                "stages[0].actions[0]",
            ],
        },
    },
};
