import { type StackCheck, asNumber } from "../../src/policy/check";
import { type Graph, linkedSatisfies } from "../../src/policy/graph";
import { isInternet } from "../../src/policy/networks";
import type { Resource, Value } from "../../src/policy/resource";
import type { SettingSchemas } from "../../src/policy/settings";
import type { Token } from "../../src/policy/types";
import { type Answer, UNKNOWN, type Unknown, and, is, or } from "../../src/policy/unknown";
import { type At, read, readAll, text } from "../../src/policy/values";

const PREFIX_LIST = "aws:ec2/managedPrefixList:ManagedPrefixList";
const PREFIX_LIST_ENTRY = "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry";
export const PREFIX_LISTS = [PREFIX_LIST, PREFIX_LIST_ENTRY] as const;

/** Ports of remote administration. */
export const ADMIN_PORTS = [22, 3389, 5985, 5986];

/** A source of traffic: where it stands in the rule, and whether it is the internet. */
interface Source {
    readonly path: string;
    readonly open: Answer;
}

/** One rule that lets traffic in. */
export interface IngressRule {
    readonly sources: readonly Source[];
    /** Does it speak of every protocol? */
    readonly everyProtocol: Answer;
    readonly tcp: Answer;
    readonly udp: Answer;
    /** First and last port: 0 to 65535 where the rule names none. */
    readonly from: number | Unknown;
    readonly to: number | Unknown;
}

/** Does the rule let TCP or UDP in to the port? */
export function letsIn({ everyProtocol, tcp, udp, from, to }: IngressRule, port: number): Answer {
    const within = is(from, first => is(to, last => first <= port && port <= last));
    return or(everyProtocol, and(or(tcp, udp), within));
}

/** The rules of a group, or the one that a rule's resource is. Whole rules that are not known are said to be undetermined. */
export function ingressRules<T extends Token, S extends SettingSchemas>(c: StackCheck<T, S>, message: string): readonly IngressRule[] {
    const inline = c.resource.type.endsWith("ecurityGroup");
    const rules: readonly At[] = inline ? readAll(c.resource.props, "ingress[]") : [{ path: "", value: c.resource.props }];
    return rules.flatMap(({ path, value }) => {
        if (value !== UNKNOWN) return [ruleOf(c, path === "" ? "" : `${path}.`, value)];
        c.undeterminedAt(path, message);
        return [];
    });
}

function ruleOf({ graph, resource }: StackCheck, prefix: string, rule: Value): IngressRule {
    const protocol = read(rule, "protocol") ?? read(rule, "ipProtocol");
    const among = (...words: readonly string[]): Answer => is(protocol, word => words.includes(text(word ?? "").toLowerCase()));
    const from = asNumber(read(rule, "fromPort"));
    const sourcesAt = (property: string, open: (value: Value) => Answer): Source[] =>
        readAll(rule, property).map(({ path, value }) => ({ path: prefix + path, open: open(value) }));
    return {
        sources: [
            ...["cidrBlocks[]", "ipv6CidrBlocks[]", "cidrIpv4", "cidrIpv6"].flatMap(property => sourcesAt(property, isOpenBlock)),
            ...["prefixListIds[]", "prefixListId"].flatMap(property =>
                sourcesAt(property, id => isOpenList(graph, resource, id, prefix === "" ? "" : "ingress[].")),
            ),
        ],
        everyProtocol: among("-1", "all"),
        tcp: among("tcp", "6"),
        udp: among("udp", "17"),
        from: from ?? 0,
        to: asNumber(read(rule, "toPort")) ?? from ?? 65535,
    };
}

function isOpenBlock(cidr: Value): Answer {
    return is(cidr, known => isInternet(text(known)));
}

/** Does a prefix list hold the internet? One from outside the stack may. */
function isOpenList(graph: Graph, resource: Resource, id: Value, prefix: string): Answer {
    if (id !== UNKNOWN) {
        const named = graph.named(text(id), PREFIX_LIST);
        return named.length === 0 ? UNKNOWN : or(...named.map(list => holdsInternet(graph, list)));
    }
    const property = resource.type.endsWith("IngressRule") ? "prefixListId" : "prefixListIds";
    return linkedSatisfies(graph.from(resource, prefix + property, PREFIX_LIST), list => holdsInternet(graph, list));
}

function holdsInternet(graph: Graph, list: Resource): Answer {
    return or(
        ...readAll(list.props, "entries[].cidr").map(at => isOpenBlock(at.value)),
        linkedSatisfies(graph.into(list, PREFIX_LIST_ENTRY, "prefixListId"), entry => isOpenBlock(read(entry.props, "cidr") ?? "")),
    );
}
