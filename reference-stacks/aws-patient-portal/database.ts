import * as aws from "@pulumi/aws";

import { backedUp, databaseVersion, home, kept, name, tags } from "./config";
import { trust } from "./documents";
import { homeLogs } from "./homelogs";
import { key } from "./keys";
import { group, subnetIds } from "./network";

// Records of patients. The service signs in through IAM; AWS makes, keeps and rotates the password of the administrator.
const dataKey = key("database", "Records of patients", home);
const secretKey = key("database-secret", "Password of the database's administrator", home);
const place = new aws.rds.SubnetGroup("database", { name: `${name}-database`, subnetIds, tags });
const parameters = new aws.rds.ClusterParameterGroup("database", {
    name: `${name}-database`,
    family: `aurora-postgresql${databaseVersion.split(".")[0] ?? ""}`,
    parameters: [
        { name: "rds.force_ssl", value: "1" },
        { name: "shared_preload_libraries", value: "pg_stat_statements,pgaudit", applyMethod: "pending-reboot" },
        { name: "pgaudit.log", value: "ddl,role,write" },
        { name: "log_connections", value: "1" },
        { name: "log_disconnections", value: "1" },
        { name: "log_statement", value: "ddl" },
        { name: "log_min_duration_statement", value: "1000" },
    ],
    tags,
});
const monitor = new aws.iam.Role("database-monitor", {
    name: `${name}-database-monitor`,
    assumeRolePolicy: trust("monitoring.rds.amazonaws.com", { "aws:SourceAccount": home.account }),
    tags,
});
const monitoring = new aws.iam.RolePolicyAttachment("database-monitor", {
    role: monitor.name,
    policyArn: "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole",
});
const logs = homeLogs("database", `/aws/rds/cluster/${name}/postgresql`);

/** The user, of the database, as whom the service signs in. Whoever owns the database creates it once. */
export const serviceUser = `${name.replaceAll("-", "_")}_service`;
export const database = new aws.rds.Cluster(
    "database",
    {
        clusterIdentifier: name,
        engine: "aurora-postgresql",
        engineVersion: databaseVersion,
        databaseName: "portal",
        masterUsername: "portal_owner",
        manageMasterUserPassword: true,
        masterUserSecretKmsKeyId: secretKey.arn,
        iamDatabaseAuthenticationEnabled: true,
        storageEncrypted: true,
        kmsKeyId: dataKey.arn,
        dbSubnetGroupName: place.name,
        dbClusterParameterGroupName: parameters.name,
        vpcSecurityGroupIds: [group("database")],
        availabilityZones: ["a", "b", "c"].map(zone => `${home.region}${zone}`),
        backupRetentionPeriod: 35,
        preferredBackupWindow: "01:00-02:00",
        preferredMaintenanceWindow: "sun:03:00-sun:04:00",
        copyTagsToSnapshot: true,
        deletionProtection: true,
        deleteAutomatedBackups: false,
        engineLifecycleSupport: "open-source-rds-extended-support-disabled",
        skipFinalSnapshot: false,
        finalSnapshotIdentifier: `${name}-final`,
        enabledCloudwatchLogsExports: ["postgresql"],
        tags: backedUp,
    },
    { ...kept(home), dependsOn: [logs] },
);
for (const zone of ["a", "b"]) {
    new aws.rds.ClusterInstance(
        `database-${zone}`,
        {
            identifier: `${name}-${zone}`,
            clusterIdentifier: database.id,
            engine: "aurora-postgresql",
            engineVersion: databaseVersion,
            instanceClass: "db.r8g.large",
            availabilityZone: `${home.region}${zone}`,
            publiclyAccessible: false,
            autoMinorVersionUpgrade: true,
            copyTagsToSnapshot: true,
            caCertIdentifier: "rds-ca-rsa2048-g1",
            performanceInsightsEnabled: true,
            performanceInsightsKmsKeyId: dataKey.arn,
            monitoringInterval: 60,
            monitoringRoleArn: monitor.arn,
            tags: backedUp,
        },
        { dependsOn: [monitoring] },
    );
}
