import picocolors from "picocolors";
import { policies } from "../../policies";
import { commitment } from "../charter/commitments";
import { topicControls } from "../charter/topics";
import { InputError } from "../errors";
import { ConfigurationError, policyNamed, policyNames } from "../policy/configuration";
import type { Policy } from "../policy/definition";
import { familyOf } from "../policy/families";
import { presetLevel } from "../policy/presets";
import { VERSION, policyUrl } from "../version";

/** `charter explain`. @returns the exit code. */
export function explain(name: string): Promise<number> {
    process.stdout.write(explanation(named(name)));
    return Promise.resolve(0);
}

function named(name: string): Policy {
    try {
        return policyNamed(name, policyNames(policies), []);
    } catch (error) {
        if (error instanceof ConfigurationError) throw new InputError(error.message, { mend: "`charter policies` lists them" });
        throw error;
    }
}

function explanation(policy: Policy): string {
    const { number, title } = commitment(policy.commitment);
    const settings = Object.entries(policy.settings).map(([key, schema]) => `  ${key} = ${JSON.stringify(schema.default)}  ${schema.description}`);
    const rows: readonly (readonly [string, readonly string[]])[] = [
        ["Why", [policy.why]],
        ["How to meet it", [policy.fix]],
        ["Commitment", [`${String(number)} ${title}${policy.part === undefined ? "" : ` (${policy.part})`}`]],
        [
            "Level",
            [
                `${presetLevel(policy, "charter", VERSION)} by default: ${policy.strength}, severity ${policy.severity}; what it proves: ${policy.evidence}`,
            ],
        ],
        ["Sets right at the level remediate", (policy.remedies ?? []).map(remedy => remedy.path)],
        ["Judges", policy.on.flatMap(familyOf)],
        ["Looks at", policy.reads.flatMap(familyOf)],
        ["Settings", settings.map(s => s.trim())],
        ["Controls", topicControls(policy.topic)],
        ["References", policy.references],
        ["Documentation", [policyUrl(policy.name)]],
    ];
    const body = rows
        .filter(([, lines]) => lines.length > 0)
        .map(([head, lines]) => `${picocolors.bold(head)}\n${lines.map(l => `  ${l}`).join("\n")}`);
    return `${picocolors.bold(policy.name)}\n${policy.title}.\n\n${body.join("\n\n")}\n`;
}
