import { parseAzureId } from "./identity";
import type { Resource, Value } from "./resource";
import { type Answer, UNKNOWN, type Unknown, and, is, isUnknown, not } from "./unknown";
import { read, text } from "./values";

/** The parts of an ARN: "arn:aws:backup:eu-west-2:111122223333:backup-vault:daily". */
export interface Arn {
    readonly service: string;
    readonly region: string;
    readonly account: string;
    readonly rest: string;
}

export function parseArn(text: string): Arn | undefined {
    const [arn, partition, service, region, account, ...rest] = text.split(":");
    if (arn !== "arn" || !partition || !service || region === undefined || account === undefined || rest.length === 0) return undefined;
    return { service, region, account, rest: rest.join(":") };
}

/** The region in which a resource of AWS stands: its own `region`, else its provider's; UNKNOWN where neither is known. */
export function regionOf(resource: Resource): string | Unknown {
    return known(read(resource.props, "region")) ?? known(read(resource.provider?.props ?? {}, "region")) ?? UNKNOWN;
}

/** The account in which a resource of AWS stands, where its provider is held to one or takes a role in one. */
export function accountOf(resource: Resource): string | Unknown {
    const provider = resource.provider?.props ?? {};
    const allowed = known(read(provider, "allowedAccountIds"));
    if (allowed !== undefined) return /^\[?"?(\d{12})"?\]?$/.exec(allowed)?.[1] ?? UNKNOWN;
    const roles = known(read(provider, "assumeRoles")) ?? known(read(provider, "assumeRole")) ?? "";
    return /arn:[\w-]+:iam::(\d{12}):role\/(?!.*arn:)/s.exec(roles)?.[1] ?? UNKNOWN;
}

/** Are both values known, and do they differ? UNKNOWN where one is not. */
export function differ(a: string | Unknown, b: string | Unknown): Answer {
    return is(a, x => is(b, y => x !== y));
}

/** A provider's properties are text, or JSON where they are lists and objects. */
export function known(value: Value | undefined): string | undefined {
    if (value === undefined || value === null || value === UNKNOWN) return undefined;
    const found = typeof value === "object" ? JSON.stringify(value) : text(value);
    return found === "" ? undefined : found;
}

/** Do two resources stand in one account of AWS, or one subscription of Azure? Two providers may, or may not. */
export function sameAccount(a: Resource, b: Resource): Answer {
    if (a.provider?.urn === b.provider?.urn) return true;
    return not(a.type.startsWith("aws:") ? differ(accountOf(a), accountOf(b)) : differ(subscriptionOf(a), subscriptionOf(b)));
}

/** Do two resources of AWS stand in one account and region? */
export function samePlace(a: Resource, b: Resource): Answer {
    return and(sameAccount(a, b), sameRegion(a, b));
}

function sameRegion(a: Resource, b: Resource): Answer {
    if (a.provider?.urn === b.provider?.urn && read(a.props, "region") === undefined && read(b.props, "region") === undefined) return true;
    return not(differ(regionOf(a), regionOf(b)));
}

function subscriptionOf(resource: Resource): string | Unknown {
    return known(read(resource.provider?.props ?? {}, "subscriptionId"))?.toLowerCase() ?? UNKNOWN;
}

/**
 * May a literal in `source` mean `target`, by where both stand? Two regions, accounts, subscriptions or resource groups may each hold a thing
 * of one name. An ARN or an Azure id says of which place it speaks; a bare name speaks of the place in which it is used.
 */
export function mayMean(literal: string, source: Resource, target: Resource): Answer {
    return target.type.startsWith("aws:") ? mayMeanInAws(literal, source, target) : mayMeanInAzure(literal, source, target);
}

/** Of EC2 and the like, "vpc-0a1b2c3d4e5f60718": given out once only. */
const UNIQUE_ID = /^[a-z]+-[0-9a-f]{8,}$/i;
/** Modules whose resources are called by one name from every region, and those of them whose names are unique over all accounts too. */
const ANY_REGION = /^aws:(?:iam|route53|cloudfront|globalaccelerator|organizations|budgets|shield|networkmanager|waf|ecrpublic|directconnect)\//;
const GLOBAL_CLUSTER = /:Global(?:Cluster|Table|ReplicationGroup)$/;
const ANY_ACCOUNT = /^aws:s3(?:control)?\//;

function mayMeanInAws(literal: string, source: Resource, target: Resource): Answer {
    if (UNIQUE_ID.test(literal) || ANY_ACCOUNT.test(target.type)) return true;
    const arn = parseArn(literal);
    if (arn) {
        const region = arn.region !== "" && differ(regionOf(target), arn.region) === true;
        const account = arn.account !== "" && differ(accountOf(target), arn.account) === true;
        return !region && !account;
    }
    const anyRegion = ANY_REGION.test(target.type) || GLOBAL_CLUSTER.test(target.type);
    // Providers seldom say of which account they are: only what is known to differ counts.
    return and(anyRegion || sameRegion(source, target), sameAccount(source, target) !== false);
}

/** Only what is known to differ tells two Azure resources apart: most say nothing of their subscription. */
function mayMeanInAzure(literal: string, source: Resource, target: Resource): boolean {
    if (literal.includes("/")) return differ(parseAzureId(literal).subscription ?? UNKNOWN, subscriptionOf(target)) !== true;
    const group = (resource: Resource): string | Unknown => {
        const name = read(resource.props, "resourceGroupName");
        return name === undefined || isUnknown(name) ? UNKNOWN : text(name).toLowerCase();
    };
    return differ(group(source), group(target)) !== true && sameAccount(source, target) !== false;
}
