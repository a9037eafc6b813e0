import type { Resource } from "../../src/policy/resource";
import type { SettingSchema } from "../../src/policy/settings";
import { type Answer, UNKNOWN, type Unknown, is } from "../../src/policy/unknown";
import { read, text } from "../../src/policy/values";

/** The region in which a resource stands: its own `location`, else its provider's, "uksouth"; UNKNOWN where it takes that of a resource group. */
export function locationOf(resource: Resource): string | Unknown {
    const own = read(resource.props, "location") ?? read(resource.provider?.props ?? {}, "location");
    return own === undefined || own === UNKNOWN ? UNKNOWN : regionName(text(own));
}

/** "UK South" and "uksouth" are one region. */
export function regionName(location: string): string {
    return location.toLowerCase().replaceAll(" ", "");
}

/** A setting shared by the policies that ask for availability zones. */
export const REGIONS_WITHOUT_ZONES = {
    type: "array",
    items: { type: "string" },
    default: ["ukwest"],
    description: "Regions that have no availability zones, in which none are asked for.",
} as const satisfies SettingSchema;

/** Does the resource stand in one of these regions? */
export function standsIn(resource: Resource, regions: readonly string[]): Answer {
    return is(locationOf(resource), location => regions.some(region => regionName(region) === location));
}
