import type * as Grpc from "@grpc/grpc-js";
import type * as AliasMessages from "@pulumi/pulumi/proto/alias_pb";
import type * as CallbackMessages from "@pulumi/pulumi/proto/callback_pb";
import type * as CallbackService from "@pulumi/pulumi/proto/callback_grpc_pb";
import type * as EngineMessages from "@pulumi/pulumi/proto/engine_pb";
import type * as EngineServiceModule from "@pulumi/pulumi/proto/engine_grpc_pb";
import type * as ProviderMessages from "@pulumi/pulumi/proto/provider_pb";
import type * as ResourceMessages from "@pulumi/pulumi/proto/resource_pb";
import type * as ResourceServiceModule from "@pulumi/pulumi/proto/resource_grpc_pb";
import type * as EmptyMessages from "google-protobuf/google/protobuf/empty_pb";
import type * as StructMessages from "google-protobuf/google/protobuf/struct_pb";
import type { Wire } from "./wire";

/*
 * The engine's protocol, loaded when a program is already starting: a fifth of a second that neither the program nor any other command waits for.
 * Nothing of this may be used before `loadProtocol` is through.
 */
export let grpc: typeof Grpc;
export let aliasMessages: typeof AliasMessages;
export let callbackMessages: typeof CallbackMessages;
export let callbackService: typeof CallbackService;
export let engineMessages: typeof EngineMessages;
export let engineService: typeof EngineServiceModule;
export let providerMessages: typeof ProviderMessages;
export let resourceMessages: typeof ResourceMessages;
export let resourceService: typeof ResourceServiceModule;
let empties: typeof EmptyMessages;
let structs: typeof StructMessages;

export async function loadProtocol(): Promise<void> {
    const [rpc, alias, callback, callbacks, engine, engines, provider, resource, resources, empty, struct] = await Promise.all([
        import("@grpc/grpc-js"),
        import("@pulumi/pulumi/proto/alias_pb.js"),
        import("@pulumi/pulumi/proto/callback_pb.js"),
        import("@pulumi/pulumi/proto/callback_grpc_pb.js"),
        import("@pulumi/pulumi/proto/engine_pb.js"),
        import("@pulumi/pulumi/proto/engine_grpc_pb.js"),
        import("@pulumi/pulumi/proto/provider_pb.js"),
        import("@pulumi/pulumi/proto/resource_pb.js"),
        import("@pulumi/pulumi/proto/resource_grpc_pb.js"),
        import("google-protobuf/google/protobuf/empty_pb.js"),
        import("google-protobuf/google/protobuf/struct_pb.js"),
    ]);
    grpc = whole(rpc);
    aliasMessages = whole(alias);
    callbackMessages = whole(callback);
    callbackService = whole(callbacks);
    engineMessages = whole(engine);
    engineService = whole(engines);
    providerMessages = whole(provider);
    resourceMessages = whole(resource);
    resourceService = whole(resources);
    empties = whole(empty);
    structs = whole(struct);
}

/** A CommonJS module, whose exports Node.js cannot always name, so that they stand under `default` alone. */
function whole<T>(module: T & { readonly default?: T }): T {
    return module.default ?? module;
}

export function wireOf(struct: StructMessages.Struct | undefined): Wire {
    return struct ? struct.toJavaScript() : {};
}

export function structOf(bag: Wire): StructMessages.Struct {
    return structs.Struct.fromJavaScript(bag as Record<string, StructMessages.JavaScriptValue>);
}

export function emptyMessage(): EmptyMessages.Empty {
    return new empties.Empty();
}
