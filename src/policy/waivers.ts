import type { Severity, WaiverUse } from "../report/model";
import { daysBetween } from "./dates";
import type { Policy } from "./definition";
import type { Resource } from "./resource";
import { hasWildcard, matchesWildcard } from "./wildcard";

/** An exception with a reason, somebody who approved it, and an end. */
export interface Waiver {
    readonly policy: string;
    /** A URN, a name, a pattern with "*" or "?", or "stack" for what a stack lacks. */
    readonly resource: string;
    readonly reason: string;
    readonly approvedBy: string;
    readonly approvedOn: string;
    readonly expires: string;
    readonly owner?: string;
    readonly compensatingControl?: string;
    readonly ticket?: string;
}

export type WaiverDays = Readonly<Record<Severity, number>>;
/** The longest life of a waiver, in days, by the severity of the policy it excuses. It can only be lowered. */
export const MAX_WAIVER_DAYS: WaiverDays = { critical: 30, high: 90, medium: 180, low: 180 };

export type WaiverState = WaiverUse["state"];

/** A waiver while a run lasts: whether it counts, and whether it was needed. */
export class WaiverInUse {
    used = false;
    readonly lapse: "expired" | "overlong" | undefined;

    constructor(
        readonly waiver: Waiver,
        policy: Policy,
        today: string,
        maxDays: WaiverDays,
    ) {
        if (daysBetween(waiver.expires, today) > 0) this.lapse = "expired";
        else if (daysBetween(waiver.approvedOn, waiver.expires) > maxDays[policy.severity]) this.lapse = "overlong";
    }

    covers(resource: Resource, root: boolean): boolean {
        const pattern = this.waiver.resource;
        if (pattern === "stack") return root;
        if (pattern.startsWith("urn:") && !hasWildcard(pattern)) return resource.urn === pattern;
        if (root) return false;
        return hasWildcard(pattern) ? matchesWildcard(pattern, resource.urn) || matchesWildcard(pattern, resource.name) : resource.name === pattern;
    }

    get state(): WaiverState {
        return this.lapse ?? (this.used ? "used" : "unused");
    }
}

/** Why a lapsed waiver no longer counts, to be added to the violation that it let through. */
export function lapseNote(use: WaiverInUse, policy: Policy, maxDays: WaiverDays): string {
    return use.lapse === "expired"
        ? `The waiver for it expired on ${use.waiver.expires}.`
        : `The waiver for it runs longer than the ${String(maxDays[policy.severity])} days allowed for severity ${policy.severity} and does not count.`;
}

/** A control that another stack provides: covers what this stack lacks as a whole. */
export interface Inheritance {
    readonly policy?: string;
    readonly commitment?: string;
    readonly from: string;
    readonly reason: string;
    readonly approvedBy: string;
    readonly expires: string;
}
