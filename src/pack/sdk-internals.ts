import type { handleUnaryCall } from "@grpc/grpc-js";
import type { Policies } from "@pulumi/policy";
import * as server from "@pulumi/policy/server";
import type { AnalyzeRequest, AnalyzeResponse, AnalyzeStackRequest, RemediateResponse } from "@pulumi/pulumi/proto/analyzer_pb";

/*
 * Three functions of the SDK that its types leave out (`@internal`). `test/pack/routing.test.ts` fails when they change.
 */

type Make<Request, Response> = (packName: string, packVersion: string, packLevel: string, policies: Policies) => handleUnaryCall<Request, Response>;

interface Internals {
    readonly makeAnalyzeRpcFun: Make<AnalyzeRequest, AnalyzeResponse>;
    readonly makeAnalyzeStackRpcFun: Make<AnalyzeStackRequest, AnalyzeResponse>;
    readonly makeRemediateRpcFun: Make<AnalyzeRequest, RemediateResponse>;
}

export const { makeAnalyzeRpcFun, makeAnalyzeStackRpcFun, makeRemediateRpcFun } = server as unknown as Internals;
