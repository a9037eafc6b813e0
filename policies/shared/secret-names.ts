const SECRET = /passw(or)?d|secret|token|api[_-]?key|private[_-]?key|access[_-]?key|credential/i;
/** What says something of a secret, and is none: where it stands, what it is called, how long it lives. */
const ABOUT = /(arn|url|uri|name|id|path|endpoint|policy|expiry|ttl|length|rotation|version|enabled)$/i;

/** Does the name of a parameter or variable say that it holds a secret? */
export function looksSecret(name: string): boolean {
    return SECRET.test(name) && !ABOUT.test(name);
}
