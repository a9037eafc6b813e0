import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";

const key = new aws.kms.Key("key", {
    enableKeyRotation: true,
    policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" }] }),
});
const bucket = new aws.s3.Bucket("bucket", { bucket: "documents" });
const admin = { Version: "2012-10-17" as const, Statement: [{ Effect: "Allow" as const, Action: "*", Resource: "*" }] };
const part = (resource: pulumi.Input<string>) => ({
    Version: "2012-10-17" as const,
    Statement: [{ Effect: "Allow" as const, Action: "*", Resource: resource }],
});

new aws.iam.Policy("text", { policy: JSON.stringify(admin) });
new aws.iam.Policy("object", { policy: admin });
new aws.iam.Policy("object-unknown-part", { policy: part(bucket.arn) });
new aws.iam.Policy("object-unknown-action", {
    policy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: [key.id.apply(() => "s3:GetObject"), "iam:*"], Resource: "*" }] },
});
new aws.iam.Policy("stringify-known", { policy: pulumi.jsonStringify(admin) });
new aws.iam.Policy("stringify-unknown", { policy: pulumi.jsonStringify(part(key.arn)) });
new aws.iam.Policy("interpolated", {
    policy: pulumi.interpolate`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"${bucket.arn}"}]}`,
});
new aws.iam.Policy("interpolated-known", {
    policy: pulumi.interpolate`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"${"*"}","Resource":"*"}]}`,
});
new aws.iam.Policy("no-json", { policy: "{ nothing" });
new aws.iam.Policy("output-of-object", { policy: pulumi.output(admin).apply(value => JSON.stringify(value)) });

const role = new aws.iam.Role("role", {
    assumeRolePolicy: {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
    },
    inlinePolicies: [{ name: "all", policy: JSON.stringify(admin) }],
    managedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"],
});
new aws.iam.RolePolicyAttachment("attachment", { role: role.name, policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" });
new aws.iam.Role("federated", {
    assumeRolePolicy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Federated: "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" },
                Action: "sts:AssumeRoleWithWebIdentity",
            },
        ],
    }),
});
new aws.s3.BucketPolicy("bucket", {
    bucket: bucket.id,
    policy: {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: pulumi.interpolate`${bucket.arn}/*` }],
    },
});
new aws.sqs.Queue("queue", {
    policy: pulumi.interpolate`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"sqs:*","Resource":"*"}]}`,
});
new aws.sns.TopicPolicy("topic", {
    arn: "arn:aws:sns:eu-west-2:123456789012:alerts",
    policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "events.amazonaws.com" }, Action: "sns:Publish", Resource: "*" }],
    }),
});
