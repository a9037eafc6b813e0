import { stackPolicy } from "../../src/policy/definition";
import { and, is, not, or } from "../../src/policy/unknown";
import { text } from "../../src/policy/values";
import { isListed } from "../shared/listed-resources";
import { holdsOne } from "../shared/word-lists";

const CLUSTER = "aws:eks/cluster:Cluster";
const ASSOCIATION = "aws:eks/accessPolicyAssociation:AccessPolicyAssociation";
const ENTRY = "aws:eks/accessEntry:AccessEntry";
const ROLE = "aws:iam/role:Role";
const CLUSTER_ADMIN = ":cluster-access-policy/AmazonEKSClusterAdminPolicy";

export const eksAccessEntries = stackPolicy({
    name: "aws-eks-access-entries-least-privilege",
    title: "EKS clusters take access from AWS's API, and give administration to few",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "least-privilege",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [CLUSTER, ASSOCIATION, ENTRY],
    reads: [ROLE],
    why: "Access in the aws-auth map is seen by no one outside the cluster, and whoever made the cluster stays its hidden administrator.",
    fix: "Set accessConfig.authenticationMode to 'API', and give people AccessEntry resources with policies scoped to namespaces.",
    references: [],
    settings: {
        adminPrincipals: {
            type: "array",
            items: { type: "string" },
            default: [],
            description: "ARNs ('*' stands for anything) or names of the roles that may administer whole clusters; where none is listed, any.",
        },
    },
    checkResource({ type, graph, resource, get, on, oneOf, require, advice, settings }) {
        if (type === CLUSTER) {
            const mode = "accessConfig.authenticationMode";
            require(oneOf(mode, ["API", "API_AND_CONFIG_MAP"], "CONFIG_MAP"), mode, "Access to the cluster stands in a map inside it only.");
            const bootstrap = "accessConfig.bootstrapClusterCreatorAdminPermissions";
            if (on(bootstrap, true) === true) advice(bootstrap, "Whoever creates the cluster becomes its administrator; changing this replaces it.");
        } else if (type === ENTRY) {
            require(not(holdsOne(get("kubernetesGroups"), ["system:masters"])), "kubernetesGroups", "The group system:masters passes every check.");
        } else if (settings.adminPrincipals.length > 0) {
            const administers = and(
                is(get("policyArn"), arn => text(arn ?? "").endsWith(CLUSTER_ADMIN)),
                oneOf("accessScope.type", ["cluster"]),
            );
            const listed = isListed(graph, resource, "principalArn", ROLE, settings.adminPrincipals);
            require(or(not(administers), listed), "principalArn", "A principal that adminPrincipals does not list administers the whole cluster.");
        }
    },
});
