import path from "node:path";
import type { PolicyPackArgs } from "@pulumi/policy";
import * as protoutil from "@pulumi/policy/protoutil";
import { AnalyzerInfo } from "@pulumi/pulumi/proto/analyzer_pb";
import { policies } from "../../policies";
import { ABOUT } from "../../src/pack/about";
import { introduction } from "../../src/pack/introduction";
import { sdkPolicies } from "../../src/pack/sdk-policies";
import { Session } from "../../src/pack/session";
import { NAMESPACE } from "../../src/policy/configuration";
import { VERSION } from "../../src/version";

/** What the build wrote down. */
const BUILT = path.join(__dirname, "../../dist/introduction.bin");

function session(configuration: Readonly<Record<string, unknown>> = {}): Session {
    return new Session({ policies, configuration, today: "2026-11-22", project: "records", stack: "test", kind: "preview" });
}

/** What the SDK answers for a pack of these policies. Its types leave the function out. */
function answered(own: Session): AnalyzerInfo {
    type Make = (name: string, version: string, level: undefined, args: PolicyPackArgs, initialConfig: undefined) => AnalyzerInfo;
    const { makeAnalyzerInfo } = protoutil as unknown as { readonly makeAnalyzerInfo: Make };
    return makeAnalyzerInfo(NAMESPACE, VERSION, undefined, { ...ABOUT, policies: sdkPolicies(own) }, undefined);
}

test.each(["charter", "adopt", "strict"])("with the preset %s it is what the SDK answers", preset => {
    const bytes = introduction(session({ preset }), BUILT);
    if (!bytes) throw new Error("not built");
    const ours = AnalyzerInfo.deserializeBinary(bytes).toObject();
    const theirs = AnalyzerInfo.deserializeBinary(answered(session({ preset })).serializeBinary()).toObject();
    expect(ours.policiesList.length).toBe(policies.length + 1);
    expect(ours).toEqual(theirs);
});

test("the SDK answers where the stack changes settings, where the configuration is wrong, and where nothing was built", () => {
    expect(introduction(session({ settings: { "aws-rds-backup-retention": { minRetentionDays: 14 } } }), BUILT)).toBeUndefined();
    expect(introduction(session({ preset: "harsh" }), BUILT)).toBeUndefined();
    expect(introduction(session(), `${BUILT}.gone`)).toBeUndefined();
});

test("the SDK answers where the file speaks of other policies", () => {
    const fewer = new Session({ policies, configuration: {}, today: "2026-11-22", project: "p", stack: "s", kind: "preview", only: ["critical"] });
    expect(introduction(fewer, BUILT)).toBeUndefined();
});
