import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { EnforcementLevel } from "../report/model";
import type { Session } from "./session";

/*
 * The engine first asks a pack for its policies (GetAnalyzerInfo). Putting the answer together takes the SDK more than a tenth of a second
 * for hundreds of policies, and is the same every time but for the levels. The build writes down what the SDK answers
 * (scripts/introduce.mjs), and the levels are added here. `test/pack/introduction.test.ts` holds that both answers are equal.
 */

/** Of what the build wrote: a header, and where the parts of the bytes behind it begin and how long they are. */
interface Header {
    /** Everything but the policies. */
    readonly rest: readonly [number, number];
    /** One message of `PolicyInfo` each, without its level, by name. */
    readonly policies: readonly (readonly [string, number, number])[];
}

/** Beside the bundle that is run. */
export const INTRODUCTION = path.join(__dirname, "introduction.bin");

/** The numbers of `EnforcementLevel` in the protocol. */
const LEVELS: Readonly<Record<EnforcementLevel, number>> = { advisory: 0, mandatory: 1, disabled: 2, remediate: 3 };
/** Tags on the wire: AnalyzerInfo.policies (field 3, a message) and PolicyInfo.enforcementLevel (field 5, a number). */
const POLICIES = 0x1a;
const LEVEL = 0x28;

/**
 * The answer as bytes of `AnalyzerInfo`; `undefined` where the SDK must make it: the build's file is missing or speaks of other policies, or
 * the stack changes settings, which the answer shows.
 */
export function introduction(session: Session, file = INTRODUCTION): Uint8Array | undefined {
    if (session.fault || Object.keys(session.judgeOptions.configuration.settings).length > 0 || !existsSync(file)) return undefined;
    const bytes = readFileSync(file);
    const start = 4 + bytes.readUInt32LE(0);
    const { rest, policies } = JSON.parse(bytes.toString("utf8", 4, start)) as Header;
    const known = new Map(session.judge.inForce.map(({ policy, level }) => [policy.name, level]));
    const own = session.judgeOptions.policies;
    // The last is charter-notices, which is no policy of ours.
    if (policies.length !== own.length + 1 || own.some((policy, i) => policy.name !== policies[i]?.[0])) return undefined;
    const part = ([at, length]: readonly [number, number]): Buffer => bytes.subarray(start + at, start + at + length);
    return Buffer.concat([
        part(rest),
        ...policies.flatMap(([name, at, length], i) => {
            const level = i === own.length ? "advisory" : (known.get(name) ?? "disabled");
            return [Buffer.from([POLICIES, ...varint(length + 2)]), part([at, length]), Buffer.from([LEVEL, LEVELS[level]])];
        }),
    ]);
}

function varint(number: number): number[] {
    const bytes: number[] = [];
    let rest = number;
    while (rest > 0x7f) {
        bytes.push((rest & 0x7f) | 0x80);
        rest >>>= 7;
    }
    return [...bytes, rest];
}
