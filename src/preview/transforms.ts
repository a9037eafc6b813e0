import type { RegisterResourceRequest, TransformInvokeOptions, TransformResourceOptions } from "@pulumi/pulumi/proto/resource_pb";
import type { Callbacks, ProgramFunction } from "./callbacks";
import { aliasMessages, resourceMessages, structOf } from "./protocol";
import type { Wire } from "./wire";

/** A registration on its way through the transforms. */
export interface Registration {
    readonly type: string;
    readonly name: string;
    readonly custom: boolean;
    readonly parent: string;
    readonly bag: Wire;
    readonly options: TransformResourceOptions;
}

/** The options of a registration as transforms see and change them. */
export function registrationOptions(request: RegisterResourceRequest): TransformResourceOptions {
    const options = new resourceMessages.TransformResourceOptions();
    options.setImport(request.getImportid());
    options.setDependsOnList(request.getDependenciesList());
    if (request.hasProtect()) options.setProtect(request.getProtect() ?? false);
    options.setIgnoreChangesList(request.getIgnorechangesList());
    options.setReplaceOnChangesList(request.getReplaceonchangesList());
    options.setReplacementTrigger(request.getReplacementTrigger());
    options.setVersion(request.getVersion());
    const aliasUrns = request.getAliasurnsList().map(urn => {
        const alias = new aliasMessages.Alias();
        alias.setUrn(urn);
        return alias;
    });
    options.setAliasesList([...aliasUrns, ...request.getAliasesList()]);
    options.setProvider(request.getProvider());
    request.getProvidersMap().forEach((reference, name) => options.getProvidersMap().set(name, reference));
    options.setHideDiffList(request.getHidediffsList());
    options.setCustomTimeouts(request.getCustomtimeouts());
    options.setPluginDownloadUrl(request.getPlugindownloadurl());
    if (request.hasRetainondelete()) options.setRetainOnDelete(request.getRetainondelete() ?? false);
    options.setDeletedWith(request.getDeletedwith());
    options.setReplaceWithList(request.getReplaceWithList());
    if (request.getDeletebeforereplacedefined() || request.getDeletebeforereplace()) options.setDeleteBeforeReplace(request.getDeletebeforereplace());
    options.setAdditionalSecretOutputsList(request.getAdditionalsecretoutputsList());
    options.setHooks(request.getHooks());
    return options;
}

/** Runs one transform; rejects with the program's own error. */
export async function resourceTransform(callbacks: Callbacks, transform: ProgramFunction, registration: Registration): Promise<Registration> {
    const request = new resourceMessages.TransformRequest();
    request.setType(registration.type);
    request.setName(registration.name);
    request.setCustom(registration.custom);
    request.setParent(registration.parent);
    request.setProperties(structOf(registration.bag));
    request.setOptions(registration.options);
    const response = resourceMessages.TransformResponse.deserializeBinary(await callbacks.call(transform, request.serializeBinary()));
    return {
        ...registration,
        bag: response.getProperties()?.toJavaScript() ?? registration.bag,
        options: response.getOptions() ?? registration.options,
    };
}

/** A data source call on its way through the transforms. */
export interface InvokeCall {
    readonly token: string;
    readonly bag: Wire;
    readonly options: TransformInvokeOptions;
}

/** Runs one transform of invokes; rejects with the program's own error. */
export async function invokeTransform(callbacks: Callbacks, transform: ProgramFunction, call: InvokeCall): Promise<InvokeCall> {
    const request = new resourceMessages.TransformInvokeRequest();
    request.setToken(call.token);
    request.setArgs(structOf(call.bag));
    request.setOptions(call.options);
    const response = resourceMessages.TransformInvokeResponse.deserializeBinary(await callbacks.call(transform, request.serializeBinary()));
    return { ...call, bag: response.getArgs()?.toJavaScript() ?? call.bag, options: response.getOptions() ?? call.options };
}
