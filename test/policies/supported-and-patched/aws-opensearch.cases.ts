import { type Cases, UNKNOWN, of } from "../support/cases";

const domain = of("aws:opensearch/domain:Domain");
const legacy = of("aws:elasticsearch/domain:Domain");

export const cases: Cases = {
    "aws-opensearch-engine-in-support": {
        compliant: {
            "OpenSearch in support": domain({ engineVersion: "OpenSearch_2.19" }),
            "Elasticsearch in support": domain({ engineVersion: "Elasticsearch_7.10" }),
            "none: the service starts on its current version": domain(),
            "the legacy type": legacy({ elasticsearchVersion: "7.10" }),
            "in paid extended support, with advice": { resources: [domain({ engineVersion: "OpenSearch_1.1" })], advice: true },
        },
        violating: {
            "Elasticsearch that has ended": [domain({ engineVersion: "Elasticsearch_7.4" }), "engineVersion"],
            "the legacy type, by default": [legacy(), "elasticsearchVersion"],
            "the same said outright": [legacy({ elasticsearchVersion: "1.5" }), "elasticsearchVersion"],
            "in paid extended support, where the setting forbids it": {
                resources: [domain({ engineVersion: "OpenSearch_1.1" })],
                settings: { failOnPaidExtension: true },
                property: "engineVersion",
            },
        },
        undetermined: {
            "known only after the update": [domain({ engineVersion: UNKNOWN }), "engineVersion"],
            "newer than the table": [domain({ engineVersion: "OpenSearch_9.1" }), "engineVersion"],
        },
    },
    "aws-opensearch-auto-software-update": {
        compliant: { on: domain({ softwareUpdateOptions: { autoSoftwareUpdateEnabled: true } }) },
        violating: {
            "off, by default": [domain(), "softwareUpdateOptions.autoSoftwareUpdateEnabled"],
            "off, said outright": [
                domain({ softwareUpdateOptions: { autoSoftwareUpdateEnabled: false } }),
                "softwareUpdateOptions.autoSoftwareUpdateEnabled",
            ],
        },
        undetermined: {
            "known only after the update": [domain({ softwareUpdateOptions: UNKNOWN }), "softwareUpdateOptions.autoSoftwareUpdateEnabled"],
        },
    },
};
