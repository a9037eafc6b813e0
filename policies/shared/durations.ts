import type { Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, is } from "../../src/policy/unknown";
import { text } from "../../src/policy/values";

const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i;

/** The hours of an ISO 8601 duration of days and less ("PT8H", "P1DT30M"); `undefined` of anything else. */
export function durationHours(duration: string): number | undefined {
    const parts = DURATION.exec(duration);
    if (!parts || /[PT]$/i.test(duration)) return undefined;
    const [days, hours, minutes, seconds] = parts.slice(1).map((part: string | undefined) => Number(part ?? 0));
    return (days ?? 0) * 24 + (hours ?? 0) + (minutes ?? 0) / 60 + (seconds ?? 0) / 3600;
}

/** Is it a duration of at most so many hours? Absent is none; what cannot be read may be. */
export function lastsAtMost(duration: Value | undefined, hours: number): Answer {
    if (duration === undefined) return false;
    return is(duration, value => {
        const length = durationHours(text(value));
        return length === undefined ? UNKNOWN : length <= hours;
    });
}
