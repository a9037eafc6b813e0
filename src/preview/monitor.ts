import { fileURLToPath } from "node:url";
import * as path from "node:path";
import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import type { CallResponse } from "@pulumi/pulumi/proto/provider_pb";
import type * as pb from "@pulumi/pulumi/proto/resource_pb";
import type { SourcePosition, StackTrace } from "@pulumi/pulumi/proto/source_pb";
import { canonicalType } from "../policy/families";
import { PROVIDER_PREFIX, STACK_TYPE, type ProviderReference, type Resource } from "../policy/resource";
import type { Answers } from "./answers";
import { DEFAULT_REGION } from "./answers/aws";
import { Callbacks, programFunction, type ProgramFunction } from "./callbacks";
import { Hooks } from "./hooks";
import { providerMessages, resourceMessages, structOf, wireOf } from "./protocol";
import { defaultInputs, defaultName, isDefaultDenied, packageRequest, providerType, type PackageRequest } from "./providers";
import type { Registered, StandIns } from "./stand-ins";
import { invokeTransform, registrationOptions, resourceTransform } from "./transforms";
import { makeUrn, nameOf, packageOf, providerUrn } from "./urn";
import { addDependencies, downgrade, SENTINEL, toPlain, toProps, upgrade, type Wire } from "./wire";

/** What the monitor needs to know of the run. */
export interface MonitorContext {
    readonly project: string;
    readonly stack: string;
    readonly organization: string;
    readonly configuration: Readonly<Record<string, string>>;
    readonly secretKeys: readonly string[];
    /** The folder of Pulumi.yaml, absolute. */
    readonly root: string;
    readonly answers: Answers;
    /** Makes up what the cloud would answer of a resource's identity; without it, that is unknown. */
    standIns?(registered: Registered): StandIns;
    /** What policies make of a resource's inputs before they are judged; `undefined` where they let them be. */
    remediate?(resource: Resource, bag: Wire): Wire | undefined;
    /** What the engine itself would end the run with. */
    fail(message: string): void;
}

/** What a registered resource hands down to its children, and what is looked up by URN. */
interface Known {
    readonly parent: string;
    readonly protect?: boolean;
    readonly retainOnDelete?: boolean;
    readonly deletedWith: string;
    readonly provider: string;
    readonly component: boolean;
    /** A component's providers, by package. */
    readonly providers: Readonly<Record<string, string>>;
    readonly transforms: readonly ProgramFunction[];
    readonly id: string;
    readonly outputs: Wire;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * The engine's side of a preview: registers what a program declares, as the engine does without any earlier state, and answers with its
 * inputs, everything that a provider would compute left unknown.
 */
export class Monitor {
    readonly resources: Mutable<Resource>[] = [];
    readonly notices: string[] = [];
    /** The program has run to its end. */
    finished = false;
    rootUrn = "";

    readonly #known = new Map<string, Known>();
    readonly #byUrn = new Map<string, Mutable<Resource>>();
    readonly #packages = new Map<string, PackageRequest>();
    readonly #stackTransforms: ProgramFunction[] = [];
    readonly #invokeTransforms: ProgramFunction[] = [];
    readonly #callbacks = new Callbacks();
    readonly #hooks = new Hooks(this.#callbacks);

    constructor(private readonly context: MonitorContext) {}

    close(): void {
        this.#callbacks.close();
    }

    deploymentInfo(): pb.DeploymentInfo {
        const info = new resourceMessages.DeploymentInfo();
        info.setProject(this.context.project);
        info.setStack(this.context.stack);
        info.setOrganization(this.context.organization);
        for (const [key, value] of Object.entries(this.context.configuration)) info.getConfigMap().set(key, value);
        info.setConfigsecretkeysList([...this.context.secretKeys]);
        info.setDryrun(true);
        info.setParallel(16);
        info.setSupportedfeaturesList(features());
        return info;
    }

    supportsFeature(request: pb.SupportsFeatureRequest): pb.SupportsFeatureResponse {
        const response = new resourceMessages.SupportsFeatureResponse();
        response.setHassupport(FEATURE_NAMES.has(request.getId()));
        return response;
    }

    async registerResource(request: pb.RegisterResourceRequest): Promise<pb.RegisterResourceResponse> {
        const type = request.getType();
        const name = request.getName();
        const custom = request.getCustom();
        const remote = request.getRemote();
        const parent = request.getParent();
        this.#inherit(request, parent);

        let bag = wireOf(request.getObject());
        let dependencies = new Set(request.getDependenciesList());
        let propertyDependencies = new Map<string, Set<string>>();
        if (request.getPropertydependenciesMap().getLength() === 0 && !remote) {
            for (const key of Object.keys(bag)) propertyDependencies.set(key, new Set(dependencies));
        } else {
            for (const [key, urns] of request.getPropertydependenciesMap().entries()) propertyDependencies.set(key, new Set(urns.getUrnsList()));
        }

        let options = registrationOptions(request);
        if (custom || remote)
            options.setProvider(this.#resolveProvider(request.getProvider(), mapOf(request.getProvidersMap()), parent, packageOf(type)));
        const own = request.getTransformsList().map(programFunction);
        if (own.length > 0) bag = upgrade(bag, propertyDependencies);
        for (const transform of [...own, ...this.#inheritedTransforms(parent), ...this.#stackTransforms]) {
            const changed = await resourceTransform(this.#callbacks, transform, { type, name, custom, parent, bag, options });
            bag = changed.bag;
            options = changed.options;
        }
        if (own.length > 0) {
            dependencies = new Set(options.getDependsOnList());
            propertyDependencies = new Map();
        }
        for (const [key, value] of Object.entries(bag)) {
            const urns = propertyDependencies.get(key) ?? new Set<string>();
            addDependencies(urns, value);
            propertyDependencies.set(key, urns);
            if (own.length > 0) for (const urn of urns) dependencies.add(urn);
        }

        const isProvider = type.startsWith(PROVIDER_PREFIX);
        const providers = { ...(custom ? {} : this.#known.get(parent)?.providers), ...mapOf(options.getProvidersMap()) };
        let provider = options.getProvider();
        if ((custom && !isProvider) || remote) {
            provider ||= this.#defaultProvider(this.#packageOf(request, type, options), `resource ${type}`);
        } else if (custom) {
            const version = options.getVersion();
            const plugin = this.#packages.get(request.getPackageref());
            if ((plugin?.version ?? version) !== "") bag.version = plugin?.version ?? version;
            if (options.getPluginDownloadUrl() !== "") bag.pluginDownloadURL = options.getPluginDownloadUrl();
            provider = "";
        }

        const urn = this.#claim(parent, type, name);
        if (type === STACK_TYPE) this.rootUrn = urn;
        let id = isProvider ? SENTINEL : options.getImport();
        const resource: Mutable<Resource> = {
            urn,
            token: type,
            type: canonicalType(type),
            name: nameOf(urn),
            props: toProps(bag),
            ...(id === "" || id === SENTINEL ? {} : { id }),
            custom,
            ...(parent === "" ? {} : { parent }),
            ...this.#providerReference(custom && !isProvider ? provider : ""),
            dependencies: [...dependencies].sort(),
            propertyDependencies: sortedLists(propertyDependencies),
            options: optionsOf(options),
            ...this.#location(request.getSourceposition(), request.getStacktrace()),
        };
        const mended = this.context.remediate?.(resource, bag);
        if (mended) {
            bag = mended;
            resource.props = toProps(bag);
        }
        let outputs = custom ? downgrade(bag, request.getAcceptsecrets()) : {};
        if (custom && !isProvider && this.context.standIns) {
            const made = this.context.standIns({
                token: type,
                type: resource.type,
                urn,
                logicalName: resource.name,
                inputs: toPlain(bag) as Wire,
                provider: resource.provider?.props ?? {},
            });
            id ||= made.id;
            outputs = { ...made.outputs, ...outputs };
            resource.id = id;
            resource.outputs = toProps(outputs);
        }
        this.#add(resource);
        this.#known.set(urn, {
            parent,
            ...(options.hasProtect() ? { protect: options.getProtect() } : {}),
            ...(options.hasRetainOnDelete() ? { retainOnDelete: options.getRetainOnDelete() } : {}),
            deletedWith: options.getDeletedWith(),
            provider,
            component: !custom,
            providers: custom ? {} : providers,
            transforms: own,
            id,
            outputs,
        });
        if (remote) this.notices.push(`${urn} is a component of another process: it was registered, its children were not seen and not judged.`);
        await this.#hooks.run(options.getHooks(), { urn, id, name, type, inputs: bag, outputs: custom ? outputs : undefined });

        const response = new resourceMessages.RegisterResourceResponse();
        response.setUrn(urn);
        response.setId(id);
        response.setObject(structOf(outputs));
        return response;
    }

    registerResourceOutputs(request: pb.RegisterResourceOutputsRequest): void {
        const urn = request.getUrn();
        const resource = this.#byUrn.get(urn);
        const known = this.#known.get(urn);
        if (!resource || !known) throw new Error(`no resource ${urn} has been registered`);
        const outputs = wireOf(request.getOutputs());
        resource.outputs = toProps(outputs);
        this.#known.set(urn, { ...known, outputs: downgrade(outputs, true) });
        if (urn === this.rootUrn) this.finished = true;
    }

    readResource(request: pb.ReadResourceRequest): pb.ReadResourceResponse {
        const type = request.getType();
        const parent = request.getParent();
        let provider = request.getProvider();
        if (!type.startsWith(PROVIDER_PREFIX) && provider === "") {
            const plugin = this.#packages.get(request.getPackageref());
            provider = this.#defaultProvider(plugin ?? packageRequest(type, request.getVersion(), request.getPlugindownloadurl()), `read of ${type}`);
        }
        const urn = this.#claim(parent, type, request.getName());
        const bag = wireOf(request.getProperties());
        const id = request.getId();
        let outputs = downgrade(bag, request.getAcceptsecrets());
        if (type === "pulumi:pulumi:StackReference") outputs = { ...outputs, ...this.#otherStack(textOf(toPlain(bag.name)) || id) };
        this.#add({
            urn,
            token: type,
            type: canonicalType(type),
            name: nameOf(urn),
            props: toProps(bag),
            outputs: toProps(outputs),
            id,
            custom: true,
            read: true,
            ...(parent === "" ? {} : { parent }),
            ...this.#providerReference(provider),
            dependencies: [...request.getDependenciesList()].sort(),
            propertyDependencies: {},
            ...this.#location(request.getSourceposition(), request.getStacktrace()),
        });
        this.#known.set(urn, { parent, deletedWith: "", provider, component: false, providers: {}, transforms: [], id, outputs });
        const response = new resourceMessages.ReadResourceResponse();
        response.setUrn(urn);
        response.setProperties(structOf(outputs));
        return response;
    }

    async invoke(request: pb.ResourceInvokeRequest): Promise<pb.ResourceInvokeResponse> {
        const token = request.getTok();
        const options = new resourceMessages.TransformInvokeOptions();
        options.setProvider(this.#resolveProvider(request.getProvider(), {}, request.getParent(), packageOf(token)));
        options.setVersion(request.getVersion());
        options.setPluginDownloadUrl(request.getPlugindownloadurl());
        let call = { token, bag: wireOf(request.getArgs()), options };
        for (const transform of this.#invokeTransforms) call = await invokeTransform(this.#callbacks, transform, call);

        const response = new resourceMessages.ResourceInvokeResponse();
        const result = this.#builtin(token, call.bag) ?? this.#answer(request, call);
        if (result === undefined) {
            response.setUnknown(true);
            // For SDKs that do not know the word: one unknown part makes the whole unknown.
            response.setReturn(structOf({ unknown: SENTINEL }));
        } else response.setReturn(structOf(result));
        return response;
    }

    call(request: pb.ResourceCallRequest): CallResponse {
        this.notices.push(`The method ${request.getTok()} is run by another process: its result is unknown.`);
        const response = new providerMessages.CallResponse();
        response.setReturn(structOf({ unknown: SENTINEL }));
        return response;
    }

    registerPackage(request: pb.RegisterPackageRequest): pb.RegisterPackageResponse {
        const name = request.getName();
        if (name === "") throw new Error("package name is empty");
        const replaced = request.getParameterization();
        const plugin: PackageRequest = {
            name: replaced?.getName() ?? name,
            version: replaced?.getVersion() ?? request.getVersion(),
            downloadUrl: request.getDownloadUrl(),
        };
        const reference = `${plugin.name}@${plugin.version}@${plugin.downloadUrl}`;
        this.#packages.set(reference, plugin);
        const response = new resourceMessages.RegisterPackageResponse();
        response.setRef(reference);
        return response;
    }

    registerStackTransform(callback: Callback): void {
        this.#stackTransforms.push(programFunction(callback));
    }

    registerStackInvokeTransform(callback: Callback): void {
        this.#invokeTransforms.push(programFunction(callback));
    }

    registerResourceHook(request: pb.RegisterResourceHookRequest): void {
        this.#hooks.register(request);
    }

    /** The resources as the engine's analysis has them: what is only read is named, but nothing depends on it. */
    judged(): Resource[] {
        const read = new Set(this.resources.filter(resource => resource.read).map(resource => resource.urn));
        if (read.size === 0) return this.resources;
        const kept = (urns: readonly string[]): readonly string[] => urns.filter(urn => !read.has(urn));
        return this.resources.map(resource => ({
            ...resource,
            dependencies: kept(resource.dependencies),
            propertyDependencies: Object.fromEntries(
                Object.entries(resource.propertyDependencies)
                    .map(([key, urns]) => [key, kept(urns)] as const)
                    .filter(([, urns]) => urns.length > 0),
            ),
        }));
    }

    #inherit(request: pb.RegisterResourceRequest, parentUrn: string): void {
        const parent = this.#known.get(parentUrn);
        if (!parent) return;
        if (request.getDeletedwith() === "") request.setDeletedwith(parent.deletedWith);
        if (!request.hasProtect() && parent.protect !== undefined) request.setProtect(parent.protect);
        if (!request.hasRetainondelete() && parent.retainOnDelete !== undefined) request.setRetainondelete(parent.retainOnDelete);
        if (request.getProvider() === "" && parent.provider !== "") {
            const matches = this.#byUrn.get(providerUrn(parent.provider))?.token === providerType(packageOf(request.getType()));
            if ((!request.getRemote() && !request.getCustom()) || matches) request.setProvider(parent.provider);
        }
    }

    #inheritedTransforms(parent: string): ProgramFunction[] {
        const transforms: ProgramFunction[] = [];
        for (let urn = parent; urn !== ""; urn = this.#known.get(urn)?.parent ?? "") transforms.push(...(this.#known.get(urn)?.transforms ?? []));
        return transforms;
    }

    #resolveProvider(provider: string, providers: Readonly<Record<string, string>>, parent: string, pkg: string): string {
        return provider || (providers[pkg] ?? this.#known.get(parent)?.providers[pkg] ?? "");
    }

    #packageOf(request: pb.RegisterResourceRequest, type: string, options: pb.TransformResourceOptions): PackageRequest {
        const reference = request.getPackageref();
        if (reference === "") return packageRequest(type, options.getVersion(), options.getPluginDownloadUrl());
        const plugin = this.#packages.get(reference);
        if (!plugin) throw new Error(`unknown provider package '${reference}'`);
        return plugin;
    }

    /** The reference of a package's default provider, which is registered when first asked for. */
    #defaultProvider(plugin: PackageRequest, asker: string): string {
        if (isDefaultDenied(plugin.name, this.context.configuration)) {
            throw new Error(`Default provider for '${plugin.name}' disabled. ${asker} must use an explicit provider.`);
        }
        const type = providerType(plugin.name);
        const name = defaultName(plugin);
        const urn = makeUrn(this.context.stack, this.context.project, "", type, name);
        if (!this.#byUrn.has(urn)) {
            const bag = defaultInputs(plugin, this.context.configuration);
            const props = toProps(bag);
            this.#add({ urn, token: type, type, name, props, custom: true, dependencies: [], propertyDependencies: {} });
            this.#known.set(urn, {
                parent: "",
                deletedWith: "",
                provider: "",
                component: false,
                providers: {},
                transforms: [],
                id: SENTINEL,
                outputs: bag,
            });
        }
        return `${urn}::${SENTINEL}`;
    }

    #providerReference(reference: string): { provider?: ProviderReference } {
        const found = reference === "" ? undefined : this.#byUrn.get(providerUrn(reference));
        return found ? { provider: { urn: found.urn, type: found.token, name: found.name, props: found.props } } : {};
    }

    /** The URN of a new resource. A second one of the same name, or one whose parent is not there, ends the run, as in the engine. */
    #claim(parent: string, type: string, name: string): string {
        if (parent !== "" && !this.#byUrn.has(parent)) return this.#fatal(`could not find parent resource ${parent}`);
        const urn = makeUrn(this.context.stack, this.context.project, parent, type, name);
        if (this.#byUrn.has(urn)) return this.#fatal(`Duplicate resource URN '${urn}'; try giving it a unique name`);
        return urn;
    }

    #fatal(message: string): never {
        this.context.fail(message);
        throw new Error(message);
    }

    #add(resource: Resource): void {
        this.resources.push(resource);
        this.#byUrn.set(resource.urn, resource);
    }

    /** Where in the program a resource is made: the innermost place that is the project's own rather than a package's. */
    #location(position?: SourcePosition, stack?: StackTrace): { location?: { file: string; line: number } } {
        const positions = [position, ...(stack?.getFramesList().map(frame => frame.getPc()) ?? [])];
        for (const candidate of positions) {
            if (!candidate?.getUri().startsWith("file://")) continue;
            const file = path.relative(this.context.root, fileURLToPath(candidate.getUri())).split(path.sep).join("/");
            if (!file.startsWith("../") && !file.includes("node_modules/")) return { location: { file, line: candidate.getLine() } };
        }
        return {};
    }

    /** What the engine's own provider answers. */
    #builtin(token: string, args: Wire): Wire | undefined {
        switch (token) {
            case "pulumi:pulumi:getResource": {
                const urn = textOf(args.urn);
                const known = this.#known.get(urn);
                if (!known) throw new Error(`unknown resource ${urn}`);
                return { urn, id: known.id === "" ? SENTINEL : known.id, provider: known.provider, state: known.outputs };
            }
            case "pulumi:pulumi:readStackOutputs":
            case "pulumi:pulumi:readStackResourceOutputs":
                return this.#otherStack(textOf(args.name ?? args.stackName));
            default:
                return undefined;
        }
    }

    #otherStack(name: string): Wire {
        return { name, outputs: this.context.answers.stackReference(name) ?? SENTINEL, secretOutputNames: [] };
    }

    #answer(request: pb.ResourceInvokeRequest, call: { token: string; bag: Wire; options: pb.TransformInvokeOptions }): Wire | undefined {
        const { token, bag, options } = call;
        const plugin = this.#packages.get(request.getPackageref()) ?? packageRequest(token, options.getVersion(), options.getPluginDownloadUrl());
        const provider = options.getProvider() || this.#defaultProvider(plugin, `invoke of ${token}`);
        const args = toPlain(bag) as Wire;
        const region = textOf(args.region) || regionOf(this.#byUrn.get(providerUrn(provider))) || DEFAULT_REGION;
        try {
            return this.context.answers.invoke({ token, args, region });
        } catch (error) {
            throw new Error(`invocation of ${token} returned an error: ${error instanceof Error ? error.message : String(error)}`);
        }
    }
}

/** What engine 3.255 says it can. */
const FEATURE_NAMES = new Set([
    "secrets",
    "resourceReferences",
    "outputValues",
    "aliasSpecs",
    "replacementTrigger",
    "deletedWith",
    "replaceWith",
    "transforms",
    "invokeTransforms",
    "parameterization",
    "resourceHooks",
    "errorHooks",
    "sendsOptionsToHooks",
]);

/** The same by number, for SDKs that ask for all at once. */
function features(): pb.ResourceMonitorFeature[] {
    const { ResourceMonitorFeature: Feature } = resourceMessages;
    return [
        Feature.RESOURCE_MONITOR_FEATURE_SECRETS,
        Feature.RESOURCE_MONITOR_FEATURE_RESOURCE_REFERENCES,
        Feature.RESOURCE_MONITOR_FEATURE_OUTPUT_VALUES,
        Feature.RESOURCE_MONITOR_FEATURE_ALIAS_SPECS,
        Feature.RESOURCE_MONITOR_FEATURE_REPLACEMENT_TRIGGER,
        Feature.RESOURCE_MONITOR_FEATURE_DELETED_WITH,
        Feature.RESOURCE_MONITOR_FEATURE_REPLACE_WITH,
        Feature.RESOURCE_MONITOR_FEATURE_TRANSFORMS,
        Feature.RESOURCE_MONITOR_FEATURE_INVOKE_TRANSFORMS,
        Feature.RESOURCE_MONITOR_FEATURE_PARAMETERIZATION,
        Feature.RESOURCE_MONITOR_FEATURE_RESOURCE_HOOKS,
        Feature.RESOURCE_MONITOR_FEATURE_ERROR_HOOKS,
        Feature.RESOURCE_MONITOR_FEATURE_SENDS_OPTIONS_TO_HOOKS,
        Feature.RESOURCE_MONITOR_FEATURE_INVOKE_PARENT,
    ];
}

function mapOf(map: { entries(): { next(): IteratorResult<[string, string]> } }): Record<string, string> {
    const result: Record<string, string> = {};
    const entries = map.entries();
    for (let entry = entries.next(); entry.done !== true; entry = entries.next()) result[entry.value[0]] = entry.value[1];
    return result;
}

function sortedLists(sets: ReadonlyMap<string, ReadonlySet<string>>): Record<string, string[]> {
    const result: Record<string, string[]> = {};
    for (const [key, urns] of sets) if (urns.size > 0) result[key] = [...urns].sort();
    return result;
}

function optionsOf(options: pb.TransformResourceOptions): Resource["options"] {
    const ignoreChanges = options.getIgnoreChangesList();
    const secretOutputs = options.getAdditionalSecretOutputsList();
    return {
        protect: options.hasProtect() && options.getProtect(),
        retainOnDelete: options.hasRetainOnDelete() && options.getRetainOnDelete(),
        ...(ignoreChanges.length > 0 ? { ignoreChanges } : {}),
        ...(secretOutputs.length > 0 ? { additionalSecretOutputs: secretOutputs } : {}),
    };
}

function textOf(value: unknown): string {
    return typeof value === "string" && value !== SENTINEL ? value : "";
}

function regionOf(provider: Resource | undefined): string {
    return textOf(provider?.props.region);
}
