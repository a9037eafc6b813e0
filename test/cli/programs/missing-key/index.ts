import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";

const days = new pulumi.Config().requireNumber("retentionDays");
new aws.rds.Instance("database", { instanceClass: "db.t4g.large", backupRetentionPeriod: days });
