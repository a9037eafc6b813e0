/*
 * Loaded into the program's process before anything else, as JavaScript as it stands.
 *
 * On Node.js 20, inspecting an error with colours over the
 * SDK's deep frames takes half a minute, and the SDK does so for every unhandled error; without colours the text is the same and takes no time.
 *
 * What a program prints in a loop without a pause would pile up in its memory without end: printing waits until it is read.
 *
 * The SDK notes the stack of every promise that it makes, for a list of leaks that it prints only when asked. Written out with positions in the sources, these
 * notes take a third of the time of a large program.
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
    if (!process.env.PULUMI_DEBUG_PROMISE_LEAKS) {
        const note = /debuggablePromise .*[\\/]@pulumi[\\/]pulumi[\\/]runtime[\\/]debuggable\.js/;
        const wrapped = new WeakSet();
        let [current] = new Set().add(Reflect.get(Error, "prepareStackTrace"));
        Object.defineProperty(Error, "prepareStackTrace", {
            configurable: true,
            enumerable: true,
            get: () => current,
            set(given) {
                [current] = new Set().add(given);
                // What was read here and is put back later has been wrapped already.
                if (!(current instanceof Function) || wrapped.has(current)) return;
                const quick = new Proxy(current, {
                    apply(prepare, self, given) {
                        const isNote =
                            given[0] instanceof Error && given[0].message === "" && Array.isArray(given[1]) && note.test(String(given[1][0]));
                        const [text] = new Set().add(isNote ? "" : Reflect.apply(prepare, self, given));
                        return text;
                    },
                });
                wrapped.add(quick);
                current = quick;
            },
        });
    }
}
