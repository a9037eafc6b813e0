import type { Value } from "../../src/policy/resource";
import { daysBetween } from "../../src/policy/dates";
import { type Answer, UNKNOWN, is } from "../../src/policy/unknown";
import { text } from "../../src/policy/values";

const DAY = 86_400_000;

/** Is it a point in time at most so many days after today? Absent is none; what is no date may be. @param end "2027-01-31T01:02:03Z" */
export function endsWithin(end: Value | undefined, today: string, days: number): Answer {
    if (end === undefined) return false;
    return is(end, value => {
        const time = Date.parse(text(value));
        return Number.isNaN(time) ? UNKNOWN : daysBetween(today, new Date(time).toISOString().slice(0, 10)) <= days;
    });
}

/** Is it a point in time at most so many days after today? @param seconds since 1970; absent is none */
export function endsWithinSeconds(seconds: number | typeof UNKNOWN | undefined, today: string, days: number): Answer {
    return is(seconds, value => value !== undefined && Math.floor((value * 1000) / DAY) - Date.parse(today) / DAY <= days);
}

const GO_HOURS: Readonly<Record<string, number>> = { h: 1, m: 1 / 60, s: 1 / 3600, ms: 1 / 3_600_000, us: 0, µs: 0, ns: 0 };

/** The hours of a Go duration, "2400h30m"; `undefined` of anything else. */
export function goDurationHours(duration: string): number | undefined {
    if (!/^(?:\d+(?:\.\d+)?(?:h|ms|m|s|us|µs|ns))+$/.test(duration)) return undefined;
    let hours = 0;
    for (const [, amount = "", unit = ""] of duration.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s|us|µs|ns)/g))
        hours += Number(amount) * (GO_HOURS[unit] ?? 0);
    return hours;
}

/** The days of an ISO 8601 period, "P1Y6M" or "P90D", in its longest reading; `undefined` of anything else. */
export function periodDays(period: string): number | undefined {
    const [, years, months, weeks, days] = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T[\dHMS]+)?$/i.exec(period.trim()) ?? [];
    const parts = [years, months, weeks, days].map(part => (part === undefined ? 0 : Number(part)));
    if (years === undefined && months === undefined && weeks === undefined && days === undefined) return undefined;
    return (parts[0] ?? 0) * 365 + (parts[1] ?? 0) * 30 + (parts[2] ?? 0) * 7 + (parts[3] ?? 0);
}
