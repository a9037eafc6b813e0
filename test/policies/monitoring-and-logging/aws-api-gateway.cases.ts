import type { Unknown } from "../../../src/policy/unknown";
import { type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const stage = of("aws:apigateway/stage:Stage");
const stageV2 = of("aws:apigatewayv2/stage:Stage");
const api = of("aws:apigatewayv2/api:Api");
const restApi = of("aws:apigateway/restApi:RestApi");
const methodSettings = of("aws:apigateway/methodSettings:MethodSettings");

const FORMAT = '{"id":"$context.requestId","ip":"$context.identity.sourceIp","status":"$context.status"}';
const records = restApi({ name: "records" });
const live = stage({ restApi: UNKNOWN, deployment: UNKNOWN, stageName: "live" }, { restApi: records });
const settingsOf = (
    settings: Record<string, unknown>,
    { methodPath = "*/*", stageName = "live", owner = records }: { methodPath?: string; stageName?: string; owner?: CaseResource } = {},
): CaseResource => methodSettings({ restApi: UNKNOWN, stageName, methodPath, settings }, { restApi: owner });
const apiOf = (protocolType: string | Unknown): CaseResource => api({ protocolType });
const stageOf = (owner: CaseResource, loggingLevel?: string | Unknown): CaseResource =>
    stageV2({ apiId: UNKNOWN, ...(loggingLevel === undefined ? {} : { defaultRouteSettings: { loggingLevel } }) }, { apiId: owner });

export const cases: Cases = {
    "aws-api-gateway-access-logging": {
        compliant: {
            "a REST stage": stage({ stageName: "live", accessLogSettings: { destinationArn: UNKNOWN, format: FORMAT } }),
            "a stage of an HTTP API": stageV2({ apiId: UNKNOWN, accessLogSettings: { destinationArn: UNKNOWN, format: FORMAT } }),
        },
        violating: {
            "no access log": [stage({ stageName: "live" }), "accessLogSettings.destinationArn"],
            "a format without the address": [
                stage({ accessLogSettings: { destinationArn: UNKNOWN, format: "$context.requestId $context.status" } }),
                "accessLogSettings.format",
            ],
            "a further field by setting": {
                resources: [stage({ accessLogSettings: { destinationArn: UNKNOWN, format: FORMAT } })],
                settings: { requiredFields: ["httpMethod"] },
                property: "accessLogSettings.format",
            },
        },
        undetermined: {
            "a format that is not known": [stage({ accessLogSettings: { destinationArn: UNKNOWN, format: UNKNOWN } }), "accessLogSettings.format"],
        },
    },
    "aws-api-gateway-execution-logging-no-payloads": {
        compliant: {
            "errors of a REST stage": [live, settingsOf({ loggingLevel: "ERROR" })],
            "the default said outright": [live, settingsOf({ loggingLevel: "INFO", dataTraceEnabled: false })],
            "an HTTP API, which has no execution log": stageOf(apiOf("HTTP")),
            "a WebSocket API that logs": stageOf(apiOf("WEBSOCKET"), "ERROR"),
        },
        violating: {
            "no settings": [live, ""],
            "settings that log nothing": [[live, settingsOf({ metricsEnabled: true })], ""],
            "logging off": [[live, settingsOf({ loggingLevel: "OFF" })], ""],
            "one method only": [[live, settingsOf({ loggingLevel: "ERROR" }, { methodPath: "records/GET" })], ""],
            "another stage's": [[live, settingsOf({ loggingLevel: "ERROR" }, { stageName: "test" })], ""],
            "another API's": [[live, settingsOf({ loggingLevel: "ERROR" }, { owner: restApi({ name: "images" }) })], ""],
            "data tracing": [[live, settingsOf({ loggingLevel: "INFO", dataTraceEnabled: true })], "settings.dataTraceEnabled"],
            "a WebSocket API that logs nothing": [stageOf(apiOf("WEBSOCKET")), "defaultRouteSettings.loggingLevel"],
            "data tracing of one route": [
                stageV2({ apiId: UNKNOWN, routeSettings: [{ routeKey: "send", dataTraceEnabled: true }] }, { apiId: apiOf("HTTP") }),
                "routeSettings[0].dataTraceEnabled",
            ],
        },
        undetermined: {
            "a level that is not known": [[live, settingsOf({ loggingLevel: UNKNOWN })], ""],
            "settings of a stage that is not known": [
                [live, methodSettings({ restApi: UNKNOWN, stageName: UNKNOWN, methodPath: "*/*", settings: { loggingLevel: "ERROR" } })],
                "",
            ],
            "perhaps data tracing": [settingsOf({ loggingLevel: "INFO", dataTraceEnabled: UNKNOWN }), "settings.dataTraceEnabled"],
            "an API of a kind that is not known": [stageOf(apiOf(UNKNOWN)), "defaultRouteSettings.loggingLevel"],
            "an API of another stack": [stageV2({ apiId: "a1b2c3" }), "defaultRouteSettings.loggingLevel"],
        },
    },
};
