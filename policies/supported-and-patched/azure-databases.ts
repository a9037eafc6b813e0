import { type Product, lifecycle } from "../../src/charter/lifecycles";
import type { Check } from "../../src/policy/check";
import { resourcePolicy } from "../../src/policy/definition";
import type { Path, Token } from "../../src/policy/types";
import { UNKNOWN } from "../../src/policy/unknown";
import { WARN_WITHIN_DAYS, judgeRetired } from "../shared/azure-retired";
import { judgeLifecycle } from "../shared/lifecycle";

const RETIRED = {
    "azure-native:dbforpostgresql:SingleServer": ["Azure Database for PostgreSQL single server", "postgresql-single-server"],
    "azure-native:dbformysql:SingleServer": ["Azure Database for MySQL single server", "mysql-single-server"],
    "azure-native:dbformariadb:Server": ["Azure Database for MariaDB", "mariadb"],
} as const;

export const retiredDatabases = resourcePolicy({
    name: "azure-retired-single-server-databases",
    title: "No database runs on a service that Azure has retired",
    commitment: "supported-and-patched",
    topic: "unsupported-runtime-or-engine",
    strength: "core",
    severity: "critical",
    evidence: "proved",
    since: "1.0",
    on: ["azure-native:dbforpostgresql:SingleServer", "azure-native:dbformysql:SingleServer", "azure-native:dbformariadb:Server"],
    why: "A retired service gets no patches and no help, and new servers of it cannot be made.",
    fix: "Move to a flexible server (dbforpostgresql Server or dbformysql Server).",
    references: [
        "azure-policy:fdccbe47-f3e3-4213-ad5d-ea459b2fa077",
        "azure-policy:d9844e8a-1437-4aeb-a32c-0c992f056095",
        "azure-policy:b52376f7-9612-48a1-81cd-1ffe4b61032c",
        "checkov:CKV2_AZURE_37",
        "checkov:CKV_AZURE_129",
        "cis-azure-2.0:4.3.7",
        "cis-azure-3.0:5.2.5",
        "mcsb:NS-2",
    ],
    settings: { warnWithinDays: WARN_WITHIN_DAYS },
    check(c) {
        const [what, cycle] = RETIRED[c.type];
        judgeRetired(c, "", what, cycle);
    },
});

/** Replicas and restored servers have the version of their source. */
const INHERITS = ["Replica", "GeoRestore", "PointInTimeRestore", "ReviveDropped"];

const versions = {
    commitment: "supported-and-patched",
    topic: "unsupported-runtime-or-engine",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    settings: {
        warnWithinDays: WARN_WITHIN_DAYS,
        acceptPaidSupport: {
            type: "boolean",
            default: true,
            description: "Accept a version that only paid extended support still covers, with advice.",
        },
    },
    why: "A database engine past its end gets no security patches.",
} as const;

function judgeVersion<T extends Token>(
    c: Check<T, typeof versions.settings>,
    path: Path<T>,
    engine: string,
    product: Product,
    inherits: boolean | typeof UNKNOWN,
): void {
    const version = c.word(path);
    if (inherits === true) c.notApplicable("a replica or a restored server, which has its source's version");
    else if (inherits === UNKNOWN || version === UNKNOWN) c.undetermined(path, `The version of ${engine} is not known before the update.`);
    else if (version === undefined || version === "") c.undetermined(path, `The version of ${engine} is left to Azure's choice.`);
    else {
        const found = lifecycle(product, version, c.today, { warnWithinDays: c.settings.warnWithinDays });
        judgeLifecycle(c, path, `${engine} ${found.row?.cycle ?? "version"}`, found, !c.settings.acceptPaidSupport);
    }
}

export const postgresqlVersion = resourcePolicy({
    ...versions,
    name: "azure-postgresql-version-supported",
    title: "PostgreSQL servers run a version in support",
    on: ["azure-native:dbforpostgresql:Server", "azure-native:dbforpostgresql:ServerGroupCluster"],
    fix: "Set version (postgresqlVersion on Cosmos DB for PostgreSQL) to a major version in support, such as 17.",
    references: ["azure-policy:a43d5475-c569-45ce-a268-28fa79f4e87a", "endoflife:azure-database-for-postgresql"],
    check(c) {
        if (c.type === "azure-native:dbforpostgresql:Server")
            judgeVersion(c, "version", "PostgreSQL", "azure-postgresql", c.oneOf("createMode", INHERITS));
        else judgeVersion(c, "postgresqlVersion", "PostgreSQL", "azure-postgresql", c.has("sourceResourceId"));
    },
});

export const mysqlVersion = resourcePolicy({
    ...versions,
    name: "azure-mysql-version-supported",
    title: "MySQL servers run a version in support",
    on: ["azure-native:dbformysql:Server"],
    fix: "Set version to a release in support, such as 8.4.",
    references: ["azure-policy:c9299215-ae47-4f50-9c54-8a392f68a052", "endoflife:azure-database-for-mysql"],
    check(c) {
        judgeVersion(c, "version", "MySQL", "azure-mysql", c.oneOf("createMode", INHERITS));
    },
});
