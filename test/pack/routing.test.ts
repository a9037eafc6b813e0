import { Server } from "@grpc/grpc-js";
import { PolicyPack } from "@pulumi/policy";
import * as proto from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { policies } from "../../policies";
import { ownConfiguration } from "../../src/pack/environment";
import { handlers, routed } from "../../src/pack/routing";
import { makeAnalyzeRpcFun, makeAnalyzeStackRpcFun, makeRemediateRpcFun } from "../../src/pack/sdk-internals";
import { sdkPolicies } from "../../src/pack/sdk-policies";
import { Session } from "../../src/pack/session";

const TODAY = "2026-11-22";

function session(configuration: Readonly<Record<string, unknown>> = {}): Session {
    return new Session({ policies, configuration, today: TODAY, project: "records", stack: "test", kind: "preview" });
}

describe("the seam on the SDK's internals", () => {
    test("the functions that the types leave out are there", () => {
        for (const make of [makeAnalyzeRpcFun, makeAnalyzeStackRpcFun, makeRemediateRpcFun])
            expect(typeof make("p", "1.0.0", "advisory", [])).toBe("function");
    });

    test("the pack's handlers take the place of the SDK's, and addService is put back", () => {
        const addService = Object.getOwnPropertyDescriptor(Server.prototype, "addService");
        const bind = jest.spyOn(Server.prototype, "bindAsync").mockImplementation(() => undefined);
        const own = session();
        const done = routed(own, "nhs-supplier-charter", "1.0.0", () => {
            new PolicyPack("nhs-supplier-charter", { policies: sdkPolicies(own) });
        });
        bind.mockRestore();
        expect(done).toBe(true);
        expect(Object.getOwnPropertyDescriptor(Server.prototype, "addService")).toEqual(addService);
    });

    test("a constructor that serves no analyzer is left alone", () => {
        expect(routed(session(), "p", "1.0.0", () => undefined)).toBe(false);
    });
});

describe("Configure", () => {
    function configure(
        own: Session,
        entries: Readonly<Record<string, { level: proto.EnforcementLevel; properties?: Record<string, unknown> }>>,
    ): { message?: string; passedOn: boolean } {
        let passedOn = false;
        let message: string | undefined;
        const sdk = {
            getAnalyzerInfo: () => undefined,
            configure(_: unknown, callback: (error: null) => void) {
                passedOn = true;
                callback(null);
            },
        };
        const request = new proto.ConfigureAnalyzerRequest();
        for (const [name, { level, properties }] of Object.entries(entries)) {
            const config = new proto.PolicyConfig();
            config.setEnforcementlevel(level);
            config.setProperties(Struct.fromJavaScript((properties ?? {}) as Record<string, never>));
            request.getPolicyconfigMap().set(name, config);
        }
        handlers(own, "p", "1.0.0", sdk).configure({ request } as never, error => {
            message = (error as { message?: string } | null)?.message;
        });
        return { passedOn, ...(message === undefined ? {} : { message }) };
    }

    test("levels and settings of the engine win over the preset and the stack's settings", () => {
        const own = session({ settings: { "aws-rds-backup-retention": { minRetentionDays: 14 } } });
        expect(
            configure(own, { "aws-rds-backup-retention": { level: proto.EnforcementLevel.ADVISORY, properties: { minRetentionDays: 3 } } }),
        ).toEqual({ passedOn: true });
        expect(own.judge.inForce.find(e => e.policy.name === "aws-rds-backup-retention")).toMatchObject({
            level: "advisory",
            settings: { minRetentionDays: 3 },
        });
    });

    test("charter-notices alone is quiet where it is disabled", () => {
        const own = session();
        configure(own, { "charter-notices": { level: proto.EnforcementLevel.DISABLED } });
        expect([own.quiet, own.judge.inForce.length]).toEqual([true, policies.length]);
    });

    test("a disabled policy is not in force", () => {
        const own = session();
        configure(own, { "aws-rds-backup-retention": { level: proto.EnforcementLevel.DISABLED } });
        expect(own.judge.inForce.some(e => e.policy.name === "aws-rds-backup-retention")).toBe(false);
    });

    test.each([
        [
            "an unknown policy",
            { "aws-rds-backup-retentions": { level: proto.EnforcementLevel.ADVISORY } },
            "nhs-supplier-charter: unknown policy 'aws-rds-backup-retentions'; did you mean 'aws-rds-backup-retention'?",
        ],
        [
            "an unknown setting",
            { "aws-rds-backup-retention": { level: proto.EnforcementLevel.ADVISORY, properties: { days: 3 } } },
            /has the unknown key 'days'; did you mean 'minRetentionDays'\?/,
        ],
    ])("%s is refused", (_, entries, message) => {
        const refused = configure(session(), entries);
        expect(refused.passedOn).toBe(false);
        expect(refused.message).toEqual(typeof message === "string" ? message : (expect.stringMatching(message) as unknown));
    });

    test("a stack's wrong configuration is refused there, before anything is judged", () => {
        expect(configure(session({ preset: "harsh" }), {})).toEqual({
            passedOn: false,
            message: "nhs-supplier-charter: 'nhs-supplier-charter:preset' must be one of charter, adopt, strict",
        });
    });
});

test("of a flat configuration only the pack's own namespace is read", () => {
    expect(ownConfiguration({ "aws:region": "eu-west-2", "nhs-supplier-charter:preset": "adopt" })).toEqual({ preset: "adopt" });
});

test("every policy is one policy of the SDK under its own name, charter-notices comes last", () => {
    const names = sdkPolicies(session()).map(p => p.name);
    expect(names).toEqual([...policies.map(p => p.name), "charter-notices"]);
});

test("levels come from the preset, and settings in force are the schema's defaults", () => {
    const own = sdkPolicies(session({ preset: "strict", settings: { "aws-rds-backup-retention": { minRetentionDays: 14 } } }));
    expect(own.filter(p => p.enforcementLevel !== "mandatory").map(p => p.name)).toEqual(["charter-notices"]);
    expect(own.find(p => p.name === "aws-rds-backup-retention")?.configSchema?.properties.minRetentionDays).toMatchObject({
        type: "integer",
        default: 14,
    });
});
