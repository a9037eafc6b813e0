import { type CaseProps, type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const clusterOf = of("aws:eks/cluster:Cluster");
const association = of("aws:eks/accessPolicyAssociation:AccessPolicyAssociation");
const entryOf = of("aws:eks/accessEntry:AccessEntry");
const role = of("aws:iam/role:Role");

const cluster = (accessConfig?: CaseProps<"aws:eks/cluster:Cluster">["accessConfig"]): CaseResource =>
    clusterOf({ roleArn: UNKNOWN, vpcConfig: { subnetIds: ["subnet-1"] }, ...(accessConfig === undefined ? {} : { accessConfig }) });
const ADMIN = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy";
const PLATFORM = "arn:aws:iam::111122223333:role/platform";
const access = (props: CaseProps<"aws:eks/accessPolicyAssociation:AccessPolicyAssociation">): CaseResource =>
    association({ clusterName: "c", policyArn: ADMIN, principalArn: PLATFORM, accessScope: { type: "cluster" }, ...props });
const platform = role({ name: "platform" });
const toPlatform = association(
    { clusterName: "c", policyArn: ADMIN, principalArn: UNKNOWN, accessScope: { type: "cluster" } },
    { principalArn: platform },
);
const entry = (kubernetesGroups: CaseProps<"aws:eks/accessEntry:AccessEntry">["kubernetesGroups"]): CaseResource =>
    entryOf({ clusterName: "c", principalArn: PLATFORM, kubernetesGroups });
const MODE = "accessConfig.authenticationMode";
const ONLY_DEPLOY = { adminPrincipals: ["arn:aws:iam::111122223333:role/deploy"] };

export const cases: Cases = {
    "aws-eks-access-entries-least-privilege": {
        compliant: {
            "access by the API only": cluster({ authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false }),
            "access by both": cluster({ authenticationMode: "API_AND_CONFIG_MAP", bootstrapClusterCreatorAdminPermissions: false }),
            "its maker administers it, as by default": { resources: [cluster({ authenticationMode: "API" })], advice: true },
            "its maker administers it, said outright": {
                resources: [cluster({ authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: true })],
                advice: true,
            },
            "administration, where no list is kept": access({}),
            "administration by a listed principal": { resources: [access({})], settings: { adminPrincipals: [PLATFORM] } },
            "administration by a pattern": { resources: [access({})], settings: { adminPrincipals: ["arn:aws:iam::*:role/plat*"] } },
            "administration by a role of the stack": { resources: [platform, toPlatform], settings: { adminPrincipals: [PLATFORM] } },
            "administration of namespaces": {
                resources: [access({ accessScope: { type: "namespace", namespaces: ["records"] } })],
                settings: ONLY_DEPLOY,
            },
            "a lesser policy": {
                resources: [access({ policyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy" })],
                settings: ONLY_DEPLOY,
            },
            "an entry without groups": entryOf({ clusterName: "c", principalArn: PLATFORM }),
            "an entry with a group": entry(["records-readers"]),
        },
        violating: {
            "the map inside the cluster, as by default": [cluster({ bootstrapClusterCreatorAdminPermissions: false }), MODE],
            "no access settings": { resources: [cluster()], property: MODE, advice: true },
            "the map said outright": [cluster({ authenticationMode: "CONFIG_MAP", bootstrapClusterCreatorAdminPermissions: false }), MODE],
            "administration by another": { resources: [access({})], settings: ONLY_DEPLOY, property: "principalArn" },
            "the group that passes every check": [entry(["records", "system:masters"]), "kubernetesGroups"],
        },
        undetermined: {
            "a mode that is not known": [cluster({ authenticationMode: UNKNOWN, bootstrapClusterCreatorAdminPermissions: false }), MODE],
            "a role of the stack that may be listed": { resources: [platform, toPlatform], settings: ONLY_DEPLOY, property: "principalArn" },
            "a policy that is not known": { resources: [access({ policyArn: UNKNOWN })], settings: ONLY_DEPLOY, property: "principalArn" },
            "groups that are not known": [entry([UNKNOWN]), "kubernetesGroups"],
        },
    },
};
