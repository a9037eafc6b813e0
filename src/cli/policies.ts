import picocolors from "picocolors";
import { policies } from "../../policies";
import { COMMITMENTS } from "../charter/commitments";
import { type Policy, providerOf } from "../policy/definition";
import { familyOf } from "../policy/families";
import { policyUrl } from "../version";
import { write } from "./output";

/** A policy as other tools read it (docs/schemas/policies.schema.json). */
export function describe(policy: Policy): Record<string, unknown> {
    const { name, title, commitment, part, topic, strength, severity, evidence, kind, references, settings, since } = policy;
    return {
        name,
        title,
        commitment,
        ...(part === undefined ? {} : { part }),
        topic,
        strength,
        severity,
        evidence,
        kind,
        provider: providerOf(policy),
        types: policy.on.flatMap(familyOf),
        reads: policy.reads.flatMap(familyOf),
        references,
        settings,
        remediates: policy.remedies !== undefined,
        since,
        url: policyUrl(name),
    };
}

/** `charter policies`. @returns the exit code. */
export function listPolicies(options: { readonly format: string; readonly output?: string }): Promise<number> {
    const text = options.format === "json" ? `${JSON.stringify(policies.map(describe), undefined, 2)}\n` : table();
    write(text, options.output);
    return Promise.resolve(0);
}

function table(): string {
    const width = Math.max(...policies.map(p => p.name.length));
    const sections = COMMITMENTS.map(({ id, number, title }) => {
        const rows = policies
            .filter(p => p.commitment === id)
            .map(p => `  ${p.name.padEnd(width)}  ${p.severity.padEnd(8)}  ${p.strength.padEnd(10)}  ${p.title}`);
        return rows.length === 0 ? "" : `${picocolors.bold(`${String(number)} ${title}`)}\n${rows.join("\n")}\n`;
    });
    return `${sections.filter(s => s !== "").join("\n")}\n${String(policies.length)} policies; charter explain NAME says more of one.\n`;
}
