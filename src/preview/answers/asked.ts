import type { Wire } from "../wire";

/** A data source call that a program makes. */
export interface Asked {
    /** "aws:ec2/getVpc:getVpc". */
    readonly token: string;
    /** Known values only: a call with an unknown argument is never made. */
    readonly args: Wire;
    /** The AWS region that the call goes to. */
    readonly region: string;
}

/** A plausible result, where none can be fetched. */
export type StandIn = (asked: Asked) => Wire;

/** "aws:ec2/getVpc:getVpc" and "aws:ec2:getVpc" as "aws:ec2:getVpc"; "aws:index/…" and "aws:…" as "aws:index:…"; API versions left out. */
export function shortToken(token: string): string {
    const parts = token.split(":");
    const [pkg = "", middle = "", name = ""] = parts.length === 2 ? [parts[0], "index", parts[1]] : parts;
    const module = middle.endsWith(`/${name}`) ? middle.slice(0, -name.length - 1) : middle;
    return `${pkg}:${module.replace(/\/v\d{8}(preview)?$/, "") || "index"}:${name}`;
}
