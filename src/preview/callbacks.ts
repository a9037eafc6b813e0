import type { ServiceError } from "@grpc/grpc-js";
import type { CallbacksClient } from "@pulumi/pulumi/proto/callback_grpc_pb";
import type { Callback, CallbackInvokeResponse } from "@pulumi/pulumi/proto/callback_pb";
import { callbackMessages, callbackService, grpc } from "./protocol";

/** A function of the running program: transforms and hooks. */
export interface ProgramFunction {
    readonly target: string;
    readonly token: string;
}

export function programFunction(callback: Callback): ProgramFunction {
    if (callback.getTarget() === "") throw new Error("target must be specified");
    return { target: callback.getTarget(), token: callback.getToken() };
}

/** Calls functions of the running program, each over the server that the program itself keeps for them. */
export class Callbacks {
    readonly #clients = new Map<string, CallbacksClient>();

    /** Rejects with the program's own error. */
    call(callee: ProgramFunction, request: Uint8Array): Promise<Uint8Array> {
        let client = this.#clients.get(callee.target);
        if (!client) {
            client = new callbackService.CallbacksClient(callee.target, grpc.credentials.createInsecure(), {
                "grpc.max_receive_message_length": -1,
                "grpc.max_send_message_length": -1,
            });
            this.#clients.set(callee.target, client);
        }
        const message = new callbackMessages.CallbackInvokeRequest();
        message.setToken(callee.token);
        message.setRequest(request);
        const found = client;
        return new Promise((resolve, reject) => {
            found.invoke(message, (error: ServiceError | null, response: CallbackInvokeResponse) => {
                if (error) reject(new Error(error.details));
                else resolve(response.getResponse_asU8());
            });
        });
    }

    close(): void {
        for (const client of this.#clients.values()) client.close();
        this.#clients.clear();
    }
}
