import type { Props } from "../../src/policy/resource";
import { type Answer, UNKNOWN, type Unknown, and, is, isUnknown, or } from "../../src/policy/unknown";
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

/** The value that a group of parameters gives to one, lower-cased: `undefined` where it leaves it out, UNKNOWN where it may give one that is not known. */
export function parameterValue(group: Props, list: string, name: string, keys: readonly [name: string, value: string]): string | Unknown | undefined {
    let found: string | Unknown | undefined;
    for (const { value: parameter } of readAll(group, `${list}[]`)) {
        const own = read(parameter, keys[0]);
        if (isUnknown(own)) found = UNKNOWN;
        else if (text(own ?? "").toLowerCase() === name) {
            const value = read(parameter, keys[1]);
            return isUnknown(value) ? UNKNOWN : text(value ?? "").toLowerCase();
        }
    }
    return found;
}
