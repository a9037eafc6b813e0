/*
 * Loaded into the program's process before anything else, as JavaScript as it stands.
 *
 * On Node.js 20, inspecting an error with colours over the
 * SDK's deep frames takes half a minute, and the SDK does so for every unhandled error; without colours the text is the same and takes no time.
 *
 * What a program prints in a loop without a pause would pile up in its memory without end: printing waits until it is read.
 */
{
    const util = process.getBuiltinModule("node:util");
    util.inspect = new Proxy(util.inspect, {
        apply(inspect, self, given) {
            if (given[0] instanceof Error && given[1] instanceof Object) given.splice(1, 1, Object.assign({}, given[1], { colors: false }));
            return String(Reflect.apply(inspect, self, given));
        },
    });
    for (const stream of [process.stdout, process.stderr]) {
        const handle = "_handle" in stream && stream._handle;
        if (typeof handle === "object" && handle !== null && "setBlocking" in handle && typeof handle.setBlocking === "function") {
            Reflect.apply(handle.setBlocking, handle, [true]);
        }
    }
}
