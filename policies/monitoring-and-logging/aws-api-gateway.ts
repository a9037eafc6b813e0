import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { must } from "../../src/policy/factories";
import { fact, filled } from "../../src/policy/facts";
import { type Graph, linkedSatisfies } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, is, isUnknown, not, or } from "../../src/policy/unknown";
import { read, text } from "../../src/policy/values";

const STAGE = "aws:apigateway/stage:Stage";
const STAGE_V2 = "aws:apigatewayv2/stage:Stage";
const REST_API = "aws:apigateway/restApi:RestApi";
const API_V2 = "aws:apigatewayv2/api:Api";
const METHOD_SETTINGS = "aws:apigateway/methodSettings:MethodSettings";

export const accessLogging = must({
    name: "aws-api-gateway-access-logging",
    title: "API stages log who called them, from where and with what result",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: [STAGE, STAGE_V2],
    why: "Without an access log nobody can tell which caller took data through the API.",
    fix: "Set accessLogSettings.destinationArn, and an accessLogSettings.format with every field of the setting requiredFields.",
    references: ["aws-config:api-gwv2-access-logs-enabled", "checkov:CKV_AWS_76", "cdk-nag:AwsSolutions-APIG1", "fsbp:APIGateway.9"],
    settings: {
        requiredFields: {
            type: "array",
            items: { type: "string" },
            default: ["requestId", "identity.sourceIp", "status"],
            description: "Variables of $context that the format must hold.",
        },
    },
    facts: ({ requiredFields }) => [
        filled("accessLogSettings.destinationArn", "The stage keeps no access log."),
        fact(
            "accessLogSettings.format",
            "The access log leaves out a field that the setting requiredFields lists.",
            // Without a format there is no log, and the line above says so.
            format => format === undefined || requiredFields.every(field => text(format).includes(`$context.${field}`)),
        ),
    ],
});

/** Do two resources name the same REST API? */
function ofSameApi(graph: Graph, a: Resource, b: Resource): Answer {
    const [first, second] = [a, b].map(r => ({ literal: read(r.props, "restApi"), linked: graph.from(r, "restApi", REST_API) }));
    if (!first || !second) return UNKNOWN;
    if (first.linked.certain.length > 0 && second.linked.certain.length > 0)
        return first.linked.certain.some(api => second.linked.certain.includes(api));
    return isUnknown(first.literal) || isUnknown(second.literal) ? UNKNOWN : first.literal === second.literal;
}

export const executionLogging = stackPolicy({
    name: "aws-api-gateway-execution-logging-no-payloads",
    title: "API stages log errors of execution, and no payloads",
    commitment: "monitoring-and-logging",
    topic: "audit-trail",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: [STAGE, STAGE_V2, METHOD_SETTINGS],
    reads: [REST_API, API_V2],
    why: "Execution logs show failed and refused calls; with data tracing on they also hold patients' data in plain text.",
    fix: "Add MethodSettings for the stage with methodPath '*/*' and settings.loggingLevel 'ERROR' or 'INFO', and leave dataTraceEnabled off.",
    references: [
        "aws-config:api-gw-execution-logging-enabled",
        "checkov:CKV2_AWS_4",
        "checkov:CKV_AWS_276",
        "cdk-nag:AwsSolutions-APIG6",
        "fsbp:APIGateway.1",
    ],
    checkResource({ graph, resource, type, on, all, oneOf, require, requireAt }) {
        if (type === METHOD_SETTINGS) {
            const traces = on("settings.dataTraceEnabled", false);
            require(not(traces), "settings.dataTraceEnabled", "Data tracing writes requests and answers, and so patients' data, to the log.");
            return;
        }
        if (type === STAGE) {
            const logs = linkedSatisfies(graph.into(resource, METHOD_SETTINGS, "stageName"), settings =>
                and(
                    ofSameApi(graph, resource, settings),
                    isOneOf(read(settings.props, "methodPath"), ["*/*"]),
                    isOneOf(read(settings.props, "settings.loggingLevel"), ["ERROR", "INFO"], "OFF"),
                ),
            );
            require(logs, "", "No MethodSettings for all methods of the stage switch execution logging on.");
            return;
        }
        for (const { path, value } of [...all("defaultRouteSettings"), ...all("routeSettings[]")]) {
            const traces = is(value, settings => isOneOf(read(settings, "dataTraceEnabled"), ["true"], "false"));
            requireAt(not(traces), `${path}.dataTraceEnabled`, "Data tracing writes messages, and so patients' data, to the log.");
        }
        // Only WebSocket APIs have execution logs.
        const webSocket = linkedSatisfies(graph.from(resource, "apiId", API_V2), api => isOneOf(read(api.props, "protocolType"), ["WEBSOCKET"]));
        const logs = oneOf("defaultRouteSettings.loggingLevel", ["ERROR", "INFO"], "OFF");
        require(or(not(webSocket), logs), "defaultRouteSettings.loggingLevel", "The stage of a WebSocket API keeps no execution log.");
    },
});
