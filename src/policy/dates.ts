const DAY = 86_400_000;

/** Is it a day of the calendar, written YYYY-MM-DD? */
export function isDate(value: string): boolean {
    return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().slice(0, 10) === value;
}

/** Days from one day to another; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
    return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** Today in UTC. */
export function todayUtc(): string {
    return new Date().toISOString().slice(0, 10);
}

/** A date as YAML readers and the Pulumi CLI hand on one that was not quoted ("2026-12-31 00:00:00 +0000 UTC", "2026-12-31T00:00:00Z"), as YYYY-MM-DD. */
export function plainDate(value: string): string {
    return /^(\d{4}-\d{2}-\d{2})[ T]00:00:00/.exec(value)?.[1] ?? value;
}
