import type { StackCheck } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { parseArn } from "../../src/policy/place";
import type { Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, is, isUnknown } from "../../src/policy/unknown";
import { read, readAll, text } from "../../src/policy/values";
import { PLAN, destinations } from "../shared/backup-copies";

const BUCKET = "aws:s3/bucket:Bucket";
const BUCKET_REPLICATION = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
const STORES = [
    BUCKET,
    "aws:dynamodb/table:Table",
    "aws:secretsmanager/secret:Secret",
    "aws:rds/instance:Instance",
    "aws:rds/cluster:Cluster",
    "aws:efs/fileSystem:FileSystem",
    "aws:backup/vault:Vault",
] as const;
const COPIES = [
    BUCKET_REPLICATION,
    PLAN,
    "aws:efs/replicationConfiguration:ReplicationConfiguration",
    "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
    "aws:rds/snapshotCopy:SnapshotCopy",
    "aws:redshift/snapshotCopy:SnapshotCopy",
    "aws:ecr/replicationConfiguration:ReplicationConfiguration",
] as const;
type DataCheck = StackCheck<(typeof STORES)[number] | (typeof COPIES)[number]>;

/** Where a type names the regions of its copies. */
const REGIONS: Readonly<Partial<Record<DataCheck["type"], string>>> = {
    "aws:dynamodb/table:Table": "replicas[].regionName",
    "aws:secretsmanager/secret:Secret": "replicas[].region",
    "aws:efs/replicationConfiguration:ReplicationConfiguration": "destination.region",
    "aws:rds/snapshotCopy:SnapshotCopy": "destinationRegion",
    "aws:redshift/snapshotCopy:SnapshotCopy": "destinationRegion",
    "aws:ecr/replicationConfiguration:ReplicationConfiguration": "replicationConfiguration.rules[].destinations[].region",
};

/** A place to which data goes. */
interface Place {
    readonly path: string;
    readonly approved: Answer;
}

function copies({ type, graph, resource, estate }: DataCheck, approves: (region: Value) => Answer): readonly Place[] {
    const { props } = resource;
    if (type === PLAN) {
        // A vault of this stack is judged where it is declared.
        const unknown = destinations(graph, resource).unknown ? UNKNOWN : true;
        return readAll(props, "rules[].copyActions[].destinationVaultArn").map(({ path, value }) => ({
            path,
            approved: isUnknown(value) ? unknown : is(parseArn(text(value))?.region ?? UNKNOWN, region => estate.approvedRegions.includes(region)),
        }));
    }
    if (type === BUCKET_REPLICATION) {
        // The ARN of a bucket tells no region; one of this stack is judged where it is declared.
        const dependency = graph.from(resource, "rules[].destination.bucket", BUCKET).certain.length > 0;
        return readAll(props, "rules[].destination.bucket").map(({ path, value }) => ({
            path,
            approved: (isUnknown(value) ? dependency : graph.named(text(value), BUCKET).length > 0) ? true : UNKNOWN,
        }));
    }
    const path = REGIONS[type];
    return path === undefined ? [] : readAll(props, path).map(at => ({ path: at.path, approved: approves(at.value) }));
}

export const dataInApprovedRegion = stackPolicy({
    name: "aws-data-resides-in-approved-region",
    title: "Data and its copies stand in approved regions",
    commitment: "standards-met",
    topic: "secure-configuration",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [...STORES, ...COPIES],
    why: "Where records may be kept is agreed with those whose they are; a copy elsewhere is under another law.",
    fix: "Name only regions of the estate's approvedRegions: in region or the provider's, and where copies and replicas go.",
    references: ["prowler:organizations_scp_check_deny_regions"],
    checkResource(c) {
        const { resource, estate, requireAt, notApplicable } = c;
        const approves = (region: Value): Answer => is(region, r => estate.approvedRegions.includes(text(r)));
        const own = read(resource.props, "region") ?? read(resource.provider?.props ?? {}, "region");
        const elsewhere = copies(c, approves);
        if (own === undefined && elsewhere.length === 0) notApplicable("its region is its provider's, which the program does not tell");
        if (own !== undefined) requireAt(approves(own), "region", "It stands outside the approved regions.");
        for (const { path, approved } of elsewhere) requireAt(approved, path, "A copy goes outside the approved regions.");
    },
});
