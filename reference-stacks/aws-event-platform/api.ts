import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { arn, createAccountSettings, domainName, home, hostedZoneId, name, tags, userPoolArn } from "./config";
import { trust } from "./documents";
import { eventTypes, incoming } from "./events";
import { firewall } from "./firewall";
import { lambda } from "./functions";
import { logGroup } from "./logs";
import { role, useKey } from "./roles";
import { table, tableArn } from "./stores";

// POST /events       partners' systems send events; they sign their requests with credentials of AWS (IAM)
// GET /events/{id}   applications ask for one, with a token of the user pool
// GET /event-types   what may be sent; the same for everybody, so answers are cached
const { account, region } = home;
const invoked = (target: pulumi.Input<string>) => pulumi.interpolate`arn:aws:apigateway:${region}:${target}`;

const api = new aws.apigateway.RestApi("api", {
    name: `${name}-api`,
    description: "Takes events from partners and answers who asks for them",
    endpointConfiguration: { types: "REGIONAL" },
    // Only the domain below, with its own TLS policy, is to be called.
    disableExecuteApiEndpoint: true,
    tags,
});
const byToken = new aws.apigateway.Authorizer("applications", {
    name: "applications",
    restApi: api.id,
    type: "COGNITO_USER_POOLS",
    providerArns: [userPoolArn],
    identitySource: "method.request.header.Authorization",
});
const validator = new aws.apigateway.RequestValidator("everything", {
    name: "everything",
    restApi: api.id,
    validateRequestBody: true,
    validateRequestParameters: true,
});
const shape = {
    $schema: "http://json-schema.org/draft-04/schema#",
    type: "object",
    additionalProperties: false,
    required: ["id", "type", "data"],
    properties: { id: { type: "string", minLength: 36, maxLength: 36 }, type: { enum: eventTypes }, data: { type: "object" } },
};
const model = new aws.apigateway.Model("event", {
    name: "Event",
    restApi: api.id,
    contentType: "application/json",
    schema: JSON.stringify(shape),
});

const path = (id: string, pathPart: string, parentId: pulumi.Input<string> = api.rootResourceId) =>
    new aws.apigateway.Resource(id, { restApi: api.id, parentId, pathPart });
const events = path("events", "events");
const event = path("event", "{id}", events.id);
const types = path("event-types", "event-types");

// What partners send goes straight to the queue: nothing is lost while what handles it is down.
const sender = role("api", "apigateway.amazonaws.com", [
    { Sid: "Send", Effect: "Allow", Action: "sqs:SendMessage", Resource: incoming.arn },
    useKey("messages", ["sqs"]),
]);
const send = new aws.apigateway.Method("send", {
    restApi: api.id,
    resourceId: events.id,
    httpMethod: "POST",
    authorization: "AWS_IAM",
    requestValidatorId: validator.id,
    requestModels: { "application/json": model.name },
});
const sendIntegration = new aws.apigateway.Integration("send", {
    restApi: api.id,
    resourceId: events.id,
    httpMethod: send.httpMethod,
    type: "AWS",
    integrationHttpMethod: "POST",
    uri: invoked(pulumi.interpolate`sqs:path/${account}/${incoming.name}`),
    credentials: sender.role.arn,
    passthroughBehavior: "NEVER",
    requestParameters: { "integration.request.header.Content-Type": "'application/x-www-form-urlencoded'" },
    requestTemplates: {
        "application/json": [
            "Action=SendMessage&MessageBody=$util.urlEncode($input.body)",
            "MessageAttribute.1.Name=caller&MessageAttribute.1.Value.DataType=String",
            "MessageAttribute.1.Value.StringValue=$util.urlEncode($context.identity.userArn)",
        ].join("&"),
    },
});
// Without a pattern an answer is the default: an error of the queue must not look like success.
const answers = {
    "202": { selectionPattern: "2\\d{2}", body: '{"accepted":true}' },
    "503": { selectionPattern: undefined, body: '{"accepted":false}' },
};
const sendAnswers = Object.entries(answers).map(([statusCode, { selectionPattern, body }]) => {
    const own = { restApi: api.id, resourceId: events.id, httpMethod: send.httpMethod, statusCode };
    const response = new aws.apigateway.MethodResponse(`send-${statusCode}`, own);
    return new aws.apigateway.IntegrationResponse(
        `send-${statusCode}`,
        { ...own, selectionPattern, responseTemplates: { "application/json": body } },
        { dependsOn: [response, sendIntegration] },
    );
});

const read = lambda("read", {
    description: "Answers who asks for an event, or for the types of events",
    variables: { TABLE: table.name, EVENT_TYPES: eventTypes.join(",") },
    statements: [{ Sid: "Read", Effect: "Allow", Action: "dynamodb:GetItem", Resource: tableArn }, useKey("data", ["dynamodb"], ["kms:Decrypt"])],
    concurrency: 20,
});
new aws.lambda.Permission("read", {
    function: read.resource.name,
    action: "lambda:InvokeFunction",
    principal: "apigateway.amazonaws.com",
    sourceArn: pulumi.interpolate`${api.executionArn}/*/GET/*`,
});
const reads = [
    { id: "read", resourceId: event.id },
    { id: "read-types", resourceId: types.id },
].flatMap(({ id, resourceId }) => {
    const method = new aws.apigateway.Method(id, {
        restApi: api.id,
        resourceId,
        httpMethod: "GET",
        authorization: "COGNITO_USER_POOLS",
        authorizerId: byToken.id,
        authorizationScopes: ["events/read"],
        requestValidatorId: validator.id,
    });
    const integration = new aws.apigateway.Integration(id, {
        restApi: api.id,
        resourceId,
        httpMethod: method.httpMethod,
        type: "AWS_PROXY",
        integrationHttpMethod: "POST",
        uri: invoked(pulumi.interpolate`lambda:path/2015-03-31/functions/${read.arn}/invocations`),
    });
    return [method, integration];
});

// The role in which API Gateway writes its logs is the account's, one in a region.
const settings: pulumi.Resource[] = [];
if (createAccountSettings) {
    const writer = new aws.iam.Role("api-logs", {
        name: `${name}-api-logs`,
        assumeRolePolicy: trust("apigateway.amazonaws.com"),
        tags,
    });
    const mayWrite = new aws.iam.RolePolicyAttachment("api-logs", {
        role: writer.name,
        policyArn: "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs",
    });
    settings.push(new aws.apigateway.Account("api", { cloudwatchRoleArn: writer.arn }, { dependsOn: mayWrite }));
}

// Any change to this file is a new deployment, which replaces the old one without a gap.
const deployed = createHash("sha256").update(readFileSync(__filename)).digest("hex");
const deployment = new aws.apigateway.Deployment(
    "api",
    { restApi: api.id, triggers: { deployed } },
    { dependsOn: [send, sendIntegration, ...sendAnswers, ...reads] },
);
const fields = ["requestId", "requestTime", "httpMethod", "resourcePath", "status", "responseLength", "identity.sourceIp", "identity.userArn"];
const format = JSON.stringify(Object.fromEntries([...fields, "authorizer.claims.sub", "error.message"].map(field => [field, `$context.${field}`])));
const accessLogs = logGroup("api-access", `/${name}/api-access`);
export const stage = new aws.apigateway.Stage(
    "live",
    {
        restApi: api.id,
        deployment: deployment.id,
        stageName: "live",
        accessLogSettings: { destinationArn: accessLogs.arn, format },
        cacheClusterEnabled: true,
        cacheClusterSize: "0.5",
        xrayTracingEnabled: true,
        tags,
    },
    { dependsOn: settings },
);
// Errors are logged, what was sent and answered is not.
const everywhere = { loggingLevel: "ERROR", metricsEnabled: true, dataTraceEnabled: false, throttlingRateLimit: 100, throttlingBurstLimit: 200 };
new aws.apigateway.MethodSettings("everywhere", {
    restApi: api.id,
    stageName: stage.stageName,
    methodPath: "*/*",
    settings: { ...everywhere, cachingEnabled: false },
});
new aws.apigateway.MethodSettings("event-types", {
    restApi: api.id,
    stageName: stage.stageName,
    methodPath: "event-types/GET",
    settings: {
        ...everywhere,
        cachingEnabled: true,
        cacheDataEncrypted: true,
        cacheTtlInSeconds: 300,
        requireAuthorizationForCacheControl: true,
        unauthorizedCacheControlHeaderStrategy: "FAIL_WITH_403",
    },
});
new aws.wafv2.WebAclAssociation("api", { resourceArn: stage.arn, webAclArn: firewall.arn });

// The name by which the API is called. ACM renews the certificate as long as the record below proves that the name is ours.
const certificate = new aws.acm.Certificate("api", { domainName, validationMethod: "DNS", tags });
const proof = certificate.domainValidationOptions.apply(([only]) => {
    if (only === undefined) throw new pulumi.RunError("ACM asks for no proof of the domain");
    return only;
});
const proofRecord = new aws.route53.Record("proof", {
    zoneId: hostedZoneId,
    name: proof.resourceRecordName,
    type: proof.resourceRecordType,
    records: [proof.resourceRecordValue],
    ttl: 300,
});
const issued = new aws.acm.CertificateValidation("api", { certificateArn: certificate.arn, validationRecordFqdns: [proofRecord.fqdn] });
const domain = new aws.apigateway.DomainName("api", {
    domainName,
    regionalCertificateArn: issued.certificateArn,
    endpointConfiguration: { types: "REGIONAL" },
    securityPolicy: "TLS_1_2",
    tags,
});
new aws.apigateway.BasePathMapping("api", { domainName: domain.domainName, restApi: api.id, stageName: stage.stageName });
new aws.route53.Record("api", {
    zoneId: hostedZoneId,
    name: domainName,
    type: "A",
    aliases: [{ name: domain.regionalDomainName, zoneId: domain.regionalZoneId, evaluateTargetHealth: true }],
});

export const sendArn = arn("execute-api", pulumi.interpolate`${api.id}/${stage.stageName}/POST/events`);
