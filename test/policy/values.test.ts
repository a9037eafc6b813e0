import { UNKNOWN } from "../../src/policy/unknown";
import { UNKNOWN_SENTINELS, markUnknowns } from "../../src/policy/values";

test("what the protocol calls unknown, and a secret that is not shown, are unknown wherever they stand", () => {
    const [sentinel] = UNKNOWN_SENTINELS;
    expect(markUnknowns({ a: sentinel, b: [{ c: "[secret]" }, "[secret] and more"], d: "text" })).toEqual({
        a: UNKNOWN,
        b: [{ c: UNKNOWN }, "[secret] and more"],
        d: "text",
    });
});
