import type { Lifecycle } from "../../src/charter/lifecycles";
import type { Check } from "../../src/policy/check";
import type { SettingSchemas } from "../../src/policy/settings";
import type { Path, Token } from "../../src/policy/types";

/**
 * Says of a version what its lifecycle says: ended is a violation, paid extension advice (or a violation where `failOnExtended`), an end
 * that is near advice, and a version that the table does not know undetermined unless it is older than everything in it.
 * @param what the version by name, made of words that the lifecycle table knows: "Lambda runtime nodejs20.x".
 */
export function judgeLifecycle<T extends Token, S extends SettingSchemas>(
    c: Check<T, S>,
    property: Path<T> | "",
    what: string,
    { state, row, daysLeft }: Lifecycle,
    failOnExtended = false,
): void {
    const name = row ? what : what.replace(/ \S+$/, "");
    switch (state) {
        case "ended":
            c.violation(property, `${name} has been out of support since ${row?.extendedEnds ?? row?.standardEnds ?? "long ago"}.`);
            break;
        case "unlisted-old":
            c.violation(property, `${name}: the version is older than any that is in support.`);
            break;
        case "extended": {
            const message = `${name} is past standard support (${row?.standardEnds ?? ""}) and only in paid extended support until ${row?.extendedEnds ?? ""}.`;
            if (failOnExtended) c.violation(property, message);
            else c.advice(property, message);
            break;
        }
        case "ending":
            c.advice(property, `${name} leaves support on ${row?.standardEnds ?? ""}, in ${String(daysLeft)} days.`);
            break;
        case "unlisted":
        case "unlisted-new":
            c.undetermined(property, `${name}: the lifecycle table does not know this version.`);
            break;
        case "supported":
            break;
    }
}
