/** Does the text match a pattern in which "*" stands for any run of characters and "?" for one? Takes time in proportion to pattern × text, whatever the pattern. */
export function matchesWildcard(pattern: string, value: string): boolean {
    let p = 0;
    let v = 0;
    let star = -1;
    let mark = 0;
    while (v < value.length) {
        const c = pattern[p];
        if (c === "*") {
            star = p++;
            mark = v;
        } else if (c !== undefined && (c === "?" || c === value[v])) {
            p++;
            v++;
        } else if (star >= 0) {
            p = star + 1;
            v = ++mark;
        } else return false;
    }
    while (pattern[p] === "*") p++;
    return p === pattern.length;
}

export function hasWildcard(pattern: string): boolean {
    return pattern.includes("*") || pattern.includes("?");
}
