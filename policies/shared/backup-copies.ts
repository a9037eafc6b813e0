import type { Graph } from "../../src/policy/graph";
import { accountOf, differ, parseArn, regionOf } from "../../src/policy/place";
import type { Resource } from "../../src/policy/resource";
import { type Answer, UNKNOWN, or } from "../../src/policy/unknown";
import { read, readAll, text } from "../../src/policy/values";

export const PLAN = "aws:backup/plan:Plan";
export const VAULT = "aws:backup/vault:Vault";
export const AIR_GAPPED = "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault";

/** Where a plan sends copies: by an ARN that is known, by vaults of this stack that its rules name, or to somewhere unknown. */
export interface Destinations {
    readonly arns: readonly string[];
    readonly vaults: readonly Resource[];
    readonly unknown: boolean;
}

export function destinations(graph: Graph, plan: Resource): Destinations {
    const values = readAll(plan.props, "rules[].copyActions[].destinationVaultArn").map(({ value }) => value);
    const arns = values.filter(value => typeof value === "string");
    if (!values.includes(UNKNOWN)) return { arns, vaults: [], unknown: false };
    const sources = (plan.propertyDependencies.rules ?? []).map(urn => graph.get(urn));
    const vaults = sources.filter(
        source => source !== undefined && (source.type === VAULT || source.type === AIR_GAPPED) && !source.read,
    ) as Resource[];
    return { arns, vaults, unknown: vaults.length < sources.length || vaults.every(vault => mayBeTarget(graph, plan, vault)) };
}

/** May the vault be the one that the rules write to, so that an unknown destination is something else, which left no trace? */
function mayBeTarget(graph: Graph, plan: Resource, vault: Resource): boolean {
    return readAll(plan.props, "rules[].targetVaultName").some(
        ({ value }) => value === UNKNOWN || graph.named(text(value), vault.type).includes(vault),
    );
}

/**
 * Does one of the destinations satisfy the test? A vault that the rules name in some place may be the one they write to, not one they copy
 * to; what the tests look for, another account or region or an air gap, a rule cannot write to under `targetVaultName`.
 */
function sendsTo(
    graph: Graph,
    plan: Resource,
    ofArn: (arn: string, vaults: readonly Resource[]) => Answer,
    ofVault: (vault: Resource) => Answer,
): Answer {
    const { arns, vaults, unknown } = destinations(graph, plan);
    return or(
        ...arns.map(arn =>
            ofArn(
                arn,
                [VAULT, AIR_GAPPED].flatMap(type => graph.named(arn, type)),
            ),
        ),
        ...vaults.map(ofVault),
        unknown ? UNKNOWN : false,
    );
}

/** Does a rule name an air-gapped vault as its target? Whatever the value, it is one. */
function targetsAirGap(plan: Resource): Answer {
    return or(
        ...readAll(plan.props, "rules[].targetLogicallyAirGappedBackupVaultArn").map(({ path }) => (path.endsWith("VaultArn") ? true : UNKNOWN)),
    );
}

function elsewhere(plan: Resource, region: string | typeof UNKNOWN, account: string | typeof UNKNOWN): Answer {
    return or(differ(regionOf(plan), region), differ(accountOf(plan), account));
}

/** A vault of the same provider stands in the same account; in which region, its own `region` says. */
function vaultElsewhere(plan: Resource, vault: Resource): Answer {
    if (vault.type === AIR_GAPPED) return true;
    if (vault.provider?.urn !== plan.provider?.urn) return elsewhere(plan, regionOf(vault), accountOf(vault));
    return read(vault.props, "region") === read(plan.props, "region") ? false : differ(regionOf(plan), regionOf(vault));
}

/** Does a rule of the plan copy recovery points to another account or region, or to an air-gapped vault? */
export function copiesOffsite(graph: Graph, plan: Resource): Answer {
    const ofArn = (arn: string, vaults: readonly Resource[]): Answer => {
        const { region, account } = parseArn(arn) ?? {};
        const apart = elsewhere(plan, region ?? UNKNOWN, account ?? UNKNOWN);
        // What this stack does not hold may be an air-gapped vault of the same account.
        return or(apart === true, vaults.length === 0 ? UNKNOWN : or(...vaults.map(vault => vaultElsewhere(plan, vault))));
    };
    return or(
        targetsAirGap(plan),
        sendsTo(graph, plan, ofArn, vault => vaultElsewhere(plan, vault)),
    );
}

/** Does a rule of the plan send recovery points to an air-gapped vault? */
export function copiesToAirGap(graph: Graph, plan: Resource): Answer {
    const isAirGapped = (vault: Resource): boolean => vault.type === AIR_GAPPED;
    return or(
        targetsAirGap(plan),
        sendsTo(graph, plan, (_, vaults) => (vaults.length === 0 ? UNKNOWN : vaults.some(isAirGapped)), isAirGapped),
    );
}
