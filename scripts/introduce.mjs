// Writes dist/introduction.bin: what the SDK answers to GetAnalyzerInfo for the pack that was just built, without levels (src/pack/introduction.ts).
import { rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const require = createRequire(path.join(root, "dist/pack.js"));
const file = path.join(root, "dist/introduction.bin");

process.chdir(root);
rmSync(file, { force: true });
// The pack's own configuration must not show in the answer.
for (const name of ["PULUMI_CONFIG", "CHARTER_PRESET", "CHARTER_BASELINE", "CHARTER_REPORT"]) delete process.env[name];
const { Server } = require("@grpc/grpc-js");
let analyzer;
Server.prototype.addService = (_, implementation) => (analyzer = implementation);
Server.prototype.bindAsync = () => undefined;
require("./pack.js");

const info = await new Promise((resolve, reject) => {
    analyzer.getAnalyzerInfo({ request: {} }, (error, response) => (error ? reject(error) : resolve(response)));
});
const parts = [];
let length = 0;
const add = bytes => {
    const at = [length, bytes.length];
    parts.push(Buffer.from(bytes));
    length += bytes.length;
    return at;
};
const policies = info.getPoliciesList().map(policy => {
    policy.setEnforcementlevel(0);
    return [policy.getName(), ...add(policy.serializeBinary())];
});
info.setPoliciesList([]);
const header = Buffer.from(JSON.stringify({ rest: add(info.serializeBinary()), policies }));
const size = Buffer.alloc(4);
size.writeUInt32LE(header.length);
writeFileSync(file, Buffer.concat([size, header, ...parts]));
process.exit(0);
