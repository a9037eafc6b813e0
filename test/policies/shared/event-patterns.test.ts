import { ANY, type Sample, sees } from "../../../policies/shared/event-patterns";
import { UNKNOWN } from "../../../src/policy/unknown";

const event: Sample = { source: "aws.guardduty", account: ANY, detail: { severity: 8, type: "Recon:EC2/Portscan", archived: false } };

describe("a pattern lets the event through", () => {
    test.each<[string, object]>([
        ["by a value", { source: ["aws.guardduty"] }],
        ["by one of several", { source: ["aws.macie", "aws.guardduty"] }],
        ["by a field that differs from event to event", { account: ["111122223333"] }],
        ["by the start", { source: [{ prefix: "aws." }] }],
        ["by the start, whatever its case", { source: [{ prefix: { "equals-ignore-case": "AWS." } }] }],
        ["by the end", { detail: { type: [{ suffix: "/Portscan" }] } }],
        ["by a wildcard", { detail: { type: [{ wildcard: "Recon:*" }] } }],
        ["whatever its case", { source: [{ "equals-ignore-case": "AWS.GuardDuty" }] }],
        ["by what it is not", { source: [{ "anything-but": ["aws.macie", "aws.config"] }] }],
        ["by how it does not start", { source: [{ "anything-but": { prefix: "aws.m" } }] }],
        ["by a number", { detail: { severity: [7, 8] } }],
        ["by a span of numbers", { detail: { severity: [{ numeric: [">", 7, "<=", 8] }] } }],
        ["by a number in words", { detail: { severity: [{ numeric: ["=", 8] }] } }],
        ["by a flag", { detail: { archived: [false] } }],
        ["by a field that is there", { detail: { type: [{ exists: true }] } }],
        ["by one of two fields", { detail: { $or: [{ severity: [1] }, { type: ["Recon:EC2/Portscan"] }] } }],
        ["with a few of its kind left out", { detail: { title: [{ "anything-but": "sample" }] } }],
    ])("%s", (_, pattern) => {
        expect(sees(JSON.stringify(pattern), event)).toBe(true);
    });
});

describe("a pattern keeps the event out", () => {
    test.each<[string, object]>([
        ["by a value", { source: ["aws.macie"] }],
        ["by case", { source: ["AWS.GuardDuty"] }],
        ["by a number", { detail: { severity: [{ numeric: ["<", 8] }] } }],
        ["by a number where text stands", { detail: { type: [{ numeric: [">", 1] }] } }],
        ["by what it is not", { source: [{ "anything-but": "aws.guardduty" }] }],
        ["by a field that events of the kind need not have", { detail: { title: ["A port was scanned"] } }],
        ["by a field below one that is no object", { source: { name: ["aws.guardduty"] } }],
        ["by both of two fields", { detail: { $or: [{ severity: [1] }, { archived: [true] }] } }],
        ["by an empty list", { source: [] }],
    ])("%s", (_, pattern) => {
        expect(sees(JSON.stringify(pattern), event)).toBe(false);
    });
    test("by being absent", () => {
        expect(sees(undefined, event)).toBe(false);
    });
});

describe("it cannot be told", () => {
    test.each<[string, Parameters<typeof sees>[0]]>([
        ["of a pattern that is not known", UNKNOWN],
        ["of a part that is not known", { source: [UNKNOWN] }],
        ["of an operator that is not known", { source: [{ cidr: "10.0.0.0/8" }] }],
        ["of a field that need not be there", { detail: { title: [{ exists: true }] } }],
        ["of what is no JSON", "{"],
    ])("%s", (_, pattern) => {
        expect(sees(pattern, event)).toBe(UNKNOWN);
    });
});
