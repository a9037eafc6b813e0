import { Server, ServerCredentials, status, type sendUnaryData, type ServerUnaryCall } from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct, Value, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Answers, readAnswersFile } from "../../src/preview/answers";
import { DEFAULT_REGION } from "../../src/preview/answers/aws";
import { SENTINEL, toPlain, type Wire } from "../../src/preview/wire";
import { outputNames } from "./output-names";

/**
 * How the stand-in answers what a program creates: `echoing` gives back the inputs; `computed` gives every output that the program left
 * out as unknown too, as a real provider does at preview.
 */
export type Mode = "echoing" | "computed";
export const MODES: readonly Mode[] = ["echoing", "computed"];

/** The last is the package of dynamic providers. */
const PACKAGES = ["aws", "azure-native", "azuread", "random", "pulumi-nodejs"];
/** The account that the stand-in answers of the offline preview name. */
const ACCOUNT = "123456789012";

/** Stand-ins for the clouds' providers, which cannot be had without their plugins. */
export class Providers {
    /** The value of PULUMI_DEBUG_PROVIDERS that attaches them. */
    readonly attach: string;

    private constructor(
        private readonly servers: readonly Server[],
        ports: readonly number[],
    ) {
        this.attach = PACKAGES.map((name, i) => `${name}:${String(ports[i])}`).join(",");
    }

    static async start(mode: Mode, programDirectory: string, answersFile?: string): Promise<Providers> {
        const answers = new Answers(programDirectory, answersFile === undefined ? undefined : readAnswersFile(answersFile));
        const servers = PACKAGES.map(name => serverOf(new Provider(name, mode, answers)));
        return new Providers(servers, await Promise.all(servers.map(listen)));
    }

    stop(): void {
        for (const server of this.servers) server.forceShutdown();
    }
}

function listen(server: Server): Promise<number> {
    return new Promise((resolve, reject) => {
        server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
            if (error) reject(error);
            else resolve(port);
        });
    });
}

/** One provider: accepts everything, changes nothing, and makes up identities by a fixed rule. */
class Provider {
    private region = DEFAULT_REGION;

    constructor(
        private readonly name: string,
        private readonly mode: Mode,
        private readonly answers: Answers,
    ) {}

    pluginInfo(): PluginInfo {
        const info = new PluginInfo();
        const sdk = this.name === "pulumi-nodejs" ? "pulumi" : this.name;
        const manifest = JSON.parse(readFileSync(require.resolve(`@pulumi/${sdk}/package.json`), "utf8")) as { version: string };
        info.setVersion(manifest.version);
        return info;
    }

    configure(request: pb.ConfigureRequest): pb.ConfigureResponse {
        const region: unknown = toPlain(bagOf(request.getArgs()).region);
        if (typeof region === "string" && region !== "" && region !== SENTINEL) this.region = region;
        const response = new pb.ConfigureResponse();
        response.setAcceptsecrets(true);
        response.setSupportspreview(true);
        return response;
    }

    check(request: pb.CheckRequest): pb.CheckResponse {
        const response = new pb.CheckResponse();
        response.setInputs(request.getNews());
        return response;
    }

    create(request: pb.CreateRequest): pb.CreateResponse {
        const response = new pb.CreateResponse();
        const urn = request.getUrn();
        const preview = request.getPreview();
        response.setId(preview ? "" : identityOf(urn));
        response.setProperties(this.outputs(urn, request.getProperties() ?? new Struct(), preview));
        return response;
    }

    /** Whatever is asked for exists, and is as little known as the program says. */
    read(request: pb.ReadRequest): pb.ReadResponse {
        const response = new pb.ReadResponse();
        response.setId(request.getId());
        response.setProperties(request.getProperties() ?? new Struct());
        response.setInputs(request.getInputs() ?? request.getProperties() ?? new Struct());
        return response;
    }

    update(request: pb.UpdateRequest): pb.UpdateResponse {
        const response = new pb.UpdateResponse();
        response.setProperties(this.outputs(request.getUrn(), request.getNews() ?? new Struct(), request.getPreview()));
        return response;
    }

    /** The very answers of the offline preview, but for what these leave unknown: the engine takes no unknown from a data source. */
    invoke(request: pb.InvokeRequest): pb.InvokeResponse {
        const args = toPlain(bagOf(request.getArgs())) as Wire;
        const region = typeof args.region === "string" && args.region !== "" ? args.region : this.region;
        const result = this.answers.invoke({ token: request.getTok(), args, region });
        const response = new pb.InvokeResponse();
        const known = Object.entries(result ?? {}).filter(([, value]) => value !== SENTINEL);
        response.setReturn(Struct.fromJavaScript(Object.fromEntries(known) as Record<string, JavaScriptValue>));
        return response;
    }

    private outputs(urn: string, inputs: Struct, preview: boolean): Struct {
        const outputs = inputs.cloneMessage();
        const fields = outputs.getFieldsMap();
        const token = urn.split("::")[2]?.split("$").at(-1) ?? "";
        const names = outputNames(token).filter(name => name !== "id" && name !== "urn" && !fields.has(name));
        if (preview) {
            if (this.mode === "computed") for (const name of names) fields.set(name, textValue(SENTINEL));
            return outputs;
        }
        if (names.includes("arn")) fields.set("arn", textValue(arnOf(token, urn, this.region)));
        if (names.includes("name")) fields.set("name", textValue(identityOf(urn)));
        return outputs;
    }
}

function bagOf(struct: Struct | undefined): Wire {
    return struct ? struct.toJavaScript() : {};
}

function textValue(text: string): Value {
    const value = new Value();
    value.setStringValue(text);
    return value;
}

/** The resource's own name and something that tells two of one name apart. */
function identityOf(urn: string): string {
    return `${urn.split("::").at(-1) ?? ""}-${createHash("sha256").update(urn).digest("hex").slice(0, 7)}`;
}

function arnOf(token: string, urn: string, region: string): string {
    const service = token.split(":")[1]?.split("/")[0] ?? "";
    return `arn:aws:${service}:${region}:${ACCOUNT}:${identityOf(urn)}`;
}

function serverOf(provider: Provider): Server {
    const nothing = (): Empty => new Empty();
    const server = new Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
    server.addService(ResourceProviderService, {
        attach: answering(nothing),
        cancel: answering(nothing),
        delete: answering(nothing),
        getPluginInfo: answering(() => provider.pluginInfo()),
        getSchema: answering(() => {
            const response = new pb.GetSchemaResponse();
            response.setSchema("{}");
            return response;
        }),
        checkConfig: answering((request: pb.CheckRequest) => provider.check(request)),
        diffConfig: answering(() => new pb.DiffResponse()),
        configure: answering((request: pb.ConfigureRequest) => provider.configure(request)),
        check: answering((request: pb.CheckRequest) => provider.check(request)),
        diff: answering(() => new pb.DiffResponse()),
        create: answering((request: pb.CreateRequest) => provider.create(request)),
        read: answering((request: pb.ReadRequest) => provider.read(request)),
        update: answering((request: pb.UpdateRequest) => provider.update(request)),
        invoke: answering((request: pb.InvokeRequest) => provider.invoke(request)),
    });
    return server;
}

/** A handler of one call. What it throws reaches the engine as an error with its message. */
function answering<Request, Response>(answer: (request: Request) => Response) {
    return (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>): void => {
        try {
            callback(null, answer(call.request));
        } catch (error) {
            callback({ code: status.UNKNOWN, message: error instanceof Error ? error.message : String(error) });
        }
    };
}
