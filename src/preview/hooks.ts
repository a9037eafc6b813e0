import type { RegisterResourceHookRequest, RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { programFunction, type Callbacks, type ProgramFunction } from "./callbacks";
import { resourceMessages, structOf } from "./protocol";
import type { Wire } from "./wire";

interface Hook {
    readonly callee: ProgramFunction;
    readonly onDryRun: boolean;
}

/** The resource that hooks are run for. */
export interface Hooked {
    readonly urn: string;
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly inputs: Wire;
    readonly outputs?: Wire;
}

/** The program's own functions around the creation of a resource; a preview runs those that ask for it. */
export class Hooks {
    readonly #hooks = new Map<string, Hook>();

    constructor(private readonly callbacks: Callbacks) {}

    register(request: RegisterResourceHookRequest): void {
        const callback = request.getCallback();
        if (!callback) throw new Error(`resource hook ${request.getName()} has no callback`);
        this.#hooks.set(request.getName(), { callee: programFunction(callback), onDryRun: request.getOnDryRun() });
    }

    /** Runs the hooks before and after creation. A hook before that fails fails the resource, as in the engine; one after does not. */
    async run(binding: RegisterResourceRequest.ResourceHooksBinding | undefined, resource: Hooked): Promise<void> {
        if (!binding) return;
        for (const name of binding.getBeforeCreateList()) {
            const fault = await this.#call(name, { ...resource, outputs: undefined });
            if (fault !== "") throw new Error(`before hook "${name}" failed: ${fault}`);
        }
        for (const name of binding.getAfterCreateList()) await this.#call(name, resource);
    }

    /** The hook's own error, or "". */
    async #call(name: string, resource: Hooked): Promise<string> {
        const hook = this.#hooks.get(name);
        if (!hook) throw new Error(`hook not registered: ${name}`);
        if (!hook.onDryRun) return "";
        const request = new resourceMessages.ResourceHookRequest();
        request.setUrn(resource.urn);
        request.setId(resource.id);
        request.setName(resource.name);
        request.setType(resource.type);
        request.setNewInputs(structOf(resource.inputs));
        if (resource.outputs) request.setNewOutputs(structOf(resource.outputs));
        return resourceMessages.ResourceHookResponse.deserializeBinary(await this.callbacks.call(hook.callee, request.serializeBinary())).getError();
    }
}
