import type { EnforcementLevel } from "../report/model";
import type { Policy } from "./definition";

export const PRESETS = ["charter", "adopt", "strict"] as const;
/** `charter`: what the charter asks for and is grave is mandatory. `adopt`: all advisory. `strict`: all mandatory. */
export type Preset = (typeof PRESETS)[number];

/** The level of a policy under a preset, for a pack of this version ("1.4.2"). A policy newer than the last major is advisory under `charter`. */
export function presetLevel(policy: Policy, preset: Preset, packVersion: string): EnforcementLevel {
    if (preset === "adopt") return "advisory";
    if (preset === "strict") return "mandatory";
    const grave = policy.severity === "critical" || policy.severity === "high";
    const [major] = packVersion.split(".");
    const [sinceMajor, sinceMinor] = policy.since.split(".");
    const newer = sinceMajor === major && sinceMinor !== "0";
    return policy.strength === "core" && grave && !newer ? "mandatory" : "advisory";
}
