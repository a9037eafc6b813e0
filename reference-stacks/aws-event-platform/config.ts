import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

// Defaults and descriptions stand in Pulumi.yaml.
const config = new pulumi.Config();

export const name = config.require("name");
export const alertEmail = config.require("alertEmail");
export const domainName = config.require("domainName");
export const hostedZoneId = config.require("hostedZoneId");
export const userPoolArn = config.require("userPoolArn");
export const partnerAccounts = config.requireObject<string[]>("partnerAccounts");
export const partnerUrl = config.require("partnerUrl");
export const searchAdministratorRole = config.require("searchAdministratorRole");
export const createAccountSettings = config.requireBoolean("createAccountSettings");
export const retentionDays = { logs: config.requireNumber("logRetentionDays"), archive: config.requireNumber("archiveLockDays") };
/** Days that overwritten and deleted versions of objects are kept. */
export const noncurrentDays = config.requireNumber("noncurrentDays");
export const vpcCidr = config.require("vpcCidr");
export const partnerCidr = config.require("partnerCidr");
const gatewayIp = config.get("partnerGatewayIp");
/** Where the partners' hub ends the VPN, if one is to be made. */
export const partnerGatewayIp = gatewayIp === "" ? undefined : gatewayIp;
export const versions = { kafka: config.require("kafkaVersion"), search: config.require("searchVersion") };

export const tags = {
    owner: config.require("owner"),
    service: config.require("service"),
    environment: config.require("environment"),
    "data-classification": "confidential",
};
/** Stores that a backup plan of another stack, such as aws-immutable-backup, selects. */
export const backedUp = { ...tags, backup: "central" };
/** Stores of copies, which are made again from the archive. */
export const notBackedUp = { ...tags, backup: "not-required" };

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

/** The ARN of a resource of this account and region. */
export const arn = (service: string, resource: pulumi.Input<string>): pulumi.Output<string> =>
    pulumi.interpolate`arn:aws:${service}:${home.region}:${home.account}:${resource}`;

/** State that Pulumi itself must not delete: remove `protect` on purpose, in a change of its own. */
export const kept = (place: Place): pulumi.CustomResourceOptions => ({ ...place.options, protect: true });
