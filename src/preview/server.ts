import type { handleUnaryCall, Server } from "@grpc/grpc-js";
import type { IEngineServer } from "@pulumi/pulumi/proto/engine_grpc_pb";
import type { IResourceMonitorServer } from "@pulumi/pulumi/proto/resource_grpc_pb";
import type { Door } from "./door";
import type { Monitor } from "./monitor";
import { emptyMessage, engineMessages, engineService, grpc, resourceService } from "./protocol";

/** One message that a program, or the SDK on its behalf, gave to the engine. */
export interface LogEntry {
    readonly severity: "debug" | "info" | "warning" | "error";
    readonly message: string;
    readonly urn: string;
}

const SEVERITIES: readonly LogEntry["severity"][] = ["debug", "info", "warning", "error"];

/** Serves the engine's two services behind a door until it is closed. */
export function serve(door: Door, monitor: Monitor, log: (entry: LogEntry) => void): Server {
    const server = new grpc.Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
    const monitorServer: IResourceMonitorServer = {
        getDeploymentInfo: handler(() => monitor.deploymentInfo()),
        supportsFeature: handler(request => monitor.supportsFeature(request)),
        invoke: handler(request => monitor.invoke(request)),
        call: handler(request => monitor.call(request)),
        readResource: handler(request => monitor.readResource(request)),
        existsResource: handler(request => {
            throw new Error(`whether ${request.getType()} ${request.getId()} exists cannot be known offline`);
        }),
        registerResource: handler(request => monitor.registerResource(request)),
        registerResourceOutputs: handler(request => {
            monitor.registerResourceOutputs(request);
            return emptyMessage();
        }),
        registerStackTransform: handler(request => {
            monitor.registerStackTransform(request);
            return emptyMessage();
        }),
        registerStackInvokeTransform: handler(request => {
            monitor.registerStackInvokeTransform(request);
            return emptyMessage();
        }),
        registerResourceHook: handler(request => {
            monitor.registerResourceHook(request);
            return emptyMessage();
        }),
        // Nothing is created in a preview, so nothing can fail to be.
        registerErrorHook: handler(() => emptyMessage()),
        registerPackage: handler(request => monitor.registerPackage(request)),
        signalAndWaitForShutdown: handler(() => {
            monitor.finished = true;
            return emptyMessage();
        }),
    };
    const engineServer: IEngineServer = {
        log: handler(request => {
            log({ severity: SEVERITIES[request.getSeverity()] ?? "info", message: request.getMessage(), urn: request.getUrn() });
            return emptyMessage();
        }),
        getRootResource: handler(() => {
            const response = new engineMessages.GetRootResourceResponse();
            response.setUrn(monitor.rootUrn);
            return response;
        }),
        setRootResource: handler(request => {
            monitor.rootUrn = request.getUrn();
            return new engineMessages.SetRootResourceResponse();
        }),
        startDebugging: handler(() => emptyMessage()),
        requirePulumiVersion: handler(() => new engineMessages.RequirePulumiVersionResponse()),
    };
    server.addService(resourceService.ResourceMonitorService, monitorServer);
    server.addService(engineService.EngineService, engineServer);
    const injector = server.createConnectionInjector(grpc.ServerCredentials.createInsecure());
    door.receive(socket => {
        injector.injectConnection(socket);
    });
    return server;
}

/** A handler whose exceptions reach the program with their own words. */
function handler<Request, Response>(answer: (request: Request) => Response | Promise<Response>): handleUnaryCall<Request, Response> {
    return (call, callback) => {
        Promise.resolve()
            .then(() => answer(call.request))
            .then(
                response => {
                    callback(null, response);
                },
                (error: unknown) => {
                    const message = error instanceof Error ? error.message : String(error);
                    callback({ code: grpc.status.INTERNAL, message, details: message });
                },
            );
    };
}
