import { credentials } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import type { AnalyzerInfo } from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";

/** What a policy pack says of itself. */
export interface Introduction {
    readonly name: string;
    readonly version: string;
    readonly policies: readonly string[];
    /** All that the process wrote to standard output: its port, and nothing else. */
    readonly stdout: string;
}

/** Loads a folder as a policy pack, as the Node.js language host does, and asks it who it is. */
export async function introduce(pack: string): Promise<Introduction> {
    const runner = createRequire(join(pack, "index.js")).resolve("@pulumi/pulumi/cmd/run-policy-pack");
    // No engine listens there; it is only told of what goes wrong.
    const child = spawn(process.execPath, [runner, "127.0.0.1:1", pack], { cwd: pack, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    try {
        const port = await new Promise<string>((resolve, reject) => {
            child.on("error", reject);
            child.on("exit", code => {
                reject(new Error(`run-policy-pack ended with ${String(code)}: ${stderr}`));
            });
            child.stdout.setEncoding("utf8").on("data", (text: string) => {
                stdout += text;
                if (stdout.includes("\n")) resolve(stdout.trim());
            });
        });
        const info = await infoOf(`127.0.0.1:${port}`);
        return { name: info.getName(), version: info.getVersion(), policies: info.getPoliciesList().map(policy => policy.getName()), stdout };
    } finally {
        child.kill("SIGKILL");
    }
}

async function infoOf(address: string): Promise<AnalyzerInfo> {
    const client = new AnalyzerClient(address, credentials.createInsecure(), { "grpc.max_receive_message_length": -1 });
    try {
        return await new Promise((resolve, reject) => {
            client.getAnalyzerInfo(new Empty(), (error, info) => {
                if (error) reject(error);
                else resolve(info);
            });
        });
    } finally {
        client.close();
    }
}
