/** The version in a text: what stands before it, its parts as numbers, and what follows. "python3.12" is "python", [3, 12] and "". */
export interface ParsedVersion {
    readonly prefix: string;
    readonly parts: readonly number[];
    readonly suffix: string;
}

const VERSION = /^(\D*)(\d+(?:\.\d+)*)(.*)$/s;

/** `undefined` where a text holds no number, or one that is too long to be a version's. */
export function parseVersion(text: string): ParsedVersion | undefined {
    const [, prefix = "", version = "", suffix = ""] = VERSION.exec(text.trim()) ?? [];
    if (version === "" || version.length > 40) return undefined;
    return { prefix: prefix.toLowerCase(), parts: version.split(".").map(Number), suffix: suffix.toLowerCase() };
}

/** Less than, equal to or greater than 0. A part that is missing counts as 0. */
export function compareParts(a: readonly number[], b: readonly number[]): number {
    for (let i = 0; i < Math.max(a.length, b.length); i++) {
        const difference = (a[i] ?? 0) - (b[i] ?? 0);
        if (difference !== 0) return difference;
    }
    return 0;
}

/**
 * Compares versions part by part as numbers: "1.9" is older than "1.34". What is not part of the number is passed over ("v1.34", "emr-6.15.0",
 * "14.9-rds.1"); a text without a number is older than any version.
 */
export function compareVersions(a: string, b: string): number {
    const left = parseVersion(a);
    const right = parseVersion(b);
    if (!left || !right) return (left ? 1 : 0) - (right ? 1 : 0);
    return compareParts(left.parts, right.parts);
}

/** Do the version's first parts equal the other's? "14.9" starts with "14", and "1.10" does not with "1.1". */
export function startsWithParts(parts: readonly number[], start: readonly number[]): boolean {
    return start.length <= parts.length && start.every((part, i) => parts[i] === part);
}
