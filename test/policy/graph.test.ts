import { Graph, everyLinked, linkedSatisfies } from "../../src/policy/graph";
import type { Props, Resource } from "../../src/policy/resource";
import { UNKNOWN } from "../../src/policy/unknown";
import { type CaseResource, of } from "../policies/support/cases";
import { worldOf } from "../policies/support/world";

const bucket = of("aws:s3/bucket:Bucket");
const versioning = of("aws:s3/bucketVersioning:BucketVersioning");
const policy = of("aws:s3/bucketPolicy:BucketPolicy");
const VERSIONING = "aws:s3/bucketVersioning:BucketVersioning";
const BUCKET = "aws:s3/bucket:Bucket";

/** The graph of some resources, and a way to find each again. */
function graphOf(...resources: readonly CaseResource[]): { graph: Graph; the: (name: string) => Resource } {
    const all = worldOf({ resources });
    const [root] = all;
    if (!root) throw new Error("no root");
    return {
        graph: new Graph(all, root),
        the(name) {
            const found = all.find(r => r.name === name);
            if (!found) throw new Error(`no ${name}`);
            return found;
        },
    };
}

function names(resources: readonly Resource[]): string[] {
    return resources.map(r => r.name).sort();
}

test("the order in which resources are listed makes no difference", () => {
    const all = worldOf({ resources: [bucket({}, {}, "a"), versioning({}, {}, "v"), bucket({}, {}, "b")] });
    const [root] = all;
    if (!root) throw new Error("no root");
    const orders = [all, [...all].reverse()].map(order => new Graph(order, root));
    expect(orders[0]?.resources).toEqual(orders[1]?.resources);
    expect(orders[0]?.of(BUCKET)).toEqual(orders[1]?.of(BUCKET));
});

describe("which resources name this one", () => {
    test("by property dependency, while its name is not known", () => {
        const a = bucket({}, {}, "a");
        const b = bucket({}, {}, "b");
        const { graph, the } = graphOf(a, b, versioning({ bucket: UNKNOWN }, { bucket: a }, "va"));
        expect(names(graph.into(the("a"), VERSIONING, "bucket").certain)).toEqual(["va"]);
        expect(graph.into(the("b"), VERSIONING, "bucket")).toEqual({ certain: [], possible: [], outside: false });
    });

    test("by equal literal, without a dependency", () => {
        const { graph, the } = graphOf(
            bucket({ bucket: "records" }, {}, "a"),
            bucket({ bucket: "logs" }, {}, "b"),
            versioning({ bucket: "records" }, {}, "va"),
        );
        expect(names(graph.into(the("a"), VERSIONING, "bucket").certain)).toEqual(["va"]);
        expect(graph.into(the("b"), VERSIONING, "bucket").possible).toEqual([]);
    });

    test("by ARN, and not by an ARN of another service that ends alike", () => {
        const { graph, the } = graphOf(
            bucket({ bucket: "records" }, {}, "a"),
            versioning({ bucket: "arn:aws:s3:::records" }, {}, "s3"),
            versioning({ bucket: "arn:aws:sns:eu-west-2:111122223333:records" }, {}, "sns"),
        );
        expect(names(graph.into(the("a"), VERSIONING, "bucket").certain)).toEqual(["s3"]);
    });

    test("through what stands between: a bucket's name taken from its versioning", () => {
        const a = bucket({}, {}, "a");
        const v = versioning({ bucket: UNKNOWN }, { bucket: a }, "va");
        const { graph, the } = graphOf(a, bucket({}, {}, "b"), v, policy({ bucket: UNKNOWN, policy: "{}" }, { bucket: v }, "pa"));
        expect(names(graph.into(the("a"), "aws:s3/bucketPolicy:BucketPolicy", "bucket").certain)).toEqual(["pa"]);
        expect(graph.into(the("b"), "aws:s3/bucketPolicy:BucketPolicy", "bucket").possible).toEqual([]);
    });

    test("perhaps, where the link is not known and depends on nothing of the type", () => {
        const { graph, the } = graphOf(bucket({ bucket: "records" }, {}, "a"), versioning({ bucket: UNKNOWN }, {}, "v"));
        const linked = graph.into(the("a"), VERSIONING, "bucket");
        expect({ certain: names(linked.certain), possible: names(linked.possible) }).toEqual({ certain: [], possible: ["v"] });
    });

    test("perhaps, where the resource's own name is not known, but not a sibling that names another", () => {
        const { graph, the } = graphOf(
            bucket({ bucket: UNKNOWN }, {}, "a"),
            bucket({ bucket: "logs" }, {}, "b"),
            versioning({ bucket: "records" }, {}, "v"),
            versioning({ bucket: "logs" }, {}, "vb"),
        );
        expect(names(graph.into(the("a"), VERSIONING, "bucket").possible)).toEqual(["v"]);
    });
});

describe("which resources this one names", () => {
    test("a name that the stack does not hold leads outside", () => {
        const { graph, the } = graphOf(bucket({ bucket: "records" }, {}, "a"), versioning({ bucket: "elsewhere" }, {}, "v"));
        expect(graph.from(the("v"), "bucket", BUCKET)).toEqual({ certain: [], possible: [], outside: true });
    });

    test("a property that is left out leads nowhere", () => {
        const { graph, the } = graphOf(bucket({ bucket: "records" }, {}, "a"), versioning({}, {}, "v"));
        expect(graph.from(the("v"), "bucket", BUCKET)).toEqual({ certain: [], possible: [], outside: false });
    });

    test("by dependency and by name", () => {
        const a = bucket({}, {}, "a");
        const { graph, the } = graphOf(
            a,
            bucket({ bucket: "logs" }, {}, "b"),
            versioning({ bucket: UNKNOWN }, { bucket: a }, "va"),
            versioning({ bucket: "logs" }, {}, "vb"),
        );
        expect(names(graph.from(the("va"), "bucket", BUCKET).certain)).toEqual(["a"]);
        expect(names(graph.from(the("vb"), "bucket", BUCKET).certain)).toEqual(["b"]);
    });

    test("a resource that is only read is none of the stack's", () => {
        const a = { ...bucket({ bucket: "records" }, {}, "a"), read: true };
        const { graph, the } = graphOf(a, versioning({ bucket: "records" }, {}, "v"));
        expect(graph.from(the("v"), "bucket", BUCKET)).toEqual({ certain: [], possible: [], outside: true });
    });
});

describe("answers over relations", () => {
    const { graph, the } = graphOf(
        bucket({ bucket: "records" }, {}, "a"),
        versioning({ bucket: UNKNOWN }, {}, "v"),
        versioning({ bucket: "elsewhere" }, {}, "w"),
    );
    const possible = graph.into(the("a"), VERSIONING, "bucket");
    const outside = graph.from(the("w"), "bucket", BUCKET);

    test("a possible sibling decides nothing where it would not satisfy", () => {
        expect(linkedSatisfies(possible, () => false)).toBe(false);
        expect(linkedSatisfies(possible, () => true)).toBe(UNKNOWN);
    });
    test("a link out of the stack is not known, never absent", () => {
        expect(linkedSatisfies(outside, () => false)).toBe(UNKNOWN);
        expect(everyLinked(outside, () => true)).toBe(UNKNOWN);
    });
    test("every linked one: a possible one that would not satisfy makes it unknown", () => {
        expect(everyLinked(possible, () => true)).toBe(true);
        expect(everyLinked(possible, () => false)).toBe(UNKNOWN);
    });
});

test("Azure: a bare name means the one in the same resource group, an id says its own", () => {
    const account = of("azure-native:storage:StorageAccount" as never) as (
        props: Record<string, unknown>,
        links: object,
        name: string,
    ) => CaseResource;
    const container = of("azure-native:storage:BlobContainer" as never) as (
        props: Record<string, unknown>,
        links: object,
        name: string,
    ) => CaseResource;
    const { graph, the } = graphOf(
        account({ accountName: "records", resourceGroupName: "one" }, {}, "first"),
        account({ accountName: "records", resourceGroupName: "two" }, {}, "second"),
        container({ accountName: "records", resourceGroupName: "TWO" }, {}, "bare"),
        container(
            {
                accountName: "/subscriptions/s/resourceGroups/one/providers/Microsoft.Storage/storageAccounts/records",
                resourceGroupName: "elsewhere",
            },
            {},
            "id",
        ),
    );
    expect(names(graph.into(the("first"), "azure-native:storage:BlobContainer", "accountName").certain)).toEqual(["id"]);
    expect(names(graph.into(the("second"), "azure-native:storage:BlobContainer", "accountName").certain)).toEqual(["bare"]);
});

describe("two things of one name", () => {
    const vault = of("aws:backup/vault:Vault");
    const lock = of("aws:backup/vaultLockConfiguration:VaultLockConfiguration");
    const LOCK = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";

    /** The locks of the vaults "a" and "b", which one name calls, where a provider each has these properties. */
    function locks(providers: Readonly<Record<string, Props>>, name = "daily", named = "daily", region?: string) {
        const resources = worldOf({
            resources: [
                vault({ name }, {}, "a"),
                vault({ name }, {}, "b"),
                lock({ backupVaultName: named, minRetentionDays: 30, ...(region === undefined ? {} : { region }) }, {}, "l"),
            ],
        }).map(r => {
            const props = providers[r.name];
            const type = "pulumi:providers:aws";
            return props ? { ...r, provider: { urn: `urn:pulumi:test::records::${type}::${r.name}`, type, name: r.name, props } } : r;
        });
        const [root] = resources;
        if (!root) throw new Error("no root");
        const graph = new Graph(resources, root);
        const of = (vaultName: string) => {
            const found = resources.find(r => r.name === vaultName);
            if (!found) throw new Error(`no ${vaultName}`);
            const { certain, possible } = graph.into(found, LOCK, "backupVaultName");
            return certain.length > 0 ? "locked" : possible.length > 0 ? "perhaps" : "open";
        };
        return [of("a"), of("b")];
    }

    const london = { region: "eu-west-2" };
    const ireland = { region: "eu-west-1" };

    test("in two regions, the one where the name is used", () => {
        expect(locks({ a: london, b: ireland, l: ireland })).toEqual(["open", "locked"]);
    });

    test("by the resource's own region, before its provider's", () => {
        expect(locks({ a: london, b: ireland, l: london }, "daily", "daily", "eu-west-1")).toEqual(["open", "locked"]);
    });

    test("in two accounts, as far as the providers say", () => {
        const own = { ...london, allowedAccountIds: '["111122223333"]' };
        const other = { ...london, assumeRoles: '[{"roleArn":"arn:aws:iam::444455556666:role/deploy"}]' };
        expect(locks({ a: own, b: other, l: other })).toEqual(["open", "locked"]);
    });

    test("perhaps, where a region is not known", () => {
        expect(locks({ a: london, b: {}, l: ireland })).toEqual(["open", "perhaps"]);
    });

    test("an ARN says of which region and account it speaks", () => {
        const arn = "arn:aws:backup:eu-west-1:111122223333:backup-vault:daily";
        expect(locks({ a: london, b: ireland, l: london }, "daily", arn)).toEqual(["open", "locked"]);
        expect(locks({ a: { ...ireland, allowedAccountIds: '["444455556666"]' }, b: ireland, l: london }, "daily", arn)).toEqual(["open", "locked"]);
    });

    test("a name taken from one of them means that one", () => {
        const a = vault({ name: "daily" }, {}, "a");
        const b = vault({ name: "daily" }, {}, "b");
        const { graph, the } = graphOf(a, b, lock({ backupVaultName: "daily" }, { backupVaultName: b }, "l"));
        expect(graph.into(the("a"), LOCK, "backupVaultName")).toEqual({ certain: [], possible: [], outside: false });
        expect(names(graph.from(the("l"), "backupVaultName", "aws:backup/vault:Vault").certain)).toEqual(["b"]);
    });

    test("AWS tells names apart that differ in case", () => {
        expect(locks({}, "daily", "Daily")).toEqual(["open", "open"]);
    });
});

describe("a link that is not known", () => {
    test("is none of a resource whose name comes from nowhere, where it was made from something else", () => {
        const other = of("aws:ssm/parameter:Parameter")({ type: "String", name: "bucket" }, {}, "other");
        const { graph, the } = graphOf(
            other,
            bucket({}, {}, "a"),
            bucket({ bucket: UNKNOWN }, {}, "b"),
            versioning({ bucket: UNKNOWN }, { bucket: other }, "v"),
        );
        expect(graph.into(the("a"), VERSIONING, "bucket").possible).toEqual([]);
        expect(names(graph.into(the("b"), VERSIONING, "bucket").possible)).toEqual(["v"]);
    });

    test("is perhaps a resource from which something was made under another name", () => {
        const a = bucket({}, {}, "a");
        const other = of("aws:ssm/parameter:Parameter")({ type: "String", value: UNKNOWN }, { value: a }, "other");
        const { graph, the } = graphOf(other, a, versioning({ bucket: UNKNOWN }, { bucket: other }, "v"));
        expect(names(graph.into(the("a"), VERSIONING, "bucket").possible)).toEqual(["v"]);
        expect(graph.from(the("v"), "bucket", BUCKET)).toEqual({ certain: [], possible: [the("a")], outside: true });
    });
});
