import { resourcePolicy } from "../../src/policy/definition";
import type { Check } from "../../src/policy/check";
import { daysBetween, isDate } from "../../src/policy/dates";
import { type Answer, UNKNOWN, and, is, not, or, some } from "../../src/policy/unknown";
import { list, text } from "../../src/policy/values";

const CONFIGURATION = "azure-native:maintenance:MaintenanceConfiguration";

/** Only configurations of this scope patch what runs inside machines. */
function patchesGuests(c: Check<typeof CONFIGURATION>): Answer {
    return c.oneOf("maintenanceScope", ["InGuestPatch"]);
}

const OTHER_SCOPE = "a configuration that does not patch the inside of machines";

export const maintenanceClassifications = resourcePolicy({
    name: "azure-maintenance-configuration-security-classifications",
    title: "Maintenance windows install critical and security updates, and restart where needed",
    commitment: "supported-and-patched",
    topic: "automatic-updates",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [CONFIGURATION],
    why: "A window that leaves security updates out, or never restarts, patches on paper only.",
    fix: "List 'Critical' and 'Security' in classificationsToInclude of installPatches.linuxParameters and windowsParameters, and leave rebootSetting out.",
    references: ["azure-policy:ba0df93e-e4ac-479a-aac2-134bbae39a1a"],
    check(c) {
        const asked = patchesGuests(c);
        if (asked !== true) {
            if (asked === false) c.notApplicable(OTHER_SCOPE);
            else c.undetermined("maintenanceScope", "What the configuration maintains is not known before the update.");
            return;
        }
        const blocks = (["linuxParameters", "windowsParameters"] as const).filter(block => c.has(`installPatches.${block}`) !== false);
        c.require(
            blocks.length > 0 || (c.get("installPatches") === UNKNOWN ? UNKNOWN : false),
            "installPatches",
            "The configuration says of no system what is installed.",
        );
        for (const block of blocks) {
            const path = `installPatches.${block}.classificationsToInclude` as const;
            const found = list(c.get(path));
            const includes = (word: string): Answer => some(found, value => is(value, v => text(v).toLowerCase() === word));
            c.require(and(includes("critical"), includes("security")), path, "Critical and security updates are not both installed.");
        }
        c.require(
            is(c.word("installPatches.rebootSetting"), reboot => reboot?.toLowerCase() !== "never"),
            "installPatches.rebootSetting",
            "Machines are never restarted, so that some updates take no effect.",
        );
    },
});

const DAYS = { hour: 1, day: 1, week: 7, month: 31 } as const;

/** Source: learn.microsoft.com/rest/api/maintenance/maintenance-configurations, recurEvery. */
function isOftenEnough(recurEvery: string, days: number, windowsOnly: boolean): boolean {
    const [, count = "", unit = "", rest = ""] = /^\s*(\d*)\s*(hour|day|week|month)s?\b\s*(.*)$/i.exec(recurEvery) ?? [];
    const step = DAYS[unit.toLowerCase() as keyof typeof DAYS] as number | undefined;
    if (step === undefined) return false;
    const every = (count === "" ? 1 : Number(count)) * step;
    if (every <= days) return true;
    // Microsoft's fixes for Windows appear on the second Tuesday of the month.
    const [, offset] = /^second tuesday(?:\s+offset\s*(\d+))?$/i.exec(rest.trim()) ?? [];
    return windowsOnly && /^month/i.test(unit) && every === 31 && /^second tuesday/i.test(rest) && Number(offset ?? 0) <= days;
}

export const maintenanceCadence = resourcePolicy({
    name: "azure-maintenance-configuration-cadence",
    title: "Maintenance windows come often enough to patch within fourteen days",
    commitment: "supported-and-patched",
    topic: "automatic-updates",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: [CONFIGURATION],
    why: "Cyber Essentials asks for critical and high fixes within fourteen days; a window that comes less often cannot keep to that.",
    fix: "Set recurEvery to 'Week Sunday' or the like, and leave expirationDateTime out.",
    references: ["azure-policy:ba0df93e-e4ac-479a-aac2-134bbae39a1a"],
    settings: { maxIntervalDays: { type: "integer", minimum: 1, default: 14, description: "Days that may pass between two windows." } },
    check(c) {
        const asked = patchesGuests(c);
        if (asked !== true) {
            if (asked === false) c.notApplicable(OTHER_SCOPE);
            else c.undetermined("maintenanceScope", "What the configuration maintains is not known before the update.");
            return;
        }
        const { maxIntervalDays } = c.settings;
        const windowsOnly = and(c.has("installPatches.windowsParameters"), not(c.has("installPatches.linuxParameters")));
        const within = (windows: boolean): Answer =>
            is(c.word("recurEvery"), every => every !== undefined && isOftenEnough(every, maxIntervalDays, windows));
        const often = or(within(false), and(windowsOnly, within(true)));
        c.require(often, "recurEvery", `More than ${String(maxIntervalDays)} days pass between two windows.`);
        const valid = is(c.word("expirationDateTime"), end => {
            const day = (end ?? "").slice(0, 10);
            return end === undefined || end === "" || (isDate(day) && daysBetween(c.today, day) >= 0);
        });
        c.require(valid, "expirationDateTime", "The window has expired.");
    },
});
