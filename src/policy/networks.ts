/** An address block: its family and the number of bits that are fixed. */
export interface Block {
    readonly family: "ipv4" | "ipv6";
    readonly bits: number;
}

/** The block that a CIDR text means, or `undefined` where it is none. A bare address is a block of one. */
export function parseBlock(cidr: string): Block | undefined {
    const match = /^([0-9a-f:.]+)(?:\/(\d{1,3}))?$/i.exec(cidr.trim());
    if (!match) return undefined;
    const address = match[1] ?? "";
    const family = address.includes(":") ? "ipv6" : "ipv4";
    if (family === "ipv4" && !/^\d{1,3}(\.\d{1,3}){0,3}$/.test(address)) return undefined;
    const most = family === "ipv6" ? 128 : 32;
    const bits = match[2] === undefined ? most : Number(match[2]);
    return bits > most ? undefined : { family, bits };
}

/** So wide that it stands for the internet: fewer than 8 fixed bits of IPv4, or 16 of IPv6. */
export function isInternet(cidr: string): boolean {
    const block = parseBlock(cidr);
    return block !== undefined && block.bits < (block.family === "ipv6" ? 16 : 8);
}

/** Ports of a rule: both ends included. */
export interface PortRange {
    readonly from: number;
    readonly to: number;
}

/** "22", "1000-2000" or "*" as a range; `undefined` where it is none of these. */
export function parsePorts(ports: string): PortRange | undefined {
    const trimmed = ports.trim();
    if (trimmed === "*") return { from: 0, to: 65535 };
    const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(trimmed);
    if (!match) return undefined;
    const from = Number(match[1]);
    return { from, to: match[2] === undefined ? from : Number(match[2]) };
}

export function hasPort(range: PortRange, port: number): boolean {
    return range.from <= port && port <= range.to;
}
