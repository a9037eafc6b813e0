import { standIns } from "../../src/preview/stand-ins";
import { ARNS, ARN_IDS } from "../../src/preview/stand-ins/aws";

const ROOT = `${__dirname}/../..`;
const registered = (type: string, inputs: Record<string, unknown> = {}, provider: Record<string, unknown> = {}) => ({
    token: type,
    type,
    urn: `urn:pulumi:dev::records::${type}::it`,
    logicalName: "it",
    inputs,
    provider,
});

test("each type whose id is its ARN has a shape of its own", () => {
    expect([...ARN_IDS].filter(type => !Object.hasOwn(ARNS, type))).toEqual([]);
});

test.each([
    ["aws:s3/bucket:Bucket", { bucket: "records" }, {}, "records", "arn:aws:s3:::records"],
    [
        "aws:sqs/queue:Queue",
        { name: "jobs" },
        { region: "eu-west-1" },
        "https://sqs.eu-west-1.amazonaws.com/123456789012/jobs",
        "arn:aws:sqs:eu-west-1:123456789012:jobs",
    ],
    ["aws:iam/role:Role", { name: "app", path: "/team/" }, {}, "app", "arn:aws:iam::123456789012:role/team/app"],
    [
        "aws:sns/topic:Topic",
        { name: "t" },
        { region: "cn-north-1" },
        "arn:aws-cn:sns:cn-north-1:123456789012:t",
        "arn:aws-cn:sns:cn-north-1:123456789012:t",
    ],
    ["aws:dynamodb/table:Table", { name: "t" }, { allowedAccountIds: ["111122223333"] }, "t", "arn:aws:dynamodb:eu-west-2:111122223333:table/t"],
])("%s", (type, inputs, provider, id, arn) => {
    const made = standIns(registered(type, inputs, provider), ROOT);
    expect([made.id, made.outputs.arn]).toEqual([id, arn]);
});

test("a listener, and ids with a prefix, have the form that AWS gives them", () => {
    expect(standIns(registered("aws:lb/listener:Listener"), ROOT).id).toMatch(/^arn:aws:elasticloadbalancing:eu-west-2:123456789012:listener\/app\//);
    expect(standIns(registered("aws:ec2/vpc:Vpc"), ROOT).id).toMatch(/^vpc-0[0-9a-f]{16}$/);
});

test("an Azure id stands in its group and below its parents", () => {
    const account = registered("azure-native:storage:BlobContainer", { resourceGroupName: "rg", accountName: "data", containerName: "logs" });
    expect(standIns(account, ROOT).id).toMatch(
        /^\/subscriptions\/[0-9-]+\/resourceGroups\/rg\/providers\/Microsoft\.storage\/storageAccounts\/data\/.*logs$/i,
    );
});

test("the same resource has the same stand-ins in every run, and another one others", () => {
    const [a, b] = ["aws:kms/key:Key", "aws:kms/key:Key"].map((type, i) => standIns({ ...registered(type), urn: `urn:${String(i)}` }, ROOT));
    expect(a).toEqual(standIns({ ...registered("aws:kms/key:Key"), urn: "urn:0" }, ROOT));
    expect(a?.id).not.toBe(b?.id);
});
