/** A JSON Schema of one setting of a policy, in the subset that `@pulumi/policy` hands to the engine. Every setting has a default. */
export type SettingSchema =
    | {
          readonly type: "integer" | "number";
          readonly description: string;
          readonly default: number;
          readonly minimum?: number;
          readonly maximum?: number;
      }
    | { readonly type: "boolean"; readonly description: string; readonly default: boolean }
    | { readonly type: "string"; readonly description: string; readonly default: string; readonly enum?: readonly string[] }
    | {
          readonly type: "array";
          readonly description: string;
          readonly items: { readonly type: "string" | "integer"; readonly enum?: readonly string[] };
          readonly default: readonly (string | number)[];
      };

export type SettingSchemas = Readonly<Record<string, SettingSchema>>;

type SettingValue<S> = S extends { readonly type: "integer" | "number" }
    ? number
    : S extends { readonly type: "boolean" }
      ? boolean
      : S extends { readonly type: "array"; readonly items: { readonly type: infer I } }
        ? I extends "integer"
            ? readonly number[]
            : readonly string[]
        : S extends { readonly type: "string"; readonly enum: readonly (infer E)[] }
          ? E
          : string;

/** The settings' values as a check reads them: `settings.minRetentionDays` is a number. */
export type Settings<S extends SettingSchemas> = { readonly [K in keyof S]: SettingValue<S[K]> };

export type SettingValues = Readonly<Record<string, unknown>>;

export function defaultsOf(schemas: SettingSchemas): SettingValues {
    return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, schema.default]));
}
