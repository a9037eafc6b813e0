import { type StackCheck, asNumber, isOneOf } from "../../src/policy/check";
import type { Graph } from "../../src/policy/graph";
import { hasPort, isInternet, parsePorts } from "../../src/policy/networks";
import type { Resource, Value } from "../../src/policy/resource";
import type { SettingSchemas } from "../../src/policy/settings";
import type { Token } from "../../src/policy/types";
import { type Answer, UNKNOWN, and, every, is, not, or, some } from "../../src/policy/unknown";
import { type At, read, readAll, text } from "../../src/policy/values";

export const GROUP = "azure-native:network:NetworkSecurityGroup";
export const RULE = "azure-native:network:SecurityRule";

/** Ports of remote administration, of file sharing and of databases. */
export const MANAGEMENT_PORTS = [22, 3389, 5985, 5986, 23, 445, 135, 1433, 3306, 5432, 6379, 27017];

const EVERYWHERE = ["*", "any", "0.0.0.0/0"];

/** A source of a rule that may let the internet in. */
export interface Opening {
    /** Where the source stands. */
    readonly path: string;
    readonly udp: Answer;
    readonly tcp: Answer;
    /** Is the port reached, past every rule that comes before? */
    readonly reaches: (port: number) => Answer;
    /** Ports at which the answer may change, going up. */
    readonly edges: readonly number[];
}

/** A rule that stands beside another, and whether it is certainly of the same group. */
interface Neighbour {
    readonly rule: Value;
    readonly same: Answer;
}

/** What a group, or a rule that is a resource of its own, opens to the internet. A list of rules that is not known is said to be undetermined. */
export function openings<T extends Token, S extends SettingSchemas>(c: StackCheck<T, S>, message: string): readonly Opening[] {
    const { graph, resource } = c;
    if (resource.type === RULE)
        return openingsOf(
            resource.props,
            "",
            once(() => neighboursOf(graph, resource)),
        );
    const denies = once(() => rulesOf(graph, resource));
    return readAll(resource.props, "securityRules[]").flatMap(({ path, value }) => {
        if (value !== UNKNOWN) return openingsOf(value, `${path}.`, denies);
        c.undeterminedAt(path, message);
        return [];
    });
}

function openingsOf(rule: Value, prefix: string, neighbours: () => readonly Neighbour[]): readonly Opening[] {
    const protocol = (...words: readonly string[]): Answer => isOneOf(read(rule, "protocol"), words, "*");
    const lets = and(isOneOf(read(rule, "access"), ["Allow"]), isOneOf(read(rule, "direction"), ["Inbound"]), not(protocol("Icmp", "Esp", "Ah")));
    if (lets === false) return [];
    return sourcesOf(rule).flatMap(({ path, value }) => {
        const open = is(value, source => isOpen(text(source)));
        if (open === false) return [];
        const denies = neighbours().filter(({ rule: other }) => and(isDeny(other), comesBefore(other, rule), covers(other, rule, value)) !== false);
        return [
            {
                path: prefix + path,
                tcp: protocol("Tcp", "*"),
                udp: protocol("Udp"),
                reaches: (port: number) =>
                    and(
                        lets,
                        open,
                        hits(rule, port),
                        not(
                            some(denies, ({ rule: other, same }) =>
                                and(same, isDeny(other), comesBefore(other, rule), covers(other, rule, value), hits(other, port)),
                            ),
                        ),
                    ),
                edges: [
                    0,
                    ...rangesOf(rule).map(range => range.from),
                    ...denies.flatMap(({ rule: other }) => rangesOf(other).map(range => range.to + 1)),
                ],
            },
        ];
    });
}

/** The internet, or so much of it that it makes no difference. Every customer of Azure has addresses within the tag AzureCloud. */
function isOpen(source: string): boolean {
    const word = source.trim().toLowerCase();
    return EVERYWHERE.includes(word) || word === "internet" || /^azurecloud(\.|$)/.test(word) || isInternet(word);
}

function isDeny(rule: Value): Answer {
    return and(isOneOf(read(rule, "access"), ["Deny"]), isOneOf(read(rule, "direction"), ["Inbound"]));
}

function comesBefore(a: Value, b: Value): Answer {
    return is(asNumber(read(a, "priority")), first => is(asNumber(read(b, "priority")), second => (first ?? Infinity) < (second ?? -Infinity)));
}

/** Does one rule take in the other's traffic from this source, whatever its port? */
function covers(rule: Value, other: Value, source: Value): Answer {
    const whole = (values: readonly At[]): Answer => some(values, at => isOneOf(at.value, EVERYWHERE));
    const mine = both(rule, "destinationAddressPrefix", "destinationAddressPrefixes");
    const theirs = both(other, "destinationAddressPrefix", "destinationAddressPrefixes");
    return and(
        some(sourcesOf(rule), at => takesIn(at.value, source)),
        or(whole(mine), theirs.length > 0 && every(theirs, at => some(mine, own => sameText(own.value, at.value)))),
        or(isOneOf(read(rule, "protocol"), ["*"], "*"), sameText(read(rule, "protocol") ?? "*", read(other, "protocol") ?? "*")),
        every(both(rule, "sourcePortRange", "sourcePortRanges"), at => isOneOf(at.value, ["*", "0-65535"])),
    );
}

/** Does a source take in another, of which it is known that it is of the internet? Azure's tag Internet holds every public address. */
function takesIn(source: Value, other: Value): Answer {
    return or(
        isOneOf(source, ["*", "any", "internet"]),
        sameText(source, other),
        is(source, word => text(word) === "0.0.0.0/0" && is(other, address => /^[\d.]+\/\d+$/.test(text(address)))),
    );
}

function sameText(a: Value, b: Value): Answer {
    return is(a, first => is(b, second => text(first).toLowerCase() === text(second).toLowerCase()));
}

function hits(rule: Value, port: number): Answer {
    return some(both(rule, "destinationPortRange", "destinationPortRanges"), at =>
        is(at.value, ports => some(text(ports).split(","), one => hasPort(parsePorts(one) ?? { from: 0, to: -1 }, port))),
    );
}

function rangesOf(rule: Value): readonly { readonly from: number; readonly to: number }[] {
    return both(rule, "destinationPortRange", "destinationPortRanges").flatMap(({ value }) =>
        value === UNKNOWN
            ? []
            : text(value)
                  .split(",")
                  .flatMap(one => parsePorts(one) ?? []),
    );
}

function sourcesOf(rule: Value): readonly At[] {
    return both(rule, "sourceAddressPrefix", "sourceAddressPrefixes");
}

/** The values of a property that Azure has in a singular and a plural. */
function both(rule: Value, one: string, several: string): readonly At[] {
    return [...readAll(rule, one), ...readAll(rule, `${several}[]`)].filter(at => at.value === UNKNOWN || text(at.value) !== "");
}

/** The rules of a group: its own and those that are resources beside it. */
function rulesOf(graph: Graph, group: Resource): readonly Neighbour[] {
    const { certain, possible } = graph.into(group, RULE, "networkSecurityGroupName");
    const neighbours = (rules: readonly Value[], same: Answer): readonly Neighbour[] => rules.map(rule => ({ rule, same }));
    return [
        ...readAll(group.props, "securityRules[]").map(({ value }): Neighbour => ({ rule: value, same: value === UNKNOWN ? UNKNOWN : true })),
        ...neighbours(
            certain.map(rule => rule.props),
            true,
        ),
        ...neighbours(
            possible.map(rule => rule.props),
            UNKNOWN,
        ),
    ];
}

/** The rules in the group that a rule names, which may be a group of another stack. */
function neighboursOf(graph: Graph, rule: Resource): readonly Neighbour[] {
    const groups = graph.from(rule, "networkSecurityGroupName", GROUP);
    if (groups.certain.length > 0) return groups.certain.flatMap(group => rulesOf(graph, group));
    const named = (other: Resource, path: string): Answer => sameText(read(rule.props, path) ?? "", read(other.props, path) ?? "");
    return [
        ...groups.possible.flatMap(group => rulesOf(graph, group)).map((one): Neighbour => ({ ...one, same: UNKNOWN })),
        ...graph.of(RULE).map((other): Neighbour => ({
            rule: other.props,
            same: and(named(other, "networkSecurityGroupName"), named(other, "resourceGroupName")),
        })),
    ];
}

/** Looks only when first asked. */
function once<V>(look: () => V): () => V {
    let found: { readonly value: V } | undefined;
    return () => (found ??= { value: look() }).value;
}
