import { stackPolicy } from "../../src/policy/definition";
import type { StackCheck } from "../../src/policy/check";
import { regionOf } from "../../src/policy/place";
import { type Answer, UNKNOWN, and, is, not, or, some } from "../../src/policy/unknown";
import { list, read, text, truth } from "../../src/policy/values";

const FINDINGS = "aws:securityhub/findingAggregator:FindingAggregator";
const FINDINGS_V2 = "aws:securityhub/aggregatorV2:AggregatorV2";
const CONFIGURATION = "aws:cfg/configurationAggregator:ConfigurationAggregator";

/** Where the mode and the list of regions of an aggregator of findings stand. */
const MODES = {
    [FINDINGS]: ["linkingMode", "specifiedRegions"],
    [FINDINGS_V2]: ["regionLinkingMode", "linkedRegions"],
} as const;

/** Regions of AWS among the approved ones, without the one in which the aggregator stands. */
function regionsToGather({ estate, resource }: StackCheck): { readonly regions: readonly string[]; readonly spared: number } {
    const all = estate.approvedRegions.filter(region => /^[a-z]{2}(-[a-z]+)+-\d+$/.test(region));
    const own = regionOf(resource);
    return { regions: all.filter(region => region !== own), spared: own === UNKNOWN ? 1 : 0 };
}

/** Does the list name every region? One that it leaves out may be the aggregator's own, where that is not known. */
function namesAll(c: StackCheck, listed: ReturnType<typeof read>): Answer {
    return is(list(listed), names => {
        const { regions, spared } = regionsToGather(c);
        const answers = regions.map(region => some(names, name => is(name, n => text(n) === region)));
        if (answers.every(answer => answer === true)) return true;
        return answers.filter(answer => answer === false).length <= spared && UNKNOWN;
    });
}

export const findingsAggregated = stackPolicy({
    name: "aws-findings-aggregated-centrally",
    title: "Findings and configuration of all regions come together in one place",
    commitment: "incident-reporting",
    topic: "alert-routing",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [FINDINGS, FINDINGS_V2, CONFIGURATION],
    holds: "security-account",
    why: "An intruder works in the region, or the account, at which nobody looks.",
    fix: "Set linkingMode to 'ALL_REGIONS' (regionLinkingMode in the newer Security Hub), and organizationAggregationSource.allRegions to true.",
    references: ["checkov:CKV_AWS_121", "prowler:securityhub_delegated_admin_enabled_all_regions"],
    checkResource(c) {
        const message = "Approved regions are left out.";
        if (c.type === CONFIGURATION) {
            const whole = or(
                ...["organizationAggregationSource", "accountAggregationSource"].map(source =>
                    or(
                        truth(read(c.resource.props, `${source}.allRegions`)) ?? false,
                        and(c.has(source as "name"), namesAll(c, read(c.resource.props, `${source}.regions`))),
                    ),
                ),
            );
            c.require(whole, "organizationAggregationSource.allRegions", message);
            return;
        }
        const [mode, regions] = MODES[c.type];
        const listed = read(c.resource.props, regions);
        const spared = is(list(listed), names => not(some(names, name => is(name, n => c.estate.approvedRegions.includes(text(n))))));
        const whole = or(
            c.oneOf(mode, ["ALL_REGIONS"]),
            and(c.oneOf(mode, ["ALL_REGIONS_EXCEPT_SPECIFIED"]), spared),
            and(c.oneOf(mode, ["SPECIFIED_REGIONS"]), namesAll(c, listed)),
        );
        c.require(whole, mode, message);
    },
    checkStack({ graph, require }) {
        require(graph.of(FINDINGS, FINDINGS_V2).length > 0, "", "The stack holds the security account, but no aggregator of findings.");
        require(graph.of(CONFIGURATION).length > 0, "", "The stack holds the security account, but no aggregator of configuration.");
    },
});
