import { existsSync } from "node:fs";
import path from "node:path";
import picocolors from "picocolors";
import { policies } from "../../policies";
import { readCharterFile } from "../audit/charter-file";
import { InputError } from "../errors";
import type { Configuration } from "../policy/configuration";
import { daysBetween } from "../policy/dates";
import { type Waiver, WaiverInUse } from "../policy/waivers";
import { charterFileHere } from "./audit";
import { type JudgingOptions, dayOf } from "./judging";
import { write } from "./output";
import { type StackOptions, configuredStack } from "./stack";

export interface WaiversCommandOptions extends StackOptions, Pick<JudgingOptions, "date" | "format" | "output"> {
    readonly failIfExpiringIn?: string;
}

/** A waiver on a day. */
interface WaiverOnDay extends Waiver {
    /** "PROJECT/STACK", or the pattern of `charter.yaml`. */
    readonly stack: string;
    readonly state: "valid" | "expired" | "overlong";
    /** Whole days to the end of its last; negative once it has passed. */
    readonly daysLeft: number;
}

/** `charter waivers`: lists them with the days they have left. @returns the exit code: 1 where one ends too soon. */
export function waivers(at: string, options: WaiversCommandOptions): Promise<number> {
    const today = dayOf({ ...options });
    const limit = limitOf(options);
    const all = sources(at, options, today)
        .flatMap(({ stack, configuration }) => configuration.waivers.map(waiver => onDay(waiver, stack, configuration, today)))
        .sort((a, b) => a.daysLeft - b.daysLeft || (a.policy < b.policy ? -1 : 1));
    const due = limit === undefined ? [] : all.filter(({ daysLeft, state }) => daysLeft <= limit || state !== "valid");
    write(options.format === "json" ? `${JSON.stringify(all, undefined, 2)}\n` : textOf(all, new Set(due)), options.output);
    if (due.length > 0) process.stderr.write(`charter: ${String(due.length)} of ${String(all.length)} waivers end within ${String(limit)} days\n`);
    return Promise.resolve(due.length > 0 ? 1 : 0);
}

function limitOf({ failIfExpiringIn }: WaiversCommandOptions): number | undefined {
    if (failIfExpiringIn === undefined) return undefined;
    if (!/^\d+$/.test(failIfExpiringIn))
        throw new InputError(`'${failIfExpiringIn}' is no number of days`, { mend: "write --fail-if-expiring-in DAYS" });
    return Number(failIfExpiringIn);
}

function sources(at: string, options: WaiversCommandOptions, today: string): readonly { stack: string; configuration: Configuration }[] {
    const file = options.charterFile ?? (existsSync(path.join(at, "Pulumi.yaml")) ? undefined : charterFileHere());
    if (file !== undefined)
        return readCharterFile(file, policies, today).entries.map(({ match, configuration }) => ({ stack: match, configuration }));
    const { name, configuration } = configuredStack(at, options, today);
    return [{ stack: name, configuration }];
}

function onDay(waiver: Waiver, stack: string, configuration: Configuration, today: string): WaiverOnDay {
    const policy = policies.find(p => p.name === waiver.policy);
    if (!policy) throw new Error(`${waiver.policy} is gone`);
    const { lapse } = new WaiverInUse(waiver, policy, today, configuration.maxWaiverDays);
    return { stack, ...waiver, state: lapse ?? "valid", daysLeft: daysBetween(today, waiver.expires) };
}

function textOf(all: readonly WaiverOnDay[], due: ReadonlySet<WaiverOnDay>): string {
    if (all.length === 0) return "no waivers\n";
    const lines = all.map(waiver => {
        const { state, daysLeft, expires, policy, resource, stack, approvedBy, reason } = waiver;
        const left = state === "valid" ? `${String(daysLeft)} ${daysLeft === 1 ? "day" : "days"} left` : state;
        const mark = state === "valid" ? (due.has(waiver) ? picocolors.yellow(left) : left) : picocolors.red(left);
        return `${mark}  ${expires}  ${picocolors.bold(policy)} on ${resource}  ${picocolors.dim(stack)}\n    ${reason} (${approvedBy})`;
    });
    return `${lines.join("\n")}\n`;
}
