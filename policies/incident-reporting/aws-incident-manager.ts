import { type StackCheck, asNumber } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { must } from "../../src/policy/factories";
import { type Fact, together } from "../../src/policy/facts";
import { linkedSatisfies } from "../../src/policy/graph";
import type { Props, Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, is, not, or, some } from "../../src/policy/unknown";
import { isFilled, list, read, readAll, text } from "../../src/policy/values";

const CONTACT = "aws:ssmcontacts/contact:Contact";
const CHANNEL = "aws:ssmcontacts/contactChannel:ContactChannel";
const PLAN = "aws:ssmcontacts/plan:Plan";
const ROTATION = "aws:ssm/contactsRotation:ContactsRotation";

/** Is the person reached by so many kinds of channel? */
function hasChannels({ graph, resource }: StackCheck, least: number): Answer {
    const { certain, possible } = graph.into(resource, CHANNEL, "contactId");
    const kindOf = ({ props }: { readonly props: Props }): Value | undefined => read(props, "type");
    const known = (kinds: readonly (Value | undefined)[]): Set<string> =>
        new Set(kinds.flatMap(kind => (kind === UNKNOWN || kind === undefined ? [] : text(kind).toUpperCase())));
    const sure = certain.map(kindOf);
    const all = [...sure, ...possible.map(kindOf)];
    if (known(sure).size >= least) return true;
    return known(all).size + all.filter(kind => kind === UNKNOWN).length >= least && UNKNOWN;
}

/** Does the first stage give way to the next soon enough? */
function escalatesWithin(plan: Props, minutes: number): Answer {
    return is(list(read(plan, "stages")), ([first]) =>
        first === undefined ? false : is(asNumber(read(first, "durationInMinutes")), n => n !== undefined && n <= minutes),
    );
}

export const incidentContactsReachable = stackPolicy({
    name: "aws-incident-manager-contacts-reachable",
    title: "People on call are reached by more than one channel, and by more than one person",
    commitment: "incident-reporting",
    topic: "security-contacts",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [CONTACT, ROTATION],
    reads: [CHANNEL, PLAN],
    why: "One phone that is off, or one person on leave, and nobody starts to work on the incident or to report it.",
    fix: "Give each contact two ContactChannels of different type and a Plan that escalates soon, and each rotation two contacts.",
    references: ["aws-config:response-plan-exists-maintained", "prowler:ssmincidents_enabled_with_plans"],
    settings: {
        minChannels: { type: "integer", minimum: 1, maximum: 3, default: 2, description: "Fewest kinds of channel by which a person is reached." },
        maxFirstStageMinutes: { type: "integer", minimum: 0, maximum: 30, default: 15, description: "Most minutes until a plan's second stage." },
    },
    checkResource(c) {
        const { type, graph, resource, get, oneOf, settings, require, notApplicable } = c;
        if (type === ROTATION) {
            require(is(list(get("contactIds")), people => people.length >= 2), "contactIds", "One person alone is on call.");
            return;
        }
        const personal = oneOf("type", ["PERSONAL"]);
        const escalation = oneOf("type", ["ESCALATION"]);
        if (or(personal, escalation) === false) {
            notApplicable("a schedule, whose rotations are judged themselves");
            return;
        }
        const plans = graph.into(resource, PLAN, "contactId");
        const channels = or(not(personal), hasChannels(c, settings.minChannels));
        require(channels, "", `The contact is reached by fewer than ${String(settings.minChannels)} kinds of channel.`);
        const engaged = linkedSatisfies(plans, plan => escalatesWithin(plan.props, settings.maxFirstStageMinutes));
        require(or(not(personal), engaged), "", `No plan engages the contact within ${String(settings.maxFirstStageMinutes)} minutes.`);
        const several = linkedSatisfies(plans, ({ props }) => {
            const targets = readAll(props, "stages[].targets[]");
            return targets.length >= 2 ? true : targets.some(at => at.value === UNKNOWN) && UNKNOWN;
        });
        require(or(not(escalation), several), "", "The escalation names fewer than two targets.");
    },
});

function holdsSome(props: Props, ...paths: readonly string[]): Answer {
    return or(...paths.map(path => is(list(read(props, path)), elements => elements.length > 0)));
}

export const responsePlanNotifies = must({
    name: "aws-response-plan-notifies-client",
    title: "Response plans tell the client and engage people",
    commitment: "incident-reporting",
    topic: "alert-routing",
    strength: "supporting",
    severity: "low",
    evidence: "supporting",
    since: "1.0",
    on: ["aws:ssmincidents/responsePlan:ResponsePlan"],
    why: "A plan that tells nobody outside the team leaves the report to the client to whoever remembers it.",
    fix: "Name a topic of the client's in incidentTemplate.notificationTargets, and people in engagements or chatChannels.",
    references: ["aws-config:response-plan-exists-maintained"],
    settings: {
        summaryKeywords: {
            type: "array",
            items: { type: "string" },
            default: [],
            description: "Words that the summary of an incident must hold, such as the name of the client's contact.",
        },
    },
    facts: ({ summaryKeywords }) => [
        together("incidentTemplate.notificationTargets", "The plan tells no topic.", props =>
            is(list(read(props, "incidentTemplate.notificationTargets")), targets =>
                some(targets, target => (target === UNKNOWN ? UNKNOWN : isFilled(target as Props, "snsTopicArn"))),
            ),
        ),
        together("engagements", "The plan engages no people and no chat channel.", props => holdsSome(props, "engagements", "chatChannels")),
        ...(summaryKeywords.length > 0 ? [mentions("incidentTemplate.summary", summaryKeywords)] : []),
    ],
});

/** The text holds each of the words. */
function mentions<const P extends string>(path: P, words: readonly string[]): Fact<P> {
    return together(path, "The summary lacks a word that the setting summaryKeywords lists.", props =>
        is(read(props, path), summary =>
            words.every(word =>
                text(summary ?? "")
                    .toLowerCase()
                    .includes(word.toLowerCase()),
            ),
        ),
    );
}
