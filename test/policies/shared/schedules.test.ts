import { longestGapHours } from "../../../policies/shared/schedules";

test.each([
    ["rate(5 minutes)", 5 / 60],
    ["rate(1 hour)", 1],
    ["rate(30 days)", 720],
    ["cron(0 5 ? * * *)", 24],
    ["cron(0 5 * * ? *)", 24],
    ["0 5 * * ? *", 24],
    ["cron(0/15 * * * ? *)", 0.25],
    ["cron(30 6,18 * * ? *)", 12],
    ["cron(0 9-17 * * ? *)", 16],
    ["cron(0 5 ? * MON-FRI *)", 72],
    ["cron(0 5 ? * 2-6 *)", 72],
    ["cron(0 5 ? * FRI-MON *)", 96],
    ["cron(0 5 ? * SUN *)", 168],
    ["cron(0 5 ? * L *)", 168],
    ["cron(0 5 ? * 6#1 *)", 35 * 24],
    ["cron(0 5 ? * 6L *)", 35 * 24],
    ["cron(0 5 1 * ? *)", 31 * 24],
    ["cron(0 5 L * ? *)", 31 * 24],
    ["cron(0 5 1W * ? *)", 33 * 24],
    ["cron(0 5 LW * ? *)", 33 * 24],
    ["cron(0 5 1 JAN,JUL ? *)", 184 * 24],
    ["cron(0 5 1 1 ? *)", 366 * 24],
])("%s leaves at most %d hours", (expression, hours) => {
    expect(longestGapHours(expression)).toBeCloseTo(hours);
});

test.each([
    "",
    "daily",
    "at(2026-11-22T00:00:00)",
    "rate(0 days)",
    "rate(1 fortnight)",
    "cron(0 5 * *)",
    "cron(0 25 * * ? *)",
    "cron(0 5 1 * MON *)",
    "cron(0 5 * * ? 2026)",
    "cron(0 5 30 2 ? *)",
    "cron(0/0 5 * * ? *)",
    "cron(0 5 ? * 9 *)",
])("%p cannot be told", expression => {
    expect(longestGapHours(expression)).toBeUndefined();
});
