import { createHash } from "node:crypto";
import type { Wire } from "../wire";

/** A resource that an answer is made up for. */
export interface Subject {
    readonly token: string;
    /** Of its family. */
    readonly type: string;
    readonly urn: string;
    /** The last part of the URN. */
    readonly logicalName: string;
    /** What the cloud calls it: its own name where that is known, else made up from the logical name as Pulumi does. */
    readonly name: string;
    /** Its inputs, plain, with unknowns as the sentinel. */
    readonly inputs: Wire;
    readonly region: string;
    readonly account: string;
    readonly subscription: string;
}

/** Hex digits that are the subject's alone, and the same in every run. */
export function digits(urn: string, length: number, salt = ""): string {
    return createHash("sha256").update(`${salt}${urn}`).digest("hex").slice(0, length);
}

/** A UUID that is the subject's alone. */
export function uuid(urn: string, salt = ""): string {
    const hex = digits(urn, 32, salt);
    return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20)].join("-");
}

/** An input that is known text, or what stands in its place. */
export function textIn(inputs: Wire, name: string, otherwise: string): string {
    const value = inputs[name];
    return typeof value === "string" && value !== "" ? value : otherwise;
}
