import type { Props } from "../../src/policy/resource";
import { type Answer, and, is, isUnknown, or } from "../../src/policy/unknown";
import { read, readAll, text } from "../../src/policy/values";

/** A parameter that a group must set. */
export interface Parameter {
    readonly name: string;
    /** Of the value, lower-cased. */
    readonly test: (value: string) => boolean;
}

/** Does a parameter group set the parameter to a value that passes? One that it leaves out has the engine's default, which does not. */
export function parameterSatisfies(group: Props, { name, test }: Parameter): Answer {
    return or(
        ...readAll(group, "parameters[]").map(({ value: parameter }) =>
            isUnknown(parameter)
                ? parameter
                : and(
                      is(read(parameter, "name"), own => text(own ?? "").toLowerCase() === name),
                      is(read(parameter, "value"), value => test(text(value ?? "").toLowerCase())),
                  ),
        ),
    );
}
