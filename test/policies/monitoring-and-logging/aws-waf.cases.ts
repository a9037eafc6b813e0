import type { Unknown } from "../../../src/policy/unknown";
import { type CaseProps, type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const webAcl = of("aws:wafv2/webAcl:WebAcl");
const configuration = of("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration");

const acl = webAcl({ name: "api", scope: "REGIONAL" });
type Logging = CaseProps<"aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration">;
const loggingOf = (over: Logging = {}): CaseResource =>
    configuration({ resourceArn: UNKNOWN, logDestinationConfigs: [UNKNOWN], ...over }, { resourceArn: acl });
const filter = (defaultBehavior: string | Unknown, kept: string): Logging => ({
    loggingFilter: {
        defaultBehavior,
        filters: [{ behavior: "KEEP", requirement: "MEETS_ANY", conditions: [{ actionCondition: { action: kept } }] }],
    },
});

export const cases: Cases = {
    "aws-waf-logging-enabled": {
        compliant: {
            "to a destination": loggingOf(),
            "blocked requests only": loggingOf(filter("DROP", "BLOCK")),
            "everything but a few": loggingOf(filter("KEEP", "COUNT")),
        },
        violating: {
            nothing: [acl, ""],
            "no destination": [loggingOf({ logDestinationConfigs: [] }), ""],
            "blocked requests dropped": [loggingOf(filter("DROP", "COUNT")), ""],
            "another web ACL's": [
                [acl, configuration({ resourceArn: UNKNOWN, logDestinationConfigs: [UNKNOWN] }, { resourceArn: webAcl({ name: "web" }) })],
                "",
            ],
        },
        undetermined: {
            "a behaviour that is not known": [loggingOf(filter(UNKNOWN, "COUNT")), ""],
            "a configuration of a web ACL that is not known": [[acl, configuration({ resourceArn: UNKNOWN, logDestinationConfigs: [UNKNOWN] })], ""],
        },
    },
};
