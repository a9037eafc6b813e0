import { type Cases, UNKNOWN, of } from "../support/cases";

const domain = of("aws:opensearch/domain:Domain");
const elastic = of("aws:elasticsearch/domain:Domain");

const option = (logType: string, enabled?: boolean) => ({
    logType,
    cloudwatchLogGroupArn: "arn:aws:logs:eu-west-2:111122223333:log-group:search",
    ...(enabled === undefined ? {} : { enabled }),
});
const fineGrained = { advancedSecurityOptions: { enabled: true } };

export const cases: Cases = {
    "aws-search-logging": {
        compliant: {
            "the error log": domain({ logPublishingOptions: [option("ES_APPLICATION_LOGS")] }),
            "the default said outright": elastic({ logPublishingOptions: [option("ES_APPLICATION_LOGS", true)] }),
            "both, with fine-grained access control": domain({
                ...fineGrained,
                logPublishingOptions: [option("ES_APPLICATION_LOGS"), option("AUDIT_LOGS")],
            }),
        },
        violating: {
            none: [domain(), "logPublishingOptions"],
            "an entry that is off": [domain({ logPublishingOptions: [option("ES_APPLICATION_LOGS", false)] }), "logPublishingOptions"],
            "another kind": [elastic({ logPublishingOptions: [option("INDEX_SLOW_LOGS")] }), "logPublishingOptions"],
            "no audit log, with fine-grained access control": [
                domain({ ...fineGrained, logPublishingOptions: [option("ES_APPLICATION_LOGS")] }),
                "logPublishingOptions",
            ],
        },
        undetermined: {
            "options that are not known": [domain({ logPublishingOptions: UNKNOWN }), "logPublishingOptions"],
            "perhaps fine-grained access control": [
                domain({ advancedSecurityOptions: { enabled: UNKNOWN }, logPublishingOptions: [option("ES_APPLICATION_LOGS")] }),
                "logPublishingOptions",
            ],
        },
    },
};
