import { status, Server, type handleUnaryCall, type ServiceDefinition, type UntypedServiceImplementation } from "@grpc/grpc-js";
import type { AnalyzeRequest, AnalyzeStackRequest, ConfigureAnalyzerRequest, RemediateResponse } from "@pulumi/pulumi/proto/analyzer_pb";
import { AnalyzeResponse, AnalyzerInfo, PolicyNotApplicable } from "@pulumi/pulumi/proto/analyzer_pb";
import { ConfigurationError, NAMESPACE } from "../policy/configuration";
import type { Policy } from "../policy/definition";
import type { PairVerdict } from "../policy/evaluate";
import { canonicalType } from "../policy/families";
import type { EnforcementLevel } from "../report/model";
import { introduction } from "./introduction";
import { ROUTER } from "./notices";
import { observeResource } from "./observe";
import { remediated } from "./remediate";
import { makeAnalyzeRpcFun, makeAnalyzeStackRpcFun } from "./sdk-internals";
import { observeStack, reporter, speak, speakNotices } from "./sdk-policies";
import type { Session } from "./session";

/*
 * The SDK walks every policy for every resource and deserialises its properties again for each. Where its internals are as expected, one
 * handler looks at each resource once and answers for all policies. Where they are not, the SDK's own way stays and gives the same
 * verdicts, slower. `test/pack/routing.test.ts` holds the seam.
 */

type Analyze = handleUnaryCall<AnalyzeRequest, AnalyzeResponse>;
type AnalyzeStack = handleUnaryCall<AnalyzeStackRequest, AnalyzeResponse>;
type GetAnalyzerInfo = handleUnaryCall<unknown, AnalyzerInfo>;
type Remediate = handleUnaryCall<AnalyzeRequest, RemediateResponse>;
type Configure = handleUnaryCall<ConfigureAnalyzerRequest, unknown>;

interface AnalyzerImplementation extends UntypedServiceImplementation {
    analyze: Analyze;
    analyzeStack: AnalyzeStack;
    remediate: Remediate;
    configure: Configure;
    getAnalyzerInfo: GetAnalyzerInfo;
}

/** Runs `construct`, which makes the SDK's `PolicyPack`, with its gRPC handlers replaced. Tells whether they could be. */
export function routed(session: Session, packName: string, packVersion: string, construct: () => void): boolean {
    let done = false;
    const own = Object.getOwnPropertyDescriptor(Server.prototype, "addService");
    if (!own) return false;
    const addService = own.value as (this: Server, service: ServiceDefinition, implementation: UntypedServiceImplementation) => void;
    const restore = (): void => {
        Object.defineProperty(Server.prototype, "addService", own);
    };
    Server.prototype.addService = function (this: Server, service: ServiceDefinition, implementation: UntypedServiceImplementation): void {
        restore();
        if (!isAnalyzer(implementation)) {
            addService.call(this, service, implementation);
            return;
        }
        done = true;
        addService.call(this, service, { ...implementation, ...handlers(session, packName, packVersion, implementation) });
    };
    try {
        construct();
    } finally {
        restore();
    }
    return done;
}

function isAnalyzer(implementation: UntypedServiceImplementation): implementation is AnalyzerImplementation {
    return ["analyze", "analyzeStack", "remediate", "configure", "getAnalyzerInfo"].every(name => typeof implementation[name] === "function");
}

export function handlers(
    session: Session,
    packName: string,
    packVersion: string,
    sdk: Pick<AnalyzerImplementation, "configure" | "getAnalyzerInfo">,
): AnalyzerImplementation {
    const leader = { name: ROUTER, description: "Speaks for all policies.", enforcementLevel: "advisory" as const };
    // Set by the leaders below, which run to their end before the SDK's function returns.
    let latest: readonly PairVerdict[] = [];
    const analyzeOne = makeAnalyzeRpcFun(packName, packVersion, "advisory", [
        {
            ...leader,
            validateResource(args, reportViolation) {
                const resource = observeResource(args);
                session.remember(resource);
                latest = session.judge.judgeResource(resource);
                session.note(resource, latest);
                for (const verdict of latest) speak(verdict, reporter(reportViolation), false);
            },
        },
    ]);
    const analyzeAll = makeAnalyzeStackRpcFun(packName, packVersion, "advisory", [
        {
            ...leader,
            validateStack(args, reportViolation) {
                const report = reporter(reportViolation);
                const graph = session.graph(observeStack(session, args.resources));
                latest = session.judge.judgeStack(graph);
                for (const verdict of latest) speak(verdict, report, false);
                const stackReport = session.finish(graph, latest);
                if (!session.quiet) speakNotices(stackReport, report);
            },
        },
    ]);
    let configured = false;
    const silent = new SilentPolicies(session);
    return {
        analyze(call, callback) {
            if (!configured && session.fault) {
                callback({ code: status.INVALID_ARGUMENT, message: faultLine(session.fault) });
                return;
            }
            let verdicts: readonly PairVerdict[] = [];
            analyzeOne(call, (error, response) => {
                if (response) {
                    response.setNotApplicableList(silent.among(verdicts));
                    append(response, silent.on(call.request.getType()));
                }
                callback(error, response);
            });
            verdicts = latest;
        },
        analyzeStack(call, callback) {
            let verdicts: readonly PairVerdict[] = [];
            analyzeAll(call, (error, response) => {
                if (response) response.setNotApplicableList(silent.ofStack(verdicts));
                callback(error, response);
            });
            verdicts = latest;
        },
        remediate(call, callback) {
            callback(null, remediated(session, packName, packVersion, call.request));
        },
        getAnalyzerInfo(call, callback) {
            const bytes = introduction(session);
            if (!bytes) {
                sdk.getAnalyzerInfo(call, callback);
                return;
            }
            const info = new AnalyzerInfo();
            info.serializeBinary = () => bytes;
            callback(null, info);
        },
        configure(call, callback) {
            try {
                session.configure(new Map([...call.request.getPolicyconfigMap().entries()].map(([name, config]) => [name, asConfigured(config)])));
                configured = true;
                silent.clear();
            } catch (error) {
                if (!(error instanceof ConfigurationError)) throw error;
                callback({ code: status.INVALID_ARGUMENT, message: faultLine(error) });
                return;
            }
            sdk.configure(call, callback);
        },
    };
}

/** The policies that say nothing, so that the engine does not book a pass for them. */
class SilentPolicies {
    private readonly byType = new Map<string, Uint8Array>();

    constructor(private readonly session: Session) {}

    clear(): void {
        this.byType.clear();
    }

    /** Resource policies that do not judge a type: most of them, so they are written down once, as the bytes of a response that names them. */
    on(token: string): Uint8Array {
        const type = canonicalType(token);
        let entries = this.byType.get(type);
        if (!entries) {
            const speaking = new Set(this.session.judge.policiesFor(type));
            const response = new AnalyzeResponse();
            response.setNotApplicableList(
                this.session.judge.inForce
                    .filter(entry => entry.policy.kind === "resource" && !speaking.has(entry))
                    .map(({ policy }) => silence(policy)),
            );
            entries = response.serializeBinary();
            this.byType.set(type, entries);
        }
        return entries;
    }

    /** Resource policies that judge the type but do not speak of the resource. */
    among(verdicts: readonly PairVerdict[]): PolicyNotApplicable[] {
        return verdicts.filter(v => v.verdict === "notApplicable").map(v => silence(v.policy));
    }

    /** Stack policies that speak of nothing in the stack. */
    ofStack(verdicts: readonly PairVerdict[]): PolicyNotApplicable[] {
        const speaking = new Set(verdicts.filter(v => v.verdict !== "notApplicable").map(v => v.policy));
        return this.session.judge.inForce
            .filter(({ policy }) => policy.kind === "stack" && !speaking.has(policy))
            .map(({ policy }) => silence(policy));
    }
}

/** Adds bytes of a message to another of its kind: on the wire, repeated fields of the two are joined. */
function append(response: AnalyzeResponse, bytes: Uint8Array): void {
    const own = response.serializeBinary();
    const joined = new Uint8Array(own.length + bytes.length);
    joined.set(own);
    joined.set(bytes, own.length);
    response.serializeBinary = () => joined;
}

function silence(policy: Policy): PolicyNotApplicable {
    const entry = new PolicyNotApplicable();
    entry.setPolicyName(policy.name);
    return entry;
}

const LEVELS: readonly EnforcementLevel[] = ["advisory", "mandatory", "disabled", "remediate"];

function asConfigured(config: { getEnforcementlevel(): number; getProperties(): { toJavaScript(): object } | undefined }): {
    level: EnforcementLevel | undefined;
    settings: Readonly<Record<string, unknown>>;
} {
    return { level: LEVELS[config.getEnforcementlevel()], settings: { ...config.getProperties()?.toJavaScript() } };
}

/** One line for the CLI. */
export function faultLine(fault: ConfigurationError): string {
    return `${NAMESPACE}: ${fault.message}`;
}
