import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

// Defaults and descriptions stand in Pulumi.yaml.
const config = new pulumi.Config();

export const name = config.require("name");
export const organisationId = config.require("organisationId");
export const accountRole = config.require("accountRole");
export const allowedRegions = config.requireObject<string[]>("allowedRegions");
export const alertEmail = config.require("securityEmail");
export const securityPhone = config.require("securityPhone");
export const groups = {
    administrators: config.require("administratorsGroup"),
    engineers: config.require("engineersGroup"),
    auditors: config.require("auditorsGroup"),
};
export const archiveLockDays = config.requireNumber("archiveLockDays");
export const retentionDays = { logs: config.requireNumber("logRetentionDays") };
/** Days that overwritten and deleted versions of objects are kept. */
export const noncurrentDays = retentionDays.logs;
export const monthlyLogBudget = config.requireNumber("monthlyLogBudget");
export const createServiceRoles = config.requireBoolean("createServiceRoles");

export const tags = {
    owner: config.require("owner"),
    service: config.require("service"),
    environment: config.require("environment"),
    "data-classification": "confidential",
};

/** Where a resource stands. Names and ARNs are built from it, so that policy documents are known at preview. */
export interface Place {
    region: string;
    account: pulumi.Output<string>;
    options: pulumi.CustomResourceOptions;
}

const region = new pulumi.Config("aws").require("region");
if (!allowedRegions.includes(region)) throw new pulumi.RunError(`allowedRegions does not hold the home region, ${region}`);

/** An account of the organisation that the management account sets up. */
function member(id: string, accountId: string): Place {
    const provider = new aws.Provider(id, {
        region: region as aws.Region,
        allowedAccountIds: [accountId],
        assumeRoles: [{ roleArn: `arn:aws:iam::${accountId}:role/${accountRole}`, sessionName: name }],
    });
    return { region, account: pulumi.output(accountId), options: { provider } };
}

export const management: Place = { region, account: aws.getCallerIdentityOutput().accountId, options: {} };
export const archive = member("log-archive", config.require("logArchiveAccountId"));
export const security = member("security", config.require("securityAccountId"));
export const places = { management, "log-archive": archive, security };

/** State that Pulumi itself must not delete: remove `protect` on purpose, in a change of its own. */
export const kept = (place: Place): pulumi.CustomResourceOptions => ({ ...place.options, protect: true });
