import { type Cases, UNKNOWN, holding, of } from "../support/cases";

const findings = of("aws:securityhub/findingAggregator:FindingAggregator");
const findingsV2 = of("aws:securityhub/aggregatorV2:AggregatorV2");
const configuration = of("aws:cfg/configurationAggregator:ConfigurationAggregator");
const topic = of("aws:sns/topic:Topic");

const roleArn = "arn:aws:iam::111122223333:role/config";
const everywhere = findings({ linkingMode: "ALL_REGIONS" });
const organisation = configuration({ organizationAggregationSource: { allRegions: true, roleArn } });
const CONFIGURATION = "organizationAggregationSource.allRegions";

export const cases: Cases = {
    "aws-findings-aggregated-centrally": {
        compliant: {
            "both, of all regions": holding("security-account", everywhere, organisation),
            "the newer Security Hub": holding("security-account", findingsV2({ regionLinkingMode: "ALL_REGIONS" }), organisation),
            "all regions but one that is not approved": findings({ linkingMode: "ALL_REGIONS_EXCEPT_SPECIFIED", specifiedRegions: ["us-east-1"] }),
            "the approved regions besides its own": findings({
                region: "eu-west-2",
                linkingMode: "SPECIFIED_REGIONS",
                specifiedRegions: ["eu-west-1"],
            }),
            "both approved regions": findings({ linkingMode: "SPECIFIED_REGIONS", specifiedRegions: ["eu-west-1", "eu-west-2"] }),
            "configuration of named accounts": configuration({ accountAggregationSource: { accountIds: ["111122223333"], allRegions: true } }),
            "configuration of the approved regions": configuration({
                organizationAggregationSource: { regions: ["eu-west-1", "eu-west-2"], roleArn },
            }),
        },
        violating: {
            "absent: neither": holding("security-account", topic()),
            "no aggregator of configuration": holding("security-account", everywhere),
            "no aggregator of findings": holding("security-account", organisation),
            "no regions": [findings({ linkingMode: "NO_REGIONS" }), "linkingMode"],
            "an approved region spared": [findings({ linkingMode: "ALL_REGIONS_EXCEPT_SPECIFIED", specifiedRegions: ["eu-west-1"] }), "linkingMode"],
            "an approved region left out": [
                findings({ region: "eu-west-2", linkingMode: "SPECIFIED_REGIONS", specifiedRegions: ["us-east-1"] }),
                "linkingMode",
            ],
            "the newer Security Hub, no regions": [findingsV2({ regionLinkingMode: "DISABLED" }), "regionLinkingMode"],
            "configuration of its own region": [configuration({ organizationAggregationSource: { roleArn } }), CONFIGURATION],
            "of its own region, said outright": [configuration({ organizationAggregationSource: { allRegions: false, roleArn } }), CONFIGURATION],
        },
        undetermined: {
            "a mode that is not known": [findings({ linkingMode: UNKNOWN }), "linkingMode"],
            "regions that are not known": [findings({ linkingMode: "SPECIFIED_REGIONS", specifiedRegions: UNKNOWN }), "linkingMode"],
            "a region left out that may be its own": [findings({ linkingMode: "SPECIFIED_REGIONS", specifiedRegions: ["eu-west-1"] }), "linkingMode"],
            "configuration of perhaps all regions": [
                configuration({ organizationAggregationSource: { allRegions: UNKNOWN, roleArn } }),
                CONFIGURATION,
            ],
        },
        notApplicable: { "another stack holds the security account": topic() },
    },
};
