import { readFileSync } from "node:fs";
import path from "node:path";
import schedule from "node-releases/data/release-schedule/release-schedule.json";
import { parse } from "yaml";
import { lifecycle, lifecycleRows, lifecyclesCheckedOn, type LifecycleState, type Product } from "../../src/charter/lifecycles";
import { compareVersions, parseVersion } from "../../src/policy/versions";

const TODAY = "2026-11-22";

test.each<[Product, string, LifecycleState]>([
    // Names with a version: compared within their family.
    ["aws-lambda", "nodejs24.x", "supported"],
    ["aws-lambda", "nodejs22.x", "ending"],
    ["aws-lambda", "nodejs20.x", "ended"],
    ["aws-lambda", "nodejs8.10", "ended"],
    ["aws-lambda", "nodejs26.x", "unlisted-new"],
    ["aws-lambda", "nodejs23.x", "unlisted"],
    ["aws-lambda", "nodejs", "ended"],
    ["aws-lambda", "python3.9", "ended"],
    ["aws-lambda", "python3.12", "supported"],
    ["aws-lambda", "python3.2", "unlisted"],
    ["aws-lambda", "python2.6", "unlisted-old"],
    ["aws-lambda", "python3.15", "unlisted-new"],
    ["aws-lambda", "dotnet8", "ended"],
    ["aws-lambda", "dotnetcore3.1", "ended"],
    ["aws-lambda", "dotnet10", "supported"],
    ["aws-lambda", "java8", "ended"],
    ["aws-lambda", "java8.al2", "supported"],
    ["aws-lambda", "java8.al2027", "unlisted"],
    ["aws-lambda", "java6", "unlisted-old"],
    ["aws-lambda", "go1.x", "ended"],
    ["aws-lambda", "provided", "ended"],
    ["aws-lambda", "provided.al2", "ended"],
    ["aws-lambda", "provided.al2023", "supported"],
    ["aws-lambda", "provided.al2027", "unlisted-new"],
    ["aws-lambda", "rust1.x", "unlisted"],
    ["aws-lambda", "", "unlisted"],
    // Full versions find their cycle.
    ["rds-postgres", "14.9", "ending"],
    ["rds-postgres", "13", "extended"],
    ["rds-postgres", "9.6.24", "unlisted-old"],
    ["rds-postgres", "19.1", "unlisted-new"],
    ["rds-mysql", "8.0.36", "extended"],
    ["rds-mysql", "8.4.3", "supported"],
    ["rds-mysql", "8", "unlisted"],
    ["rds-mysql", "5.5", "unlisted-old"],
    ["rds-mysql", "5.6.51", "ended"],
    ["aurora-mysql", "8.0.mysql_aurora.3.05.2", "supported"],
    ["aurora-mysql", "5.7.mysql_aurora.2.11.2", "extended"],
    ["aurora-mysql", "5.6", "ended"],
    ["rds-mariadb", "10.6.19", "ending"],
    ["rds-mariadb", "10.11.9", "supported"],
    ["sql-server", "16.00.4105.2.v1", "supported"],
    ["sql-server", "13.00", "extended"],
    ["oracle", "19.0.0.0.ru-2024-01.rur-2024-01.r1", "supported"],
    ["eks", "1.34", "ending"],
    ["eks", "1.33", "extended"],
    ["eks", "1.30", "ended"],
    ["eks", "1.9", "unlisted-old"],
    ["eks", "1.37", "unlisted-new"],
    ["eks", "1", "unlisted"],
    ["eks-ami-type", "al2_x86_64", "ended"],
    ["eks-ami-type", "AL2023_x86_64_STANDARD", "supported"],
    ["eks-ami-type", "BOTTLEROCKET_x86_64", "unlisted"],
    ["opensearch", "OpenSearch_2.11", "supported"],
    ["opensearch", "OpenSearch_2.1", "unlisted"],
    ["opensearch", "OpenSearch_1.1", "extended"],
    ["elasticsearch", "Elasticsearch_7.10", "supported"],
    ["elasticsearch", "5.6", "extended"],
    ["elasticsearch", "7.4", "ended"],
    ["neptune", "1.4.6.3", "supported"],
    ["neptune", "1.4.6.0", "ending"],
    ["neptune", "1.2.1.0.R7", "ending"],
    ["neptune", "1.1.0.0", "ended"],
    ["msk", "3.7.x.kraft", "ended"],
    ["msk", "3.9.x", "supported"],
    ["emr", "emr-7.13.0", "supported"],
    ["emr", "emr-6.15.0", "unlisted-old"],
    ["elasticache-redis", "6.x", "ending"],
    ["docdb", "3.6.0", "extended"],
    // Azure.
    ["aks", "1.34.2", "ending"],
    ["aks", "1.31", "extended"],
    ["functions-runtime", "~4", "supported"],
    ["functions-runtime", "~1", "ended"],
    ["functions-node", "20", "ended"],
    ["functions-node", "~24", "supported"],
    ["functions-dotnet", "v8.0", "ended"],
    ["app-service-node", "20-lts", "ended"],
    ["app-service-node", "NODE|22-lts", "ending"],
    ["app-service-python", "3.10", "ended"],
    ["app-service-python", "3.13", "supported"],
    ["app-service-php", "8.2", "ending"],
    ["app-service-java", "17", "supported"],
    ["azure-postgresql", "14", "ended"],
    ["azure-mysql", "8.0.21", "ending"],
    ["azure-retired", "application-gateway-v1", "ended"],
    ["azure-retired", "front-door-classic", "ending"],
    ["azure-retired", "nsg-flow-logs", "supported"],
    ["azure-retired", "something-else", "unlisted"],
    ["windows-server", "2012-R2", "ended"],
    ["windows-server", "2016-datacenter-gensecond", "ending"],
    ["windows-server", "2008", "unlisted-old"],
    ["ubuntu", "20.04", "extended"],
    ["ubuntu", "25.10", "unlisted"],
    ["debian", "12", "extended"],
    ["amazon-linux", "2", "ended"],
    ["tls", "1.1", "ended"],
])("%s %s is %s", (product, cycle, state) => {
    expect(lifecycle(product, cycle, TODAY).state).toBe(state);
});

test("a date is valid to the end of its day", () => {
    expect(lifecycle("eks", "1.34", "2026-12-02", { warnWithinDays: 0 })).toMatchObject({ state: "ending", daysLeft: 0 });
    expect(lifecycle("eks", "1.34", "2026-12-01", { warnWithinDays: 0 })).toMatchObject({ state: "supported", daysLeft: 1 });
    expect(lifecycle("eks", "1.34", "2026-12-03")).toMatchObject({ state: "extended", daysLeft: 364 });
    expect(lifecycle("eks", "1.34", "2027-12-02")).toMatchObject({ state: "extended", daysLeft: 0 });
    expect(lifecycle("eks", "1.34", "2027-12-03")).toMatchObject({ state: "ended" });
    expect(lifecycle("eks", "1.34", "2027-12-03").daysLeft).toBeUndefined();
    expect(lifecycle("eks", "1.36", TODAY, { warnWithinDays: 400 }).state).toBe("ending");
});

test("settings replace rows and add them", () => {
    const extra = [
        { product: "eks", cycle: "1.34", standardEnds: "2028-01-01" },
        { product: "eks", cycle: "1.38", standardEnds: "2029-01-01" },
        { product: "aks", cycle: "1.38", standardEnds: "2020-01-01" },
    ];
    expect(lifecycle("eks", "1.34", TODAY, { extra })).toMatchObject({ state: "supported", row: { source: "the stack's own settings" } });
    expect(lifecycle("eks", "1.38.1", TODAY, { extra }).state).toBe("supported");
    expect(lifecycle("eks", "1.37", TODAY, { extra }).state).toBe("unlisted");
    expect(lifecycle("eks", "1.37", TODAY).state).toBe("unlisted-new");
});

test("a service's own row counts before its vendor's, with source and doubt", () => {
    expect(lifecycle("app-service-node", "22", TODAY).row).toMatchObject({ product: "app-service-node", verify: true });
    expect(lifecycle("app-service-node", "24", TODAY).row).toMatchObject({ product: "nodejs", source: "node-releases 2.0.65" });
    expect(lifecycleRows("app-service-node").filter(({ cycle }) => cycle === "22")).toHaveLength(1);
    expect(lifecycle("aurora-mysql", "5.7", TODAY).row).toMatchObject({ verify: true, extendedEnds: "2028-02-29" });
});

test("the Node.js rows are those of node-releases", () => {
    const ends: Readonly<Record<string, { end: string }>> = schedule;
    for (const { cycle, standardEnds } of lifecycleRows("nodejs")) expect([cycle, standardEnds]).toEqual([cycle, ends[`v${cycle}`]?.end]);
    const supported = Object.entries(ends).filter(([name, { end }]) => !name.startsWith("v0") && end >= lifecyclesCheckedOn);
    // A release that only begins later need not be listed.
    for (const [name] of supported.filter(([, entry]) => (entry as unknown as { start: string }).start <= lifecyclesCheckedOn))
        expect(lifecycleRows("nodejs").map(({ cycle }) => `v${cycle}`)).toContain(name);
});

// The table does not become wrong on a day, so this only speaks up.
test("rows that were checked over 90 days ago are named", () => {
    const { rows } = parse(readFileSync(path.resolve(__dirname, "../../src/charter/lifecycles.yaml"), "utf8")) as {
        rows: { product: string; checkedOn: string }[];
    };
    const stale = rows.filter(({ checkedOn }) => Date.now() - Date.parse(checkedOn) > 90 * 86_400_000);
    if (stale.length > 0) {
        const products = [...new Set(stale.map(({ product }) => product))].join(", ");
        console.warn(
            `lifecycles.yaml: ${String(stale.length)} rows were last checked over 90 days ago (${products}). See scripts/refresh-lifecycles.mjs.`,
        );
    }
    expect(lifecyclesCheckedOn).toBe(rows.map(({ checkedOn }) => checkedOn).sort()[0]);
});

test("versions compare part by part as numbers", () => {
    expect(compareVersions("1.9", "1.34")).toBeLessThan(0);
    expect(compareVersions("emr-6.15.0", "emr-6.9.1")).toBeGreaterThan(0);
    expect(compareVersions("1.34", "1.34.0")).toBe(0);
    expect(compareVersions("v1.34", "1.34")).toBe(0);
    expect(compareVersions("latest", "1")).toBeLessThan(0);
    expect(compareVersions("latest", "")).toBe(0);
    expect(parseVersion("python3.12")).toEqual({ prefix: "python", parts: [3, 12], suffix: "" });
    expect(parseVersion("9".repeat(500))).toBeUndefined();
    expect(parseVersion("")).toBeUndefined();
});
