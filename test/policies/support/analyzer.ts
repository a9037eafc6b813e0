import type { Policies } from "@pulumi/policy";
import * as proto from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { NAMESPACE } from "../../../src/policy/configuration";
import type { Policy } from "../../../src/policy/definition";
import type { Resource, Value } from "../../../src/policy/resource";
import { UNKNOWN } from "../../../src/policy/unknown";
import { handlers } from "../../../src/pack/routing";
import { makeAnalyzeRpcFun, makeAnalyzeStackRpcFun, makeRemediateRpcFun } from "../../../src/pack/sdk-internals";
import { sdkPolicies } from "../../../src/pack/sdk-policies";
import { Session } from "../../../src/pack/session";
import { PROJECT, STACK } from "./world";

const SENTINEL = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** What the analyzer said of one resource or the stack. */
export interface Said {
    readonly policy: string;
    readonly urn: string;
    readonly level: number;
    readonly message: string;
}

export interface Analysis {
    readonly said: readonly Said[];
    /** Policy names reported as not applicable, by URN; "stack" for the analysis of the stack. */
    readonly notApplicable: ReadonlyMap<string, ReadonlySet<string>>;
}

/** How a provider answers a preview: with the inputs, or with every property it was not given as unknown besides. */
export type Mode = "echoing" | "computed";

export interface Setup {
    readonly policies: readonly Policy[];
    readonly configuration: Readonly<Record<string, unknown>>;
    readonly today: string;
}

export function session({ policies, configuration, today }: Setup): Session {
    return new Session({ policies, configuration, today, project: PROJECT, stack: STACK, kind: "preview" });
}

/** Drives resources through the SDK's own analyzer functions, as the engine does: each resource, then the stack. */
export async function throughSdk(
    setup: Setup,
    resources: readonly Resource[],
    mode: Mode,
    outputNames: (type: string) => readonly string[],
): Promise<Analysis> {
    const policies: Policies = sdkPolicies(session(setup));
    return drive(
        makeAnalyzeRpcFun(NAMESPACE, "1.0.0", "advisory", policies),
        makeAnalyzeStackRpcFun(NAMESPACE, "1.0.0", "advisory", policies),
        resources,
        mode,
        outputNames,
    );
}

/** Drives resources through the handlers that the pack puts in the SDK's place. */
export async function throughRouting(
    setup: Setup,
    resources: readonly Resource[],
    mode: Mode,
    outputNames: (type: string) => readonly string[],
): Promise<Analysis> {
    const own = handlers(session(setup), NAMESPACE, "1.0.0", { configure: () => undefined, getAnalyzerInfo: () => undefined });
    return drive(own.analyze, own.analyzeStack, resources, mode, outputNames);
}

/** What a policy at the level `remediate` makes of inputs as they are on the wire, by the pack's own handler and by the SDK's; `undefined` where it lets them be. */
export async function remediatedBy(
    { policies, configuration, today }: Setup,
    resource: Resource,
    bag: Bag,
): Promise<{ readonly routed: Bag | undefined; readonly sdk: Bag | undefined }> {
    const own = session({ policies, configuration, today });
    own.configure(new Map(policies.map(policy => [policy.name, { level: "remediate" as const, settings: {} }])));
    const request = analyzeRequest(resource);
    request.setProperties(Struct.fromJavaScript(bag as Record<string, never>));
    const last = async (handler: unknown): Promise<Bag | undefined> => {
        const response = await new Promise<proto.RemediateResponse>((resolve, reject) => {
            (handler as RemediateHandler)({ request } as never, (error, answer) => {
                if (answer) resolve(proto.RemediateResponse.deserializeBinary(answer.serializeBinary()));
                else reject(error instanceof Error ? error : new Error(JSON.stringify(error)));
            });
        });
        return response.getRemediationsList().at(-1)?.getProperties()?.toJavaScript();
    };
    const routed = handlers(own, NAMESPACE, "1.0.0", { configure: () => undefined, getAnalyzerInfo: () => undefined });
    return { routed: await last(routed.remediate), sdk: await last(makeRemediateRpcFun(NAMESPACE, "1.0.0", "advisory", sdkPolicies(own))) };
}

/** Properties as JSON on the wire. */
export type Bag = Readonly<Record<string, unknown>>;
type RemediateHandler = (call: never, callback: (error: unknown, response?: proto.RemediateResponse | null) => void) => void;

type Handler = (call: never, callback: (error: unknown, response?: proto.AnalyzeResponse | null) => void) => void;

async function drive(
    analyze: unknown,
    analyzeStack: unknown,
    resources: readonly Resource[],
    mode: Mode,
    outputNames: (type: string) => readonly string[],
): Promise<Analysis> {
    const said: Said[] = [];
    const notApplicable = new Map<string, ReadonlySet<string>>();
    const take = (response: proto.AnalyzeResponse, urn: string | undefined): void => {
        for (const d of response.getDiagnosticsList()) {
            said.push({ policy: d.getPolicyname(), urn: d.getUrn() || (urn ?? ""), level: d.getEnforcementlevel(), message: d.getMessage() });
        }
        notApplicable.set(urn ?? "stack", new Set(response.getNotApplicableList().map(n => n.getPolicyName())));
    };
    for (const resource of resources) {
        if (resource.read) continue;
        take(await call(analyze as Handler, analyzeRequest(resource)), resource.urn);
    }
    const request = new proto.AnalyzeStackRequest();
    // The engine's order changes from run to run.
    request.setResourcesList(
        [...resources]
            .reverse()
            .filter(r => !r.read)
            .map(r => analyzerResource(r, mode, outputNames)),
    );
    take(await call(analyzeStack as Handler, request), undefined);
    return { said: said.filter(s => s.policy !== "charter-notices"), notApplicable };
}

async function call(handler: Handler, request: unknown): Promise<proto.AnalyzeResponse> {
    return new Promise((resolve, reject) => {
        handler({ request } as never, (error, response) => {
            // Over the wire, as the engine gets it.
            if (response) resolve(proto.AnalyzeResponse.deserializeBinary(response.serializeBinary()));
            else reject(error instanceof Error ? error : new Error(JSON.stringify(error)));
        });
    });
}

function analyzeRequest(resource: Resource): proto.AnalyzeRequest {
    const request = new proto.AnalyzeRequest();
    request.setUrn(resource.urn);
    request.setType(resource.token);
    request.setName(resource.name);
    request.setProperties(struct(resource.props));
    request.setOptions(new proto.AnalyzerResourceOptions());
    request.setProvider(providerResource(resource));
    return request;
}

function analyzerResource(resource: Resource, mode: Mode, outputNames: (type: string) => readonly string[]): proto.AnalyzerResource {
    const r = new proto.AnalyzerResource();
    r.setUrn(resource.urn);
    r.setType(resource.token);
    r.setName(resource.name);
    const unknown: Record<string, Value> = mode === "echoing" ? {} : Object.fromEntries(outputNames(resource.type).map(name => [name, UNKNOWN]));
    r.setProperties(struct({ ...unknown, ...resource.props }));
    r.setOptions(new proto.AnalyzerResourceOptions());
    r.setProvider(providerResource(resource));
    r.setParent(resource.parent ?? "");
    r.setDependenciesList([...resource.dependencies]);
    for (const [property, urns] of Object.entries(resource.propertyDependencies)) {
        const dependencies = new proto.AnalyzerPropertyDependencies();
        dependencies.setUrnsList([...urns]);
        r.getPropertydependenciesMap().set(property, dependencies);
    }
    return r;
}

function providerResource(resource: Resource): proto.AnalyzerProviderResource | undefined {
    if (!resource.provider) return undefined;
    const p = new proto.AnalyzerProviderResource();
    p.setUrn(resource.provider.urn);
    p.setType(resource.provider.type);
    p.setName(resource.provider.name);
    p.setProperties(struct(resource.provider.props));
    return p;
}

/** Properties on the wire: unknown parts as the sentinel, absent ones left out. */
export function struct(props: Readonly<Record<string, Value>>): Struct {
    return Struct.fromJavaScript(onWire(props) as Record<string, never>);
}

export function onWire(value: Value | undefined): unknown {
    if (value === UNKNOWN) return SENTINEL;
    if (Array.isArray(value)) return value.map(v => onWire(v as Value));
    if (typeof value === "object" && value !== null) {
        return Object.fromEntries(
            Object.entries(value)
                .filter(([, v]) => (v as unknown) !== undefined)
                .map(([k, v]) => [k, onWire(v)]),
        );
    }
    return value;
}
