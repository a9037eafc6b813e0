import * as aws from "@pulumi/aws";

import { name, security, tags } from "./config";
import { trust } from "./documents";
import { delegated } from "./organisation";

// AWS Config's view of all accounts and regions, for the security team.
const aggregatorRole = new aws.iam.Role(
    "config-aggregator",
    {
        name: `${name}-config-aggregator`,
        assumeRolePolicy: trust("config.amazonaws.com", { "aws:SourceAccount": security.account }),
        tags,
    },
    security.options,
);
const aggregatorPolicy = new aws.iam.RolePolicyAttachment(
    "config-aggregator",
    { role: aggregatorRole.name, policyArn: "arn:aws:iam::aws:policy/service-role/AWSConfigRoleForOrganizations" },
    security.options,
);
new aws.cfg.ConfigurationAggregator(
    "organisation",
    { name: `${name}-organisation`, organizationAggregationSource: { allRegions: true, roleArn: aggregatorRole.arn }, tags },
    { ...security.options, dependsOn: [...delegated, aggregatorPolicy] },
);
