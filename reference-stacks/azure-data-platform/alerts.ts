import * as monitor from "@pulumi/azure-native/monitor";
import type * as pulumi from "@pulumi/pulumi";

import { alertEmail, groups, name, tags } from "./config";
import { factory } from "./factory";
import { bus } from "./messages";

const resourceGroupName = groups.operations.name;

const people = new monitor.ActionGroup("people", {
    resourceGroupName,
    actionGroupName: `ag-${name}`,
    groupShortName: name,
    location: "Global",
    enabled: true,
    emailReceivers: [{ name: "data-team", emailAddress: alertEmail, useCommonAlertSchema: true }],
    tags,
});

/** Tells people when a metric of a resource is above zero. */
function told(id: string, description: string, resource: pulumi.Input<string>, metricNamespace: string, metricName: string, timeAggregation: string) {
    return new monitor.MetricAlert(id, {
        resourceGroupName,
        ruleName: `ma-${name}-${id}`,
        location: "Global",
        description,
        severity: 1,
        enabled: true,
        scopes: [resource],
        evaluationFrequency: "PT5M",
        windowSize: "PT5M",
        criteria: {
            odataType: "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria",
            allOf: [
                {
                    name: id,
                    criterionType: "StaticThresholdCriterion",
                    metricNamespace,
                    metricName,
                    operator: "GreaterThan",
                    threshold: 0,
                    timeAggregation,
                },
            ],
        },
        actions: [{ actionGroupId: people.id }],
        tags,
    });
}
told("dead-letters", "Messages that nobody could handle", bus.id, "Microsoft.ServiceBus/namespaces", "DeadletteredMessages", "Maximum");
told("failed-pipelines", "A pipeline has failed", factory.id, "Microsoft.DataFactory/factories", "PipelineFailedRuns", "Total");
