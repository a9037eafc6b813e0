import * as pulumi from "@pulumi/pulumi";

/** One statement of an IAM policy document. */
export interface Statement {
    Sid: string;
    Effect: "Allow" | "Deny";
    Principal?: "*" | Record<string, pulumi.Input<string> | pulumi.Input<string>[]>;
    Action: string | string[];
    Resource?: pulumi.Input<string> | pulumi.Input<string>[];
    Condition?: Record<string, Record<string, pulumi.Input<string> | pulumi.Input<string>[]>>;
}

export function document(statements: Statement[]): pulumi.Output<string> {
    return pulumi.jsonStringify({ Version: "2012-10-17", Statement: statements });
}

/** Refuses every request that is not encrypted in transit. Without `resource` for services whose policies take none. */
export function denyPlainText(action: string, resource?: Statement["Resource"]): Statement {
    return {
        Sid: "DenyPlainText",
        Effect: "Deny",
        Principal: "*",
        Action: action,
        ...(resource !== undefined && { Resource: resource }),
        Condition: { Bool: { "aws:SecureTransport": "false" } },
    };
}

/** The trust policy of a role for one AWS service, and on whose behalf it acts where the service tells. */
export function trust(service: string, onBehalfOf?: Record<string, pulumi.Input<string>>): pulumi.Output<string> {
    return document([
        {
            Sid: "Service",
            Effect: "Allow",
            Principal: { Service: service },
            Action: "sts:AssumeRole",
            ...(onBehalfOf && { Condition: { StringEquals: onBehalfOf } }),
        },
    ]);
}
