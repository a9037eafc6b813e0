import { createHash } from "node:crypto";
import type { Finding } from "../model";

/** Tells a finding from every other, and is the same from run to run while the finding is. */
export function fingerprintOf({ policy, urn, property = "", message }: Finding): string {
    return createHash("sha256")
        .update(JSON.stringify([policy, urn, property, message]))
        .digest("hex");
}
