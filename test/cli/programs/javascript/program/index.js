"use strict";
const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");

const config = new pulumi.Config();
const hook = new pulumi.ResourceHook("before", () => undefined, { onDryRun: true });
for (const owner of config.requireObject("owners")) {
    new aws.rds.Instance(
        owner,
        {
            engine: "mariadb",
            engineVersion: "10.6",
            instanceClass: "db.t4g.large",
            allocatedStorage: 20,
            backupRetentionPeriod: config.requireNumber("retentionDays"),
            storageEncrypted: owner === "a",
        },
        { hooks: { beforeCreate: [hook] } },
    );
}
module.exports = { owners: config.requireObject("owners") };
