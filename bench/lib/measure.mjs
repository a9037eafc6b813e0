// Medians of paired repetitions, and what a claim's script says of itself.

export function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)];
}

/** Measures two things in turn, A B A B …: each function returns milliseconds. The ratio is the median of the pairs' ratios. */
export async function paired(runs, a, b, warmUp = 1) {
    const pairs = [];
    for (let i = -warmUp; i < runs; i++) {
        const pair = [await a(), await b()];
        if (i >= 0) pairs.push(pair);
    }
    return { ours: median(pairs.map(p => p[0])), reference: median(pairs.map(p => p[1])), ratio: median(pairs.map(p => p[0] / p[1])) };
}

/** One measured claim. `value` is held against `limit`; both in `unit`. */
export function claim(what, value, limit, unit, detail) {
    return { what, value: Number(value.toFixed(3)), limit, unit, detail, met: value <= limit };
}
