import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { arn, home, name, tags } from "./config";
import { document, trust, type Statement } from "./documents";
import { alias } from "./keys";

/** A role that one AWS service of this account takes on, and what it may do. Its ARN is known at preview. */
export function role(
    id: string,
    service: string,
    statements: Statement[],
    onBehalfOf?: Record<string, pulumi.Input<string>>,
): { role: aws.iam.Role; policy: aws.iam.RolePolicy } {
    const result = new aws.iam.Role(id, { name: `${name}-${id}`, assumeRolePolicy: trust(service, onBehalfOf), tags });
    return { role: result, policy: new aws.iam.RolePolicy(id, { name: "own-work", role: result.name, policy: document(statements) }) };
}

/** What services send to tell on whose behalf they act. Not all of them do. */
export const ofThisAccount = { "aws:SourceAccount": home.account };

/** The use of a key, only through the services named. The key has an id that AWS makes up, so it is named by its alias. */
export function useKey(keyId: string, services: string[], actions = ["kms:Decrypt", "kms:GenerateDataKey"]): Statement {
    return {
        Sid: `Use${keyId.replace(/^./, first => first.toUpperCase())}Key`,
        Effect: "Allow",
        Action: actions,
        Resource: arn("kms", "key/*"),
        Condition: {
            StringEquals: { "kms:ViaService": services.map(service => `${service}.${home.region}.amazonaws.com`) },
            "ForAnyValue:StringEquals": { "kms:ResourceAliases": alias(keyId) },
        },
    };
}
