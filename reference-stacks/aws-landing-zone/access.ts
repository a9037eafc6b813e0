import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { groups, name, places, tags } from "./config";

// People sign in at the identity provider, which asks for a second factor, and get a role for a few hours. Groups come from there too (SCIM).
const instances = aws.ssoadmin.getInstancesOutput();
const first = ([value]: string[]): string => {
    if (value === undefined) throw new pulumi.RunError("IAM Identity Center is not enabled in the home region");
    return value;
};
const instanceArn = instances.arns.apply(first);
const identityStoreId = instances.identityStoreIds.apply(first);
const managed = (policy: string): string => `arn:aws:iam::aws:policy/${policy}`;

const access = {
    administrators: {
        hours: 1,
        policies: [managed("PowerUserAccess"), managed("IAMFullAccess")],
        description: "Administration, for an hour at a time",
    },
    engineers: { hours: 8, policies: [managed("ReadOnlyAccess")], description: "Reading everything but data" },
    auditors: { hours: 4, policies: [managed("SecurityAudit"), managed("job-function/ViewOnlyAccess")], description: "Audit of settings" },
};

for (const [id, { hours, policies, description }] of Object.entries(access)) {
    const permissionSet = new aws.ssoadmin.PermissionSet(id, {
        instanceArn,
        name: `${name}-${id}`,
        description,
        sessionDuration: `PT${String(hours)}H`,
        tags,
    });
    for (const policy of policies) {
        const short = policy.slice(policy.lastIndexOf("/") + 1).toLowerCase();
        new aws.ssoadmin.ManagedPolicyAttachment(`${id}-${short}`, {
            instanceArn,
            permissionSetArn: permissionSet.arn,
            managedPolicyArn: policy,
        });
    }
    const group = aws.identitystore.getGroupOutput({
        identityStoreId,
        alternateIdentifier: { uniqueAttribute: { attributePath: "DisplayName", attributeValue: groups[id as keyof typeof groups] } },
    });
    for (const [account, place] of Object.entries(places)) {
        new aws.ssoadmin.AccountAssignment(`${id}-${account}`, {
            instanceArn,
            permissionSetArn: permissionSet.arn,
            principalType: "GROUP",
            principalId: group.groupId,
            targetType: "AWS_ACCOUNT",
            targetId: place.account,
        });
    }
}
