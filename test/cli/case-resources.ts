import { readdirSync } from "node:fs";
import { join } from "node:path";
import { UNKNOWN } from "../../src/policy/unknown";
import { casesOf, EXPECTED, type Case, type CaseResource, type Cases } from "../policies/support/cases";
import { REPOSITORY } from "./pulumi";

/** A resource as the program in `cases/` reads it. */
export interface Described {
    readonly type: string;
    readonly name: string;
    readonly props: unknown;
    /** Property to the names of the resources that its value comes from. */
    readonly links: Readonly<Record<string, readonly string[]>>;
    readonly read: boolean;
}

const PROVIDERS = ["aws", "azure-native", "azuread", "random"];

/** Every resource of every case of the policies of one folder, each under a name of its own. */
export function resourcesOf(commitment: string): Described[] {
    const folder = join(REPOSITORY, "test/policies", commitment);
    return readdirSync(folder)
        .filter(file => file.endsWith(".cases.ts"))
        .sort()
        .flatMap(file => {
            const { cases } = jest.requireActual<{ readonly cases: Cases }>(join(folder, file));
            return Object.entries(cases).flatMap(([policy, own]) =>
                EXPECTED.flatMap(expected => casesOf(own, expected).flatMap(([, one], i) => described(one, `${policy}-${expected}-${String(i)}`))),
            );
        });
}

/** What a resource is linked to comes before it. */
function described({ resources }: Case, prefix: string): Described[] {
    const names = new Map<CaseResource, string>();
    const all: Described[] = [];
    const visit = (resource: CaseResource): string => {
        const known = names.get(resource);
        if (known !== undefined) return known;
        const name = `${prefix}-${String(names.size)}`;
        names.set(resource, name);
        const links = Object.entries(resource.links).map(([property, linked]) => {
            const before = [linked].flat().map(visit);
            // A program cannot go round in a circle, as a state that was edited by hand can.
            return [property, before.filter(link => all.some(done => done.name === link))] as const;
        });
        const props: unknown = JSON.parse(JSON.stringify(resource.props, (_, value: unknown) => (value === UNKNOWN ? "(unknown)" : value)));
        all.push({ type: resource.type, name, props, links: Object.fromEntries(links), read: resource.read === true });
        return name;
    };
    for (const resource of resources) if (PROVIDERS.includes(resource.type.split(":", 1)[0] ?? "")) visit(resource);
    return all;
}
