import { NAMESPACE } from "../policy/configuration";
import { todayUtc } from "../policy/dates";
import type { SessionOptions } from "./session";

/** What the engine's language host tells the pack's process, and the variables that the user sets. */
export function environment(env: NodeJS.ProcessEnv = process.env): Omit<SessionOptions, "policies"> {
    return {
        configuration: ownConfiguration(env.PULUMI_CONFIG),
        project: env.PULUMI_NODEJS_PROJECT ?? "project",
        stack: env.PULUMI_NODEJS_STACK ?? "stack",
        kind: env.PULUMI_NODEJS_DRY_RUN === "false" ? "update" : "preview",
        today: env.CHARTER_DATE ?? todayUtc(),
        ...(env.CHARTER_PRESET === undefined ? {} : { preset: env.CHARTER_PRESET }),
        ...(env.CHARTER_BASELINE === undefined ? {} : { baselineFile: env.CHARTER_BASELINE }),
        ...(env.CHARTER_REPORT === undefined ? {} : { reportFile: env.CHARTER_REPORT }),
    };
}

/** The values under the pack's namespace of a flat configuration as the engine hands it on. */
export function ownConfiguration(config: string | Readonly<Record<string, string>> | undefined): Record<string, unknown> {
    const flat = (typeof config === "string" ? JSON.parse(config) : (config ?? {})) as Readonly<Record<string, string>>;
    const prefix = `${NAMESPACE}:`;
    return Object.fromEntries(
        Object.entries(flat)
            .filter(([key]) => key.startsWith(prefix))
            .map(([key, value]) => [key.slice(prefix.length), value]),
    );
}
