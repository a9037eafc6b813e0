import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

// Defaults and descriptions stand in Pulumi.yaml.
const config = new pulumi.Config();

export const name = config.require("name");
export const alertEmail = config.require("alertEmail");
export const breakGlassRole = config.require("breakGlassRole");
export const createReportsRole = config.requireBoolean("createReportsRole");
export const lockGraceDays = config.requireNumber("lockGraceDays");
export const retentionDays = {
    daily: config.requireNumber("dailyRetentionDays"),
    weekly: config.requireNumber("weeklyRetentionDays"),
    monthly: config.requireNumber("monthlyRetentionDays"),
    logs: config.requireNumber("logRetentionDays"),
};
/** Days that overwritten and deleted versions of objects are kept. */
export const noncurrentDays = retentionDays.weekly;
export const vpcCidr = config.require("vpcCidr");
export const database = { version: config.require("databaseVersion"), instanceClass: config.require("databaseInstanceClass") };

export const tags = {
    owner: config.require("owner"),
    service: config.require("service"),
    environment: config.require("environment"),
    "data-classification": "confidential",
};
/** What the backup plan selects by. */
export const critical = { ...tags, backup: "critical" };

/** Where a resource stands. Names and ARNs are built from it, so that policy documents are known at preview. */
export interface Place {
    region: string;
    account: pulumi.Output<string>;
    options: pulumi.CustomResourceOptions;
}

export const home: Place = {
    region: new pulumi.Config("aws").require("region"),
    account: aws.getCallerIdentityOutput().accountId,
    options: {},
};

const copyRegion = config.require("copyRegion");
const copyAccountId = config.get("copyAccountId");
const copyRoleArn = config.get("copyRoleArn");
if (copyAccountId && !copyRoleArn) throw new pulumi.RunError("copyRoleArn is needed where copyAccountId names another account");
const copyProvider = new aws.Provider("copies", {
    region: copyRegion as aws.Region,
    ...(copyAccountId && { allowedAccountIds: [copyAccountId] }),
    ...(copyRoleArn && { assumeRoles: [{ roleArn: copyRoleArn, sessionName: name }] }),
});

export const copies: Place = {
    region: copyRegion,
    account: copyAccountId ? pulumi.output(copyAccountId) : home.account,
    options: { provider: copyProvider },
};

/** Where copies go to another account, it. */
export const foreignAccountId = copyAccountId === "" ? undefined : copyAccountId;

/** State that Pulumi itself must not delete: remove `protect` on purpose, in a change of its own. */
export const kept = (place: Place): pulumi.CustomResourceOptions => ({ ...place.options, protect: true });
