import { type CaseResource, type Cases, UNKNOWN, holding, of } from "../support/cases";

const analyzer = of("aws:accessanalyzer/analyzer:Analyzer");
const archiveRule = of("aws:accessanalyzer/archiveRule:ArchiveRule");
const topic = of("aws:sns/topic:Topic");

const external = analyzer({ analyzerName: "external" });
const unused = analyzer({ analyzerName: "unused", type: "ACCOUNT_UNUSED_ACCESS", configuration: { unusedAccess: { unusedAccessAge: 45 } } });
interface Filter {
    readonly criteria: string;
    readonly eqs?: string[];
    readonly contains?: string[];
}
const archiving = (...filters: readonly Filter[]): CaseResource => archiveRule({ analyzerName: "external", ruleName: "known", filters });
const AGE = "configuration.unusedAccess.unusedAccessAge";

export const cases: Cases = {
    "aws-iam-access-analyzer-enabled": {
        compliant: {
            "both analyzers": holding("account-baseline", external, unused),
            "both of the organisation": holding(
                "account-baseline",
                analyzer({ analyzerName: "a", type: "ORGANIZATION" }),
                analyzer({ analyzerName: "b", type: "ORGANIZATION_UNUSED_ACCESS", configuration: { unusedAccess: { unusedAccessAge: 90 } } }),
            ),
            "the type's default, outside the baseline": external,
            "findings of one resource are archived": archiving({ criteria: "resource", contains: ["arn:aws:s3:::site"] }),
            "what is public, of one resource": archiving(
                { criteria: "isPublic", eqs: ["true"] },
                { criteria: "resource", eqs: ["arn:aws:s3:::site"] },
            ),
            "what is not public": archiving({ criteria: "isPublic", eqs: ["false"] }),
        },
        violating: {
            "none at all": holding("account-baseline", topic()),
            "none of unused access": holding("account-baseline", external),
            "none of access from outside": holding("account-baseline", unused),
            "too long an age": [
                analyzer({ analyzerName: "unused", type: "ACCOUNT_UNUSED_ACCESS", configuration: { unusedAccess: { unusedAccessAge: 180 } } }),
                AGE,
            ],
            "every finding is archived": [archiving(), "filters"],
            "all that is public is archived": [archiving({ criteria: "isPublic", eqs: ["true"] }), "filters"],
        },
        undetermined: {
            "a type that is not known": holding(
                "account-baseline",
                external,
                analyzer({ analyzerName: "b", type: UNKNOWN, configuration: { unusedAccess: { unusedAccessAge: 90 } } }),
            ),
            "an age that is left to AWS": [analyzer({ analyzerName: "unused", type: "ACCOUNT_UNUSED_ACCESS" }), AGE],
            "an age that is not known": [
                analyzer({ analyzerName: "unused", type: "ACCOUNT_UNUSED_ACCESS", configuration: { unusedAccess: { unusedAccessAge: UNKNOWN } } }),
                AGE,
            ],
            "filters that are not known": [archiveRule({ analyzerName: "external", ruleName: "known", filters: UNKNOWN }), "filters"],
        },
        notApplicable: { "another stack holds the baseline": topic() },
    },
};
