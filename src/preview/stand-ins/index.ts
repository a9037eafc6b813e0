import { ownNameProperties } from "../../policy/identity";
import { ACCOUNT, DEFAULT_REGION } from "../answers/aws";
import { SENTINEL, type Wire } from "../wire";
import { awsOutput } from "./aws";
import { azureOutput, entraOutput } from "./azure";
import { identityOutputs } from "./outputs";
import { type Subject, digits, textIn } from "./subject";

/** The subscription that stands in where the provider names none. */
const SUBSCRIPTION = "00000000-0000-0000-0000-000000000000";

/** Whom to make an answer up for: a resource that a program registers. */
export interface Registered {
    readonly token: string;
    readonly type: string;
    readonly urn: string;
    readonly logicalName: string;
    /** Plain, with unknowns as the sentinel. */
    readonly inputs: Wire;
    /** The provider's properties, plain. */
    readonly provider: Wire;
}

/** What a cloud would answer of a resource's identity, made up in the right shape and the same in every run. */
export interface StandIns {
    readonly id: string;
    /** Outputs that are no inputs, and names that were left out. */
    readonly outputs: Readonly<Record<string, string>>;
}

export function standIns(registered: Registered, programDirectory: string): StandIns {
    const subject = subjectOf(registered);
    const answer = answererOf(registered.type);
    const outputs: Record<string, string> = {};
    for (const own of ownNameProperties(registered.type)) if (registered.inputs[own] === undefined && isName(own)) outputs[own] = subject.name;
    for (const output of identityOutputs(registered.token, programDirectory)) outputs[output] = answer(subject, output);
    return { id: answer(subject, "id"), outputs };
}

function answererOf(type: string): (subject: Subject, output: string) => string {
    if (type.startsWith("aws:")) return awsOutput;
    if (type.startsWith("azure-native:")) return azureOutput;
    if (type.startsWith("azuread:")) return entraOutput;
    return ({ name }) => name;
}

/** Own names are text that Pulumi or the provider makes up; a family's or a parent's is not. */
function isName(property: string): boolean {
    return property !== "family";
}

function subjectOf({ token, type, urn, logicalName, inputs, provider }: Registered): Subject {
    const given = ownNameProperties(type)
        .map(property => textIn(inputs, property, ""))
        .find(name => name !== "" && name !== SENTINEL);
    const [account] = (Array.isArray(provider.allowedAccountIds) ? provider.allowedAccountIds : []) as readonly unknown[];
    return {
        token,
        type,
        urn,
        logicalName,
        name: given ?? `${logicalName}-${digits(urn, 7)}`.toLowerCase(),
        inputs,
        region: known(inputs, "region") ?? known(provider, "region") ?? DEFAULT_REGION,
        account: typeof account === "string" ? account : ACCOUNT,
        subscription: known(provider, "subscriptionId") ?? SUBSCRIPTION,
    };
}

function known(bag: Wire, name: string): string | undefined {
    const value = textIn(bag, name, "");
    return value === "" || value === SENTINEL ? undefined : value;
}
