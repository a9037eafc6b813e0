import * as aws from "@pulumi/aws";

import { alertEmail, monthlyLogBudget, name, tags } from "./config";

// Logs that cost more than planned are soon switched off: better to be told.
new aws.budgets.Budget("logs", {
    name: `${name}-logs`,
    budgetType: "COST",
    timeUnit: "MONTHLY",
    limitAmount: String(monthlyLogBudget),
    limitUnit: "USD",
    costFilters: [
        {
            name: "Service",
            values: ["AmazonCloudWatch", "AWS CloudTrail", "AWS Config", "Amazon GuardDuty", "Amazon Macie", "AWS Security Hub", "Amazon Inspector"],
        },
    ],
    notifications: [
        {
            notificationType: "FORECASTED",
            comparisonOperator: "GREATER_THAN",
            threshold: 100,
            thresholdType: "PERCENTAGE",
            subscriberEmailAddresses: [alertEmail],
        },
    ],
    tags,
});
