import { mustByType } from "../../src/policy/factories";
import { oneOf } from "../../src/policy/facts";

const MESSAGE = "A change of a finding is told only hours later.";

export const guardDutyPublishesQuickly = mustByType({
    name: "aws-guardduty-publishes-quickly",
    title: "GuardDuty and Macie tell of findings within a quarter of an hour",
    commitment: "incident-reporting",
    topic: "alert-routing",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    why: "By default GuardDuty tells only every six hours that what it found goes on, and the time in which to report it runs.",
    fix: "Set findingPublishingFrequency to 'FIFTEEN_MINUTES'.",
    remedies: [{ path: "findingPublishingFrequency", value: "FIFTEEN_MINUTES" }],
    references: [],
    settings: { allowOneHour: { type: "boolean", default: false, description: "Accept ONE_HOUR too." } },
    facts({ allowOneHour }) {
        const words = ["FIFTEEN_MINUTES", ...(allowOneHour ? ["ONE_HOUR"] : [])];
        return {
            "aws:guardduty/detector:Detector": [oneOf("findingPublishingFrequency", words, "SIX_HOURS", MESSAGE)],
            "aws:macie2/account:Account": [oneOf("findingPublishingFrequency", words, "FIFTEEN_MINUTES", MESSAGE)],
        };
    },
});
