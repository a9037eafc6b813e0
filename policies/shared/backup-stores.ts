import type { Check } from "../../src/policy/check";
import { type Exemption, exempt } from "../../src/policy/factories";
import { type Graph, linkedSatisfies } from "../../src/policy/graph";
import { differ, regionOf } from "../../src/policy/place";
import type { Resource } from "../../src/policy/resource";
import { tagValue } from "../../src/policy/tags";
import { type Answer, UNKNOWN, and, is, not, or, some } from "../../src/policy/unknown";
import { isRecord, list, read, text } from "../../src/policy/values";
import { matchesWildcard } from "../../src/policy/wildcard";
import { PLAN } from "./backup-copies";
import { arnPart, matchesArn } from "./aws-arns";

export const SELECTION = "aws:backup/selection:Selection";

/** What AWS Backup can protect, with the name that restore tests call its kind by, and its ARN. */
interface Store {
    readonly kind: string;
    readonly arn: readonly [service: string, prefix: string, nameProperty?: string];
}

/** Databases and file systems: always worth a backup. */
export const ALWAYS_BACKED_UP = [
    "aws:rds/instance:Instance",
    "aws:rds/cluster:Cluster",
    "aws:docdb/cluster:Cluster",
    "aws:neptune/cluster:Cluster",
    "aws:dynamodb/table:Table",
    "aws:efs/fileSystem:FileSystem",
    "aws:fsx/windowsFileSystem:WindowsFileSystem",
    "aws:fsx/openZfsFileSystem:OpenZfsFileSystem",
    "aws:fsx/ontapVolume:OntapVolume",
] as const;

/** Buckets, volumes and instances hold anything from scratch data to records: the tag tells. */
export const BACKED_UP_IF_CRITICAL = ["aws:s3/bucket:Bucket", "aws:ebs/volume:Volume", "aws:ec2/instance:Instance"] as const;

export const STORES = [...ALWAYS_BACKED_UP, ...BACKED_UP_IF_CRITICAL] as const;

const TABLE: Readonly<Record<(typeof STORES)[number], Store>> = {
    "aws:rds/instance:Instance": { kind: "RDS", arn: ["rds", "db:", "identifier"] },
    "aws:rds/cluster:Cluster": { kind: "Aurora", arn: ["rds", "cluster:", "clusterIdentifier"] },
    "aws:docdb/cluster:Cluster": { kind: "DocumentDB", arn: ["rds", "cluster:", "clusterIdentifier"] },
    "aws:neptune/cluster:Cluster": { kind: "Neptune", arn: ["rds", "cluster:", "clusterIdentifier"] },
    "aws:dynamodb/table:Table": { kind: "DynamoDB", arn: ["dynamodb", "table/", "name"] },
    "aws:efs/fileSystem:FileSystem": { kind: "EFS", arn: ["elasticfilesystem", "file-system/"] },
    "aws:fsx/windowsFileSystem:WindowsFileSystem": { kind: "FSx", arn: ["fsx", "file-system/"] },
    "aws:fsx/openZfsFileSystem:OpenZfsFileSystem": { kind: "FSx", arn: ["fsx", "file-system/"] },
    "aws:fsx/ontapVolume:OntapVolume": { kind: "FSx", arn: ["fsx", "volume/"] },
    "aws:s3/bucket:Bucket": { kind: "S3", arn: ["s3", "", "bucket"] },
    "aws:ebs/volume:Volume": { kind: "EBS", arn: ["ec2", "volume/"] },
    "aws:ec2/instance:Instance": { kind: "EC2", arn: ["ec2", "instance/"] },
};

/** The kind of a store as AWS Backup calls it. */
export function kindOf(store: Resource): string {
    return TABLE[store.type as (typeof STORES)[number]].kind;
}

function arnOf(store: Resource): string {
    const arn = read(store.outputs ?? {}, "arn");
    if (typeof arn === "string") return arn;
    const [service, prefix, nameProperty] = TABLE[store.type as (typeof STORES)[number]].arn;
    const rest = `${prefix}${arnPart(nameProperty === undefined ? undefined : read(store.props, nameProperty))}`;
    return service === "s3" ? `arn:aws:s3:::${rest}` : `arn:aws:${service}:${arnPart(regionOf(store))}:${arnPart(undefined)}:${rest}`;
}

/** Does one of the stack's backup selections, of a plan that satisfies the test, take the store in? */
export function isSelected(graph: Graph, store: Resource, ofPlan?: (plan: Resource) => Answer): Answer {
    const selections = graph.of(SELECTION);
    if (selections.length === 0) return false;
    const look: Look = {
        graph,
        store,
        arn: arnOf(store),
        naming: { resources: graph.into(store, SELECTION, "resources").certain, notResources: graph.into(store, SELECTION, "notResources").certain },
    };
    return or(...selections.map(s => and(selects(look, s), ofPlan ? linkedSatisfies(graph.from(s, "planId", PLAN), ofPlan) : true)));
}

/** A store, with what is the same for every selection that may take it in. */
interface Look {
    readonly graph: Graph;
    readonly store: Resource;
    readonly arn: string;
    /** Selections whose list certainly names the store. */
    readonly naming: Readonly<Record<"resources" | "notResources", readonly Resource[]>>;
}

/**
 * Resources and selection tags add up, conditions narrow, and `notResources` takes out. A selection without any of the first two takes in
 * everything. Source: docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html.
 */
function selects(look: Look, selection: Resource): Answer {
    const { store } = look;
    const byName = holdsAny(selection, "resources");
    const byTag = holdsAny(selection, "selectionTags");
    return and(
        not(differ(regionOf(selection), regionOf(store)) === true),
        or(!byName && !byTag, byName && names(look, selection, "resources"), byTag && hasSelectionTag(selection, store)),
        meetsConditions(selection, store),
        not(names(look, selection, "notResources")),
    );
}

function holdsAny({ props }: Resource, path: string): boolean {
    const entries = list(read(props, path));
    return entries === UNKNOWN || entries.length > 0;
}

/** Does the list hold the store's ARN, or a pattern that matches it? What is unknown in it is what its dependencies name. */
function names({ graph, arn, naming }: Look, selection: Resource, path: "resources" | "notResources"): Answer {
    if (naming[path].includes(selection)) return true;
    const sources = (selection.propertyDependencies[path] ?? []).map(urn => graph.get(urn)?.type ?? "");
    const ofOthers = sources.length > 0 && sources.every(type => Object.hasOwn(TABLE, type));
    return some(list(read(selection.props, path)), pattern => (pattern === UNKNOWN ? (ofOthers ? false : UNKNOWN) : matchesArn(text(pattern), arn)));
}

function hasSelectionTag(selection: Resource, store: Resource): Answer {
    return some(list(read(selection.props, "selectionTags")), entry =>
        is(entry, tag =>
            and(
                isRecord(tag),
                tagIs(store, read(tag, "key"), read(tag, "value"), (wanted, value) => wanted === value),
            ),
        ),
    );
}

const OPERATORS: Readonly<Record<string, (wanted: string, value: string) => boolean>> = {
    stringEquals: (wanted, value) => wanted === value,
    stringLikes: (wanted, value) => matchesWildcard(wanted, value),
    stringNotEquals: (wanted, value) => wanted !== value,
    stringNotLikes: (wanted, value) => !matchesWildcard(wanted, value),
};

function meetsConditions(selection: Resource, store: Resource): Answer {
    const blocks = list(read(selection.props, "conditions"));
    if (blocks === UNKNOWN) return UNKNOWN;
    return and(
        ...blocks.map(block =>
            block === UNKNOWN
                ? UNKNOWN
                : and(
                      ...Object.entries(OPERATORS).map(([operator, test]) => {
                          const entries = list(read(block, operator));
                          // A store without the tag: AWS does not say what a negated condition makes of it.
                          return entries === UNKNOWN
                              ? UNKNOWN
                              : and(
                                    ...entries.map(e =>
                                        e === UNKNOWN
                                            ? UNKNOWN
                                            : tagIs(store, read(e, "key"), read(e, "value"), test, operator.includes("Not") ? UNKNOWN : false),
                                    ),
                                );
                      }),
                  ),
        ),
    );
}

type Read = ReturnType<typeof read>;

function tagIs(store: Resource, key: Read, wanted: Read, test: (wanted: string, value: string) => boolean, untagged: Answer = false): Answer {
    if (key === UNKNOWN || wanted === UNKNOWN) return UNKNOWN;
    const value = tagValue(store, text(key ?? "").replace(/^aws:ResourceTag\//, ""));
    return is(value, v => (v === undefined ? untagged : test(text(wanted ?? ""), v)));
}

/** For `unless`: by its tag the store holds nothing to recover. */
export function nothingToRecover(c: Pick<Check, "tagged">): Exemption {
    return exempt(c.tagged("backup", "not-required"), "holds nothing to recover, by its tag");
}
