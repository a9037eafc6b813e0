import type { Check } from "../../src/policy/check";
import { resourcePolicy } from "../../src/policy/definition";
import {
    type PolicyDocument,
    type Principal,
    type Statement,
    allows,
    denies,
    everyAction,
    everyResource,
    everyone,
    heldTo,
    pinned,
    speaksOfAction,
} from "../../src/policy/documents";
import { type Answer, UNKNOWN, type Unknown, and, every, is, isUnknown, not, or, some } from "../../src/policy/unknown";
import { list, read, text, truth } from "../../src/policy/values";
import { matchesWildcard } from "../../src/policy/wildcard";
import { accountHolding, isOwnAccount } from "../shared/own-account";
import { isPinned } from "../shared/principals";
import { forbidStatements } from "../shared/statements";

/** Types that hold a resource policy, by the property where it stands. */
const POLICY = [
    "aws:s3/bucket:Bucket",
    "aws:s3/bucketPolicy:BucketPolicy",
    "aws:s3/accessPoint:AccessPoint",
    "aws:s3/vectorsVectorBucketPolicy:VectorsVectorBucketPolicy",
    "aws:s3control/bucketPolicy:BucketPolicy",
    "aws:s3control/accessPointPolicy:AccessPointPolicy",
    "aws:s3control/objectLambdaAccessPointPolicy:ObjectLambdaAccessPointPolicy",
    "aws:sns/topic:Topic",
    "aws:sns/topicPolicy:TopicPolicy",
    "aws:sqs/queue:Queue",
    "aws:sqs/queuePolicy:QueuePolicy",
    "aws:secretsmanager/secret:Secret",
    "aws:secretsmanager/secretPolicy:SecretPolicy",
    "aws:ecr/repositoryPolicy:RepositoryPolicy",
    "aws:ecr/registryPolicy:RegistryPolicy",
    "aws:kms/key:Key",
    "aws:kms/keyPolicy:KeyPolicy",
    "aws:kms/replicaKey:ReplicaKey",
    "aws:kms/externalKey:ExternalKey",
    "aws:kms/replicaExternalKey:ReplicaExternalKey",
    "aws:efs/fileSystemPolicy:FileSystemPolicy",
    "aws:backup/vaultPolicy:VaultPolicy",
    "aws:cloudwatch/eventBusPolicy:EventBusPolicy",
    "aws:lambda/resourcePolicy:ResourcePolicy",
    "aws:dynamodb/resourcePolicy:ResourcePolicy",
    "aws:kinesis/resourcePolicy:ResourcePolicy",
    "aws:glue/resourcePolicy:ResourcePolicy",
    "aws:redshiftserverless/resourcePolicy:ResourcePolicy",
    "aws:redshift/resourcePolicy:ResourcePolicy",
    "aws:msk/clusterPolicy:ClusterPolicy",
    "aws:dsql/clusterPolicy:ClusterPolicy",
    "aws:ses/identityPolicy:IdentityPolicy",
] as const;
const ACCESS_POLICIES = [
    "aws:opensearch/domain:Domain",
    "aws:opensearch/domainPolicy:DomainPolicy",
    "aws:elasticsearch/domain:Domain",
    "aws:elasticsearch/domainPolicy:DomainPolicy",
] as const;
const POLICY_DOCUMENT = [
    "aws:codeartifact/domainPermissions:DomainPermissions",
    "aws:codeartifact/repositoryPermissionsPolicy:RepositoryPermissionsPolicy",
    "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
] as const;
const RESOURCE_POLICY = ["aws:s3tables/tableBucketPolicy:TableBucketPolicy", "aws:s3tables/tablePolicy:TablePolicy"] as const;
const ACCESS_POLICY = ["aws:glacier/vault:Vault"] as const;
const DETAILS = ["aws:s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy"] as const;
/** No type uses two of these. */
const PATHS = ["policy", "accessPolicies", "policyDocument", "resourcePolicy", "accessPolicy", "details.policy"];

/** Condition keys that hold a statement for everyone to some. */
const PINS = [
    "aws:sourcearn",
    "aws:sourceaccount",
    "aws:sourceowner",
    "aws:sourceorgid",
    "aws:sourceorgpaths",
    "aws:principalarn",
    "aws:principalorgid",
    "aws:principalorgpaths",
    "aws:principalaccount",
    "aws:sourcevpc",
    "aws:sourcevpce",
    "aws:sourceip",
    "s3:dataaccesspointaccount",
    "kms:calleraccount",
    "elasticfilesystem:accessedviamounttarget",
];

type Words = readonly (string | Unknown)[] | Unknown;

/** Does one of the patterns cover each of the words, read as text? */
function covers(patterns: Words, words: Words): Answer {
    return every(words, word => is(word, w => some(patterns, pattern => is(pattern, p => matchesWildcard(p.toLowerCase(), w.toLowerCase())))));
}

/** Does a Deny refuse all that the Allow gives to those whom a key does not name? */
function refusesOthers(deny: Statement, allow: Statement): Answer {
    const actions = allow.notActions === undefined && deny.notActions === undefined ? covers(deny.actions, allow.actions) : everyAction(deny);
    const resources =
        allow.notResources === undefined && deny.notResources === undefined ? covers(deny.resources, allow.resources) : everyResource(deny);
    // Each further condition narrows the Deny; all of them must be of the kind that spares the named.
    const spares = and(
        deny.conditions.length > 0,
        every(deny.conditions, condition => pinned({ ...deny, conditions: [condition] }, PINS, true)),
    );
    return and(denies(deny), everyone(deny), actions, resources, spares);
}

function opensToAll(s: Statement, { statements }: PolicyDocument): Answer {
    return and(allows(s), everyone(s), not(pinned(s, PINS)), not(or(...statements.map(other => refusesOthers(other, s)))));
}

export const resourcePolicyNoPublicPrincipal = resourcePolicy({
    name: "aws-resource-policy-no-public-principal",
    title: "No resource policy lets everyone in",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "core",
    severity: "critical",
    evidence: "partial",
    since: "1.0",
    on: [...POLICY, ...ACCESS_POLICIES, ...POLICY_DOCUMENT, ...RESOURCE_POLICY, ...ACCESS_POLICY, ...DETAILS],
    why: "A statement for everyone opens the resource to every AWS account, and often to the whole internet.",
    fix: "Name the principals, or pin aws:SourceArn, aws:SourceAccount, aws:PrincipalOrgID or the like to values in a Condition.",
    references: [
        "aws-config:s3-bucket-policy-grantee-check",
        "checkov:CKV_AWS_70",
        "checkov:CKV_AWS_32",
        "checkov:CKV_AWS_33",
        "checkov:CKV_AWS_167",
        "checkov:CKV_AWS_168",
        "checkov:CKV_AWS_169",
        "checkov:CKV_AWS_387",
        "checkov:CKV_AWS_283",
        "cdk-nag:AwsSolutions-ECR1",
        "cdk-nag:AwsSolutions-EVB1",
        "cdk-nag:AwsSolutions-OS5",
        "fsbp:S3.2",
        "fsbp:SNS.4",
        "fsbp:SQS.3",
        "fsbp:KMS.5",
    ],
    check(c) {
        // A search domain inside a VPC, with users of its own, may keep the open policy that AWS recommends there.
        const subnets = list(read(c.resource.props, "vpcOptions.subnetIds"));
        const guarded = and(subnets === UNKNOWN || subnets.length > 0, truth(read(c.resource.props, "advancedSecurityOptions.enabled")) ?? false);
        forbidStatements(c, PATHS, opensToAll, "The policy lets everyone in.", guarded);
    },
});

/** Those of the policies above whose documents name other accounts or services in the ordinary course. */
const SHARED = [
    "aws:s3/bucket:Bucket",
    "aws:s3/bucketPolicy:BucketPolicy",
    "aws:sqs/queue:Queue",
    "aws:sqs/queuePolicy:QueuePolicy",
    "aws:sns/topic:Topic",
    "aws:sns/topicPolicy:TopicPolicy",
    "aws:secretsmanager/secret:Secret",
    "aws:secretsmanager/secretPolicy:SecretPolicy",
    "aws:kms/key:Key",
    "aws:kms/keyPolicy:KeyPolicy",
] as const;

const ACCOUNT = /^(?:arn:[^:]*:[^:]*:[^:]*:)?(\d{12})(?::|$)/;

function accountOf(principal: Principal): string | Unknown | undefined {
    return isUnknown(principal.kind) || isUnknown(principal.value)
        ? UNKNOWN
        : principal.kind === "AWS"
          ? ACCOUNT.exec(principal.value)?.[1]
          : undefined;
}

function isRoot({ value }: Principal): boolean {
    return !isUnknown(value) && /^\d{12}$|:root$/.test(value);
}

/**
 * Is a root, of an account that the estate does not trust, another's than that of the key's own account? KMS takes no policy that leaves nobody
 * to change it, so that the one stranger who may is the own root.
 */
function isForeignRoot(account: string, { statements }: PolicyDocument, isTrusted: (account: string) => boolean): Answer {
    const owners = statements
        .filter(s => and(allows(s), speaksOfAction(s, "kms:PutKeyPolicy")) !== false)
        .flatMap(s => s.principals.map(p => ({ account: accountOf(p), root: isUnknown(p.value) || isRoot(p) })));
    const trusted = owners.filter(o => typeof o.account === "string" && isTrusted(o.account));
    const roots = owners.filter(o => o.root && o.account !== undefined && !trusted.includes(o));
    if (!roots.some(o => o.account === account) || trusted.some(o => o.root)) return true;
    return trusted.length === 0 && roots.every(o => o.account === account) ? false : UNKNOWN;
}

export const resourcePolicyCrossAccountRestricted = resourcePolicy({
    name: "aws-resource-policy-cross-account-restricted",
    title: "Resource policies share with trusted accounts only",
    commitment: "standards-met",
    topic: "least-privilege",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [...SHARED, "aws:ecr/repositoryPolicy:RepositoryPolicy"],
    why: "A grant to somebody else's account stands outside one's own control, and outlives the reason for it.",
    fix: "Take the foreign account out, or add it to estate.trustedAccounts, beside one's own, once somebody has agreed to it.",
    references: [
        "aws-config:s3-bucket-policy-grantee-check",
        "aws-config:s3-bucket-blacklisted-actions-prohibited",
        "checkov:CKV_AWS_72",
        "checkov:CKV_AWS_385",
        "fsbp:S3.6",
    ],
    check(c) {
        const { trustedAccounts, trustedOrganisations } = c.estate;
        if (trustedAccounts.length === 0) {
            c.notApplicable("no list of trusted accounts, so that one's own cannot be told from others");
            return;
        }
        const isTrusted = (account: string): boolean => trustedAccounts.includes(account) || isOwnAccount(account, c);
        const isForeign = (principal: Principal, document: PolicyDocument): Answer =>
            is(accountOf(principal), account => {
                if (account === undefined || isTrusted(account)) return false;
                return c.type.startsWith("aws:kms/") && isRoot(principal) && accountHolding(c.resource) === UNKNOWN
                    ? isForeignRoot(account, document, isTrusted)
                    : true;
            });
        forbidStatements(
            c,
            ["policy"],
            (s, document) =>
                and(
                    allows(s),
                    or(...s.principals.map(principal => isForeign(principal, document))),
                    not(
                        or(
                            heldTo(
                                s,
                                key => key === "aws:principalorgid",
                                organisation => trustedOrganisations.includes(organisation),
                            ),
                            heldTo(
                                s,
                                key => key === "aws:principalaccount",
                                account => trustedAccounts.includes(account),
                            ),
                        ),
                    ),
                ),
            "The statement grants access to an account that is not trusted.",
        );
    },
});

const SOURCES = ["aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths", "aws:sourceowner"];

/** Is the statement for a service, and does it not say on whose behalf the service may act? */
function confusable(s: Statement, type: string): Answer {
    const keys = [...SOURCES];
    if (type.startsWith("aws:kms/")) {
        keys.push("kms:calleraccount", "kms:viaservice");
        for (const { key } of s.conditions) if (typeof key === "string" && key.startsWith("kms:encryptioncontext:")) keys.push(key);
    }
    // EventBridge publishes to topics, and uses the keys of topics, without saying for which rule.
    const silent = type.startsWith("aws:sns/") || type.startsWith("aws:kms/") ? "events.amazonaws.com" : "";
    const service = or(
        ...s.principals.map(({ kind, value }) =>
            and(
                is(kind, k => k === "Service"),
                is(value, v => v !== silent),
            ),
        ),
    );
    return and(allows(s), service, not(pinned(s, keys)));
}

/** Does a permission for a service say on whose behalf? Bucket ARNs hold no account, so S3 needs `sourceAccount`. */
function namesSource({ get }: Check<(typeof SHARED)[number] | "aws:lambda/permission:Permission">): Answer {
    const among = (pattern: RegExp): Answer => is(get("principal"), p => pattern.test(text(p ?? "")));
    const arn = and(isPinned(get("sourceArn"), "aws:sourcearn"), not(among(/^s3\./)));
    return or(not(among(/\.amazonaws\.com(\.cn)?$/)), isPinned(get("sourceAccount"), "aws:sourceaccount"), arn);
}

export const servicePrincipalConfusedDeputy = resourcePolicy({
    name: "aws-service-principal-confused-deputy",
    title: "Policies that let a service in say on whose behalf",
    commitment: "standards-met",
    topic: "least-privilege",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [...SHARED, "aws:lambda/permission:Permission"],
    why: "A service that is let in without a source may be sent by any of its customers, in their accounts.",
    fix: "Add a Condition on aws:SourceArn or aws:SourceAccount; on a Lambda permission set sourceArn, and sourceAccount for S3.",
    references: ["aws-config:lambda-function-public-access-prohibited", "checkov:CKV_AWS_364", "fsbp:Lambda.1"],
    check(c) {
        if (c.type === "aws:lambda/permission:Permission")
            c.require(namesSource(c), "principal", "The permission lets a service in on behalf of anyone.");
        else forbidStatements(c, ["policy"], s => confusable(s, c.type), "The statement lets a service in on behalf of anyone.");
    },
});
