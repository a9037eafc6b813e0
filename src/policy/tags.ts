import type { Resource, Value } from "./resource";
import { UNKNOWN, type Unknown } from "./unknown";
import { isRecord, list, read, text } from "./values";

/**
 * The value of a tag: from the resource's `tags`, else from the default tags of its AWS provider. AWS keys compare exactly, Azure's
 * without regard to case. UNKNOWN where the tags, or the one value, are.
 */
export function tagValue(resource: Resource, key: string): string | Unknown | undefined {
    const exact = !resource.type.startsWith("azure");
    const bags: (Value | undefined)[] = [read(resource.props, "tags"), read(resource.props, "tagsAll")];
    if (exact && resource.provider) bags.push(read(resource.provider.props, "defaultTags.tags"));
    let unknown = false;
    for (const bag of bags) {
        if (bag === UNKNOWN) unknown = true;
        else if (isRecord(bag)) {
            const name = exact ? (Object.hasOwn(bag, key) ? key : undefined) : Object.keys(bag).find(k => k.toLowerCase() === key.toLowerCase());
            if (name !== undefined) return asText(bag[name]);
        } else {
            // Auto Scaling groups and a few others list their tags.
            for (const entry of elements(bag)) if (isRecord(entry) && entry.key === key) return asText(entry.value);
        }
    }
    return unknown ? UNKNOWN : undefined;
}

function asText(value: Value | undefined): string | Unknown | undefined {
    return value === UNKNOWN ? UNKNOWN : value === undefined || value === null ? undefined : text(value);
}

function elements(value: Value | undefined): readonly Value[] {
    const found = list(value);
    return found === UNKNOWN ? [] : found;
}
