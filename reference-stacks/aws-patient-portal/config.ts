import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

// Defaults and descriptions stand in Pulumi.yaml.
const config = new pulumi.Config();

export const name = config.require("name");
export const alertEmail = config.require("alertEmail");
export const domainName = config.require("domainName");
export const hostedZoneId = config.require("hostedZoneId");
/** The image that runs, by its digest: what was tested, and nothing that took its name later. */
export const imageDigest = config.require("imageDigest");
export const tasks = { min: config.requireNumber("minTasks"), max: config.requireNumber("maxTasks") };
export const vpcCidr = config.require("vpcCidr");
export const databaseVersion = config.require("databaseVersion");
/** The identity provider that patients sign in with. Its secret waits in Secrets Manager, so that it is in no configuration. */
export const provider = {
    name: config.require("providerName"),
    issuer: config.require("providerIssuer"),
    clientId: config.require("providerClientId"),
    secretName: config.require("providerSecretName"),
    scopes: config.require("providerScopes"),
};
export const retentionDays = { logs: config.requireNumber("logRetentionDays") };
/** Days that overwritten and deleted versions of objects are kept. */
export const noncurrentDays = config.requireNumber("noncurrentDays");

export const tags = {
    owner: config.require("owner"),
    service: config.require("service"),
    environment: config.require("environment"),
    "data-classification": "confidential",
};

/** Stores that a backup plan of another stack, such as aws-immutable-backup, selects. */
export const backedUp = { ...tags, backup: "central" };

/** Where a resource stands. Names and ARNs are built from it, so that policy documents are known at preview. */
export interface Place {
    region: string;
    account: pulumi.Output<string>;
    options: pulumi.CustomResourceOptions;
}

const account = aws.getCallerIdentityOutput().accountId;
export const home: Place = { region: new pulumi.Config("aws").require("region"), account, options: {} };

/** The ARN of a resource of this account and region. */
export const arn = (service: string, resource: pulumi.Input<string>): pulumi.Output<string> =>
    pulumi.interpolate`arn:aws:${service}:${home.region}:${home.account}:${resource}`;

/** CloudFront takes its certificate and its firewall from this region alone. */
export const edge: Place = {
    region: "us-east-1",
    account,
    options: { provider: new aws.Provider("edge", { region: "us-east-1" }) },
};

/** State that Pulumi itself must not delete: remove `protect` on purpose, in a change of its own. */
export const kept = (place: Place): pulumi.CustomResourceOptions => ({ ...place.options, protect: true });
