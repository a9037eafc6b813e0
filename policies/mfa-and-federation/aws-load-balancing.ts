import { asNumber, isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import type { Props, Resource } from "../../src/policy/resource";
import { tagValue } from "../../src/policy/tags";
import { type Answer, UNKNOWN, every, is, not, or } from "../../src/policy/unknown";
import { type At, isSet, read } from "../../src/policy/values";

const LISTENER = "aws:lb/listener:Listener";
const RULE = "aws:lb/listenerRule:ListenerRule";
const SIGN_IN = ["authenticate-oidc", "authenticate-cognito", "jwt-validation"];
/** Seconds for which a session lasts unless the program says otherwise. */
const WEEK = 604800;

/** The action that is performed first: the one with the lowest order, else the first of the list. Undefined where that cannot be told. */
function firstOf(actions: readonly At[]): At | undefined {
    const orders = actions.map(({ value }, i) => (value === UNKNOWN ? UNKNOWN : (asNumber(read(value, "order")) ?? i + 1)));
    const known = orders.filter(order => order !== UNKNOWN);
    return known.length < orders.length ? undefined : actions[orders.indexOf(Math.min(...known))];
}

/** Does the action only send the browser elsewhere, or answer by itself? */
function servesNothing({ value }: At): Answer {
    return is(value, action => isOneOf(read(action, "type"), ["redirect", "fixed-response"]));
}

/** Does the listener ask clients for a certificate? */
function asksCertificate(props: Props): Answer {
    return isOneOf(read(props, "mutualAuthentication.mode"), ["verify"]);
}

export const albUserFacingAuthentication = stackPolicy({
    name: "aws-alb-user-facing-authentication",
    title: "Load balancers ask staff to sign in before anything answers",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "workforce-mfa",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [LISTENER, RULE],
    why: "Tools for staff are written with less care than products; sign-in before them keeps strangers from trying their flaws.",
    fix: "Put an action of type 'authenticate-oidc' first, leave onUnauthenticatedRequest out and set sessionTimeout.",
    references: [],
    settings: {
        maxSessionSeconds: { type: "integer", minimum: 300, default: 43200, description: "Seconds after which staff are asked to sign in again." },
    },
    checkResource({ type, graph, resource, estate, has, all, oneOf, require, requireAt, notApplicable, settings }) {
        const forStaff = (one: Resource): Answer => is(tagValue(one, estate.tags.audience), audience => audience?.toLowerCase() === "staff");
        const listeners = graph.from(resource, "listenerArn", LISTENER);
        const asked = or(forStaff(resource), type === RULE && listeners.certain.length > 0 ? linkedSatisfies(listeners, forStaff) : false);
        // Only application load balancers know who is calling; a gateway's listener has neither port nor protocol.
        const overHttp = type === RULE || (has("protocol") || has("port") ? oneOf("protocol", ["HTTP", "HTTPS"], "HTTP") : false);
        if (asked === false || overHttp === false) {
            notApplicable("not tagged as facing staff, or not of an application load balancer");
            return;
        }
        const property = type === RULE ? "actions" : "defaultActions";
        const certified = or(asksCertificate(resource.props), type === RULE ? linkedSatisfies(listeners, l => asksCertificate(l.props)) : false);
        const actions = all(`${property}[]`);
        const excused = or(not(asked), not(overHttp), certified, every(actions, servesNothing));
        const first = firstOf(actions);
        const signsIn = is(first?.value ?? UNKNOWN, action => isOneOf(read(action, "type"), SIGN_IN));
        require(or(excused, signsIn), property, "Requests are passed on before anyone has signed in.");
        if (first === undefined || signsIn !== true) return;
        for (const block of ["authenticateOidc", "authenticateCognito"]) {
            if (!isSet(first.value, block)) continue;
            const strangers = `${block}.onUnauthenticatedRequest`;
            const refused = not(isOneOf(read(first.value, strangers), ["allow"], "authenticate"));
            requireAt(or(excused, refused), `${first.path}.${strangers}`, "Requests of those who have not signed in are passed on.");
            const timeout = `${block}.sessionTimeout`;
            const short = is(asNumber(read(first.value, timeout)) ?? WEEK, seconds => seconds <= settings.maxSessionSeconds);
            requireAt(or(excused, short), `${first.path}.${timeout}`, `A session lasts longer than ${String(settings.maxSessionSeconds)} seconds.`);
        }
    },
});
