import { policies } from "../../policies";
import { ConfigurationError, readConfiguration } from "../../src/policy/configuration";

const TODAY = "2026-11-22";
const read = (raw: Readonly<Record<string, unknown>>) => readConfiguration(raw, policies, TODAY);
const waiver = {
    policy: "aws-rds-backup-retention",
    resource: "reports",
    reason: "Rebuilt nightly from the warehouse.",
    approvedBy: "Head of operations",
    approvedOn: "2026-11-01",
    expires: "2027-01-01",
};

function fault(raw: Readonly<Record<string, unknown>>): { message: string; path: string } {
    try {
        read(raw);
    } catch (error) {
        if (error instanceof ConfigurationError) return { message: error.message, path: error.path.join(".") };
        throw error;
    }
    throw new Error("nothing was wrong");
}

test("nothing configured is the preset charter with the defaults", () => {
    expect(read({})).toMatchObject({
        preset: "charter",
        estate: { holds: [], approvedRegions: ["eu-west-1", "eu-west-2", "uksouth", "ukwest"] },
        waivers: [],
    });
});

test("structures come as objects or as JSON text, and mean the same", () => {
    const raw = {
        preset: "strict",
        estate: { holds: ["account-baseline"], tags: { backup: "Backup" } },
        settings: { "aws-rds-backup-retention": { minRetentionDays: 14 } },
        waivers: [waiver],
    };
    const asText = Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]));
    expect(read(asText)).toEqual(read(raw));
    expect(read(raw)).toMatchObject({ estate: { tags: { backup: "Backup", role: "role" } } });
});

test.each(["2026-12-31", "2026-12-31 00:00:00 +0000 UTC", "2026-12-31T00:00:00Z"])("a date, quoted or not: %s", expires => {
    expect(read({ waivers: [{ ...waiver, expires }] }).waivers[0]?.expires).toBe("2026-12-31");
});

test.each([
    ["an unknown key", { presets: "strict" }, "unknown key 'nhs-supplier-charter:presets'; did you mean 'preset'?", "presets"],
    ["an unknown preset", { preset: "harsh" }, "'nhs-supplier-charter:preset' must be one of charter, adopt, strict", "preset"],
    ["text that is no JSON", { estate: "holds" }, "'nhs-supplier-charter:estate' is neither a structure nor JSON text", "estate"],
    [
        "an encrypted structure",
        { estate: "[secret]" },
        "'nhs-supplier-charter:estate' is encrypted, and a policy pack cannot read secrets; write it in plain",
        "estate",
    ],
    [
        "an unknown key of the estate",
        { estate: { hold: [] } },
        "'nhs-supplier-charter:estate' has the unknown key 'hold'; did you mean 'holds'?",
        "estate.hold",
    ],
    [
        "an unknown role",
        { estate: { holds: ["identity", "baseline"] } },
        "'nhs-supplier-charter:estate.holds[1]' must be one of account-baseline, security-account, organisation, identity",
        "estate.holds.1",
    ],
    [
        "an unknown policy in settings",
        { settings: { "aws-rds-backup-retentoin": {} } },
        "unknown policy 'aws-rds-backup-retentoin'; did you mean 'aws-rds-backup-retention'?",
        "settings.aws-rds-backup-retentoin",
    ],
    [
        "an unknown setting",
        { settings: { "aws-rds-backup-retention": { minRetentionDay: 3 } } },
        "'nhs-supplier-charter:settings.aws-rds-backup-retention' has the unknown key 'minRetentionDay'; did you mean 'minRetentionDays'?",
        "settings.aws-rds-backup-retention.minRetentionDay",
    ],
    [
        "a setting of the wrong type",
        { settings: { "aws-rds-backup-retention": { minRetentionDays: "7" } } },
        "'nhs-supplier-charter:settings.aws-rds-backup-retention.minRetentionDays' must be of type integer",
        "settings.aws-rds-backup-retention.minRetentionDays",
    ],
    [
        "a setting out of its range",
        { settings: { "aws-rds-backup-retention": { minRetentionDays: 0 } } },
        "'nhs-supplier-charter:settings.aws-rds-backup-retention.minRetentionDays' must be >= 1",
        "settings.aws-rds-backup-retention.minRetentionDays",
    ],
    [
        "a waiver without a reason",
        { waivers: [{ ...waiver, reason: undefined }] },
        "'nhs-supplier-charter:waivers[0]' lacks the key 'reason'",
        "waivers.0",
    ],
    [
        "a waiver with an empty reason",
        { waivers: [{ ...waiver, reason: "" }] },
        "'nhs-supplier-charter:waivers[0].reason' must not be empty",
        "waivers.0.reason",
    ],
    ["a waiver of an unknown policy", { waivers: [{ ...waiver, policy: "aws-rds" }] }, /^unknown policy 'aws-rds'; did you mean/, "waivers.0.policy"],
    [
        "a date that is none",
        { waivers: [{ ...waiver, expires: "2026-02-30" }] },
        "'nhs-supplier-charter:waivers[0].expires' must be a date of the form YYYY-MM-DD",
        "waivers.0.expires",
    ],
    ["an approval in the future", { waivers: [{ ...waiver, approvedOn: "2026-11-23" }] }, /approvedOn' lies in the future/, "waivers.0.approvedOn"],
    ["an end before the approval", { waivers: [{ ...waiver, expires: "2026-10-01" }] }, /expires' lies before approvedOn/, "waivers.0.expires"],
    [
        "a pattern for a critical policy",
        { waivers: [{ ...waiver, policy: "aws-lambda-function-runtime-in-support", resource: "report-*" }] },
        /is a pattern, but 'aws-lambda-function-runtime-in-support' is critical: name one resource/,
        "waivers.0.resource",
    ],
    [
        "a longer life for waivers",
        { maxWaiverDays: { critical: 31 } },
        "'nhs-supplier-charter:maxWaiverDays.critical' must be <= 30",
        "maxWaiverDays.critical",
    ],
    [
        "an inheritance of nothing",
        { inheritedFrom: [{ from: "org/log-archive/prod", reason: "x", approvedBy: "y", expires: "2027-01-01" }] },
        "'nhs-supplier-charter:inheritedFrom[0]' must name either a policy or a commitment",
        "inheritedFrom.0",
    ],
    [
        "an unknown commitment",
        { inheritedFrom: [{ commitment: "monitoring", from: "a", reason: "x", approvedBy: "y", expires: "2027-01-01" }] },
        /^unknown commitment 'monitoring'; did you mean/,
        "inheritedFrom.0.commitment",
    ],
] as const)("%s is refused in one line that says how to mend it", (_, raw, message, path) => {
    const found = fault(raw);
    expect(found.message.split("\n")).toHaveLength(1);
    expect(found.message).toEqual(typeof message === "string" ? message : (expect.stringMatching(message) as unknown));
    expect(found.path).toBe(path);
});
