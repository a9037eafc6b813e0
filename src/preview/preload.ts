/*
 * Loaded into the program's process before anything else, as JavaScript as it stands. On Node.js 20, inspecting an error with colours over the
 * SDK's deep frames takes half a minute, and the SDK does so for every unhandled error; without colours the text is the same and takes no time.
 */
{
    const util = process.getBuiltinModule("node:util");
    util.inspect = new Proxy(util.inspect, {
        apply(inspect, self, given) {
            if (given[0] instanceof Error && given[1] instanceof Object) given.splice(1, 1, Object.assign({}, given[1], { colors: false }));
            return String(Reflect.apply(inspect, self, given));
        },
    });
}
