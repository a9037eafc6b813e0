// A policy pack in a process of its own, spoken to as the engine does.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const grpc = require("@grpc/grpc-js");
const messages = require("@pulumi/pulumi/proto/analyzer_pb");
const services = require("@pulumi/pulumi/proto/analyzer_grpc_pb");
const empty = require("google-protobuf/google/protobuf/empty_pb");
const { Struct } = require("google-protobuf/google/protobuf/struct_pb");

export const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const runner = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");

/** Starts the pack of a folder. `startMs` is from the start of the process to the answer of GetAnalyzerInfo. */
export async function startPack(folder) {
    const started = performance.now();
    const child = spawn(process.execPath, [runner, "127.0.0.1:1", folder], {
        cwd: folder,
        stdio: ["ignore", "pipe", "pipe"],
        env: {
            ...process.env,
            PULUMI_CONFIG: "{}",
            PULUMI_NODEJS_PROJECT: "bench",
            PULUMI_NODEJS_STACK: "dev",
            PULUMI_NODEJS_DRY_RUN: "true",
            CHARTER_DATE: "2026-11-22",
        },
    });
    let complaint = "";
    child.stderr.on("data", chunk => (complaint += chunk));
    const port = await new Promise((resolve, reject) => {
        let text = "";
        child.stdout.on("data", chunk => {
            text += chunk;
            if (text.includes("\n")) resolve(text.trim());
        });
        child.once("exit", code => reject(new Error(`the pack in ${folder} ended with ${code}: ${complaint}`)));
    });
    const client = new services.AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), {
        "grpc.max_receive_message_length": -1,
        "grpc.max_send_message_length": -1,
    });
    const call = (method, request) =>
        new Promise((resolve, reject) => client[method](request, (error, response) => (error ? reject(error) : resolve(response))));
    const info = await call("getAnalyzerInfo", new empty.Empty());
    const startMs = performance.now() - started;
    const configure = new messages.ConfigureAnalyzerRequest();
    for (const policy of info.getPoliciesList()) {
        const config = new messages.PolicyConfig();
        config.setEnforcementlevel(policy.getEnforcementlevel());
        config.setProperties(Struct.fromJavaScript({}));
        configure.getPolicyconfigMap().set(policy.getName(), config);
    }
    await call("configure", configure);
    return {
        startMs,
        policies: info.getPoliciesList().length,
        analyze: resource => call("analyze", analyzeRequest(resource)),
        analyzeStack(resources) {
            const request = new messages.AnalyzeStackRequest();
            request.setResourcesList(resources.map(analyzerResource));
            return call("analyzeStack", request);
        },
        stop() {
            client.close();
            child.removeAllListeners("exit");
            child.kill("SIGKILL");
        },
    };
}

const provider = new messages.AnalyzerProviderResource();
provider.setType("pulumi:providers:aws");
provider.setName("default");
provider.setUrn("urn:pulumi:dev::bench::pulumi:providers:aws::default");
provider.setProperties(Struct.fromJavaScript({ region: "eu-west-2" }));

function analyzeRequest({ urn, type, name, props }) {
    const request = new messages.AnalyzeRequest();
    request.setUrn(urn);
    request.setType(type);
    request.setName(name);
    request.setProperties(Struct.fromJavaScript(props));
    request.setOptions(new messages.AnalyzerResourceOptions());
    request.setProvider(provider);
    return request;
}

function analyzerResource({ urn, type, name, props, propertyDependencies = {} }) {
    const resource = new messages.AnalyzerResource();
    resource.setUrn(urn);
    resource.setType(type);
    resource.setName(name);
    resource.setProperties(Struct.fromJavaScript(props));
    resource.setOptions(new messages.AnalyzerResourceOptions());
    resource.setProvider(provider);
    for (const [property, urns] of Object.entries(propertyDependencies)) {
        const dependencies = new messages.AnalyzerPropertyDependencies();
        dependencies.setUrnsList(urns);
        resource.getPropertydependenciesMap().set(property, dependencies);
    }
    return resource;
}
