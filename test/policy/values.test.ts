import type { Props } from "../../src/policy/resource";
import { UNKNOWN } from "../../src/policy/unknown";
import { UNKNOWN_SENTINELS, isFilled, isSet, markUnknowns, unknownPath } from "../../src/policy/values";

test("what the protocol calls unknown, and a secret that is not shown, are unknown wherever they stand", () => {
    const [sentinel] = UNKNOWN_SENTINELS;
    expect(markUnknowns({ a: sentinel, b: [{ c: "[secret]" }, "[secret] and more"], d: "text" })).toEqual({
        a: UNKNOWN,
        b: [{ c: UNKNOWN }, "[secret] and more"],
        d: "text",
    });
});

test("the unknown value on the way to a path, or below it, is named", () => {
    const props: Props = { a: UNKNOWN, b: [{ c: "known", d: UNKNOWN }, { e: { f: [1, UNKNOWN] } }], g: [{ h: UNKNOWN }], i: { j: null } };
    const paths = ["a", "a.b.c", "b", "b[0].c", "b[0].d", "b[1].e", "b[].c", "g.h", "i.j", "i.k", "none.of.these"];
    expect(paths.map(path => unknownPath(props, path))).toEqual([
        "a",
        "a",
        "b[0].d",
        undefined,
        "b[0].d",
        "b[1].e.f[1]",
        "b[0].d",
        "g.h",
        undefined,
        undefined,
        undefined,
    ]);
});

test("what stands in a block of which nothing is known may be set or not", () => {
    const props: Props = { a: UNKNOWN, b: { c: UNKNOWN, d: "", e: null }, f: [{ g: 1 }], h: [UNKNOWN] };
    const paths = ["a", "a.b", "b.c", "b.d", "b.e", "f.g", "h.i", "j", "j.k"];
    expect(paths.map(path => isSet(props, path))).toEqual([true, UNKNOWN, true, true, false, true, UNKNOWN, false, false]);
    expect(paths.map(path => isFilled(props, path))).toEqual([true, UNKNOWN, true, false, false, true, UNKNOWN, false, false]);
});
