import { spawnSync } from "node:child_process";
import path from "node:path";
import { canonicalType, familyOf } from "../../src/policy/families";
import { MOVED, RENAMED } from "../../src/policy/type-aliases.generated";

const ROOT = path.resolve(__dirname, "../..");

describe("canonicalType", () => {
    test.each([
        // What is current, and what nobody knows, stays as it is.
        ["aws:s3/bucket:Bucket", "aws:s3/bucket:Bucket"],
        ["azure-native:storage:StorageAccount", "azure-native:storage:StorageAccount"],
        ["azuread:index/conditionalAccessPolicy:ConditionalAccessPolicy", "azuread:index/conditionalAccessPolicy:ConditionalAccessPolicy"],
        ["pulumi:pulumi:Stack", "pulumi:pulumi:Stack"],
        ["random:index/randomId:RandomId", "random:index/randomId:RandomId"],
        ["my:component:Thing", "my:component:Thing"],
        ["", ""],
        // AWS: older majors, twins, aliases of twins.
        ["aws:s3/bucketV2:BucketV2", "aws:s3/bucket:Bucket"],
        ["aws:s3/bucketVersioningV2:BucketVersioningV2", "aws:s3/bucketVersioning:BucketVersioning"],
        [
            "aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2",
            "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
        ],
        ["aws:alb/loadBalancer:LoadBalancer", "aws:lb/loadBalancer:LoadBalancer"],
        ["aws:applicationloadbalancing/listener:Listener", "aws:lb/listener:Listener"],
        ["aws:elasticloadbalancingv2/listener:Listener", "aws:lb/listener:Listener"],
        ["aws:elasticloadbalancing/loadBalancer:LoadBalancer", "aws:elb/loadBalancer:LoadBalancer"],
        // Azure: versions, generated packages, moved modules and names.
        ["azure-native:storage/v20230101:StorageAccount", "azure-native:storage:StorageAccount"],
        ["azure-native:storage/v20180301preview:StorageAccount", "azure-native:storage:StorageAccount"],
        ["azure-native_storage_v20240101:storage:StorageAccount", "azure-native:storage:StorageAccount"],
        ["azure-native_containerservice_v20230102preview:containerservice:ManagedCluster", "azure-native:containerservice:ManagedCluster"],
        ["azure-native:documentdb:DatabaseAccount", "azure-native:cosmosdb:DatabaseAccount"],
        ["azure-native:documentdb/v20230415:SqlResourceSqlDatabase", "azure-native:cosmosdb:SqlResourceSqlDatabase"],
        ["azure-native_cache_v20240301:cache:Redis", "azure-native:redis:Redis"],
        ["azure-native:insights:DiagnosticSetting", "azure-native:monitor:DiagnosticSetting"],
        ["azure-native:insights/v20210501preview:DiagnosticSetting", "azure-native:monitor:DiagnosticSetting"],
        ["azure-native:insights:Component", "azure-native:applicationinsights:Component"],
        ["azure-native:network:PrivateZone", "azure-native:privatedns:PrivateZone"],
        ["azure-native:sql/v20170301preview:BackupLongTermRetentionPolicy", "azure-native:sql:LongTermRetentionPolicy"],
        // One name, two services: the retired single server and the flexible server.
        ["azure-native:dbforpostgresql/v20171201:Server", "azure-native:dbforpostgresql:SingleServer"],
        ["azure-native:dbforpostgresql/v20221201:Server", "azure-native:dbforpostgresql:Server"],
        ["azure-native_dbformysql_v20171201:dbformysql:FirewallRule", "azure-native:dbformysql:SingleServerFirewallRule"],
    ])("%s is %s", (token, type) => {
        expect(canonicalType(token)).toBe(type);
        expect(canonicalType(token)).toBe(type);
        expect(canonicalType(type)).toBe(type);
    });

    test.each([
        // Aliases in azure-native, and yet different things.
        "azure-native:securityinsights:FusionAlertRule",
        "azure-native:securityinsights:ScheduledAlertRule",
        "azure-native:kusto:ReadOnlyFollowingDatabase",
        "azure-native:resources:AzureCliScript",
        "azure-native:dbforpostgresql:SingleServer",
        // Alike, and yet different things.
        "aws:elasticsearch/domainPolicy:DomainPolicy",
        "aws:s3control/bucketPolicy:BucketPolicy",
        "aws:s3/bucketObject:BucketObject",
    ])("%s stays itself", token => {
        expect(canonicalType(token)).toBe(token);
        expect(familyOf(token)).not.toContain("azure-native:securityinsights:MLBehaviorAnalyticsAlertRule");
    });

    test("no entry leads to another entry", () => {
        for (const [prefixes, names] of Object.entries(MOVED)) {
            const [from = "", to = ""] = prefixes.split(">");
            for (const name of names.split(" ")) {
                expect(canonicalType(from + name)).toBe(to + name);
                expect(canonicalType(to + name)).toBe(to + name);
            }
        }
        for (const to of Object.values(RENAMED)) expect(canonicalType(to)).toBe(to);
    });
});

test("a family lists its tokens, the current one first", () => {
    expect(familyOf("aws:s3/bucket:Bucket")).toEqual(["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"]);
    expect(familyOf("aws:lb/listener:Listener")).toEqual([
        "aws:lb/listener:Listener",
        "aws:alb/listener:Listener",
        "aws:applicationloadbalancing/listener:Listener",
        "aws:elasticloadbalancingv2/listener:Listener",
    ]);
    expect(familyOf("aws:rds/instance:Instance")).toEqual(["aws:rds/instance:Instance"]);
});

// Fails when a provider bump adds an alias or a twin, and when a policy uses a token that the installed SDKs do not have or that is not canonical.
test("the tables are those of the installed SDKs and of the policies' tokens", () => {
    const run = spawnSync(process.execPath, ["scripts/generate.mjs", "types", "--check"], { cwd: ROOT, encoding: "utf8" });
    expect(run.stderr).toBe("");
    expect(run.status).toBe(0);
}, 30_000);
