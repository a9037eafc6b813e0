/**
 * AWS schedule expressions, `cron(minutes hours day-of-month month day-of-week year)` and `rate(n unit)`.
 * Source: docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html.
 */

const HOURS_OF: Readonly<Record<string, number>> = { minute: 1 / 60, minutes: 1 / 60, hour: 1, hours: 1, day: 24, days: 24 };
const MONTHS = ["", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const WEEKDAYS = ["", "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
/** Four years and a month: every combination of weekday, month and leap day, and the step to the next round. */
const DAYS = 1461 + 31;
const START = Date.UTC(2027, 0, 1);
const DAY = 86_400_000;

/**
 * The longest time in hours that passes between two runs, without regard to daylight saving; `undefined` where the expression cannot be read,
 * never runs or runs only in some years.
 */
export function longestGapHours(expression: string): number | undefined {
    if (!known.has(expression)) known.set(expression, gapHours(expression));
    return known.get(expression);
}

/** Many rules share a few expressions. */
const known = new Map<string, number | undefined>();

function gapHours(expression: string): number | undefined {
    const rate = /^\s*rate\(\s*(\d{1,6})\s+(\w+)\s*\)\s*$/i.exec(expression);
    if (rate) {
        const unit = HOURS_OF[(rate[2] ?? "").toLowerCase()];
        return unit === undefined || Number(rate[1]) === 0 ? undefined : Number(rate[1]) * unit;
    }
    const fields = expression
        .trim()
        .toUpperCase()
        .replace(/^CRON\((.*)\)$/, "$1")
        .trim()
        .split(/\s+/);
    const [minutes = "", hours = "", day = "", month = "", weekday = "", year = "*"] = fields;
    if (fields.length < 5 || fields.length > 6 || year !== "*") return undefined;
    const times = timesOfDay(minutes, hours);
    const months = numbers(month, 1, 12, MONTHS);
    const runsOn = dayTest(day, weekday);
    const [first] = times ?? [];
    const last = times?.at(-1);
    if (!times || first === undefined || last === undefined || !months || !runsOn) return undefined;
    let longest = Math.max(0, ...times.slice(1).map((time, i) => time - (times[i] ?? 0)));
    let previous: number | undefined;
    for (let n = 0; n < DAYS; n++) {
        const date = new Date(START + n * DAY);
        if (!months.has(date.getUTCMonth() + 1) || !runsOn(date)) continue;
        if (previous !== undefined) longest = Math.max(longest, (n - previous) * 1440 - last + first);
        previous = n;
    }
    return previous === undefined || longest === 0 ? undefined : longest / 60;
}

/** Minutes since midnight at which it runs, in order. */
function timesOfDay(minutes: string, hours: string): number[] | undefined {
    const m = numbers(minutes, 0, 59);
    const h = numbers(hours, 0, 23);
    return m && h && [...h].flatMap(hour => [...m].map(minute => hour * 60 + minute)).sort((a, b) => a - b);
}

type DayTest = (date: Date) => boolean;

const isAny = (field: string): boolean => field === "*" || field === "?";

/** One of the two fields says nothing. */
function dayTest(day: string, weekday: string): DayTest | undefined {
    if (isAny(weekday)) return isAny(day) ? () => true : dayOfMonthTest(day);
    return isAny(day) ? dayOfWeekTest(weekday) : undefined;
}

function dayOfMonthTest(field: string): DayTest | undefined {
    if (field === "L") return date => date.getUTCDate() === lastDay(date);
    const nearest = /^(?:L|(\d{1,2}))W$/.exec(field);
    if (nearest) return date => date.getUTCDate() === nearestWorkday(date, nearest[1] === undefined ? lastDay(date) : Number(nearest[1]));
    const days = numbers(field, 1, 31);
    return days && (date => days.has(date.getUTCDate()));
}

function dayOfWeekTest(field: string): DayTest | undefined {
    const nth = /^(\w{1,3})#([1-5])$/.exec(field);
    const last = /^(\w{1,3})L$/.exec(field);
    const days = numbers(field === "L" ? "7" : (nth?.[1] ?? last?.[1] ?? field), 1, 7, WEEKDAYS);
    if (!days) return undefined;
    const which: DayTest = date => days.has(date.getUTCDay() + 1);
    if (nth) return date => which(date) && Math.ceil(date.getUTCDate() / 7) === Number(nth[2]);
    if (last) return date => which(date) && date.getUTCDate() + 7 > lastDay(date);
    return which;
}

function lastDay(date: Date): number {
    return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}

/** The day of the month, from Monday to Friday, that is nearest to a day of the month. */
function nearestWorkday(date: Date, day: number): number {
    const wanted = Math.min(day, lastDay(date));
    const weekday = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), wanted)).getUTCDay();
    if (weekday === 6) return wanted === 1 ? 3 : wanted - 1;
    if (weekday === 0) return wanted === lastDay(date) ? wanted - 2 : wanted + 1;
    return wanted;
}

/** The numbers of a field: "*", "5", "1,15", "MON-FRI", "0/6". Ranges may wrap ("FRI-MON"). */
function numbers(field: string, from: number, to: number, names: readonly string[] = []): ReadonlySet<number> | undefined {
    const found = new Set<number>();
    for (const part of field.split(",")) {
        const match = /^(\*|\w{1,3})(?:-(\w{1,3}))?(?:\/(\d{1,2}))?$/.exec(part);
        if (!match) return undefined;
        const [, start = "", end, step] = match;
        const by = step === undefined ? 1 : Number(step);
        const low = start === "*" ? from : numberOf(start, names);
        const high = end !== undefined ? numberOf(end, names) : start === "*" || step !== undefined ? to : low;
        if (low === undefined || high === undefined || by === 0 || low < from || low > to || high < from || high > to) return undefined;
        const top = high < low ? high + (to - from + 1) : high;
        for (let n = low; n <= top; n += by) found.add(n > to ? n - (to - from + 1) : n);
    }
    return found;
}

function numberOf(word: string, names: readonly string[]): number | undefined {
    if (/^\d+$/.test(word)) return Number(word);
    const at = names.indexOf(word);
    return at > 0 ? at : undefined;
}
