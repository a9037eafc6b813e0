// Resources to judge, in the plain form that both the analyzer and the evaluator are fed from.
const urn = (type, name) => `urn:pulumi:dev::bench::${type}::${name}`;
const resource = (type, name, props, propertyDependencies = {}) => ({ urn: urn(type, name), type, name, props, propertyDependencies });

/** Small: a type that no policy judges, with four tags. */
export const small = i =>
    resource("aws:resourcegroups/group:Group", `small-${i}`, {
        name: `small-${i}`,
        tags: { service: "records", owner: "team", environment: "live", criticality: "high" },
    });

/** Large: a security group of 60 ingress rules. */
export const large = i =>
    resource("aws:ec2/securityGroup:SecurityGroup", `large-${i}`, {
        name: `large-${i}`,
        description: "Clients of the service",
        vpcId: "vpc-1",
        ingress: Array.from({ length: 60 }, (_, n) => ({
            protocol: "tcp",
            fromPort: 8000 + n,
            toPort: 8000 + n,
            cidrBlocks: [`10.${n}.0.0/16`],
            description: `rule ${n}`,
        })),
    });

/** An ordinary mixture: buckets with what stands beside them, functions, roles, groups, databases, queues; `n` resources. */
export function mixture(n) {
    const all = [];
    for (let i = 0; all.length < n; i++) {
        const bucket = resource("aws:s3/bucket:Bucket", `bucket-${i}`, { bucket: `records-${i}`, tags: { service: "records" } });
        const b = { bucket: [bucket.urn] };
        const document = JSON.stringify({
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Deny",
                    Principal: "*",
                    Action: "s3:*",
                    Resource: [`arn:aws:s3:::records-${i}`, `arn:aws:s3:::records-${i}/*`],
                    Condition: { Bool: { "aws:SecureTransport": "false" } },
                },
            ],
        });
        const trust = JSON.stringify({
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
        });
        all.push(
            bucket,
            resource(
                "aws:s3/bucketVersioning:BucketVersioning",
                `versioning-${i}`,
                { bucket: `records-${i}`, versioningConfiguration: { status: "Enabled" } },
                b,
            ),
            resource(
                "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
                `block-${i}`,
                { bucket: `records-${i}`, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
                b,
            ),
            resource("aws:s3/bucketPolicy:BucketPolicy", `policy-${i}`, { bucket: `records-${i}`, policy: document }, b),
            resource("aws:iam/role:Role", `role-${i}`, { name: `role-${i}`, assumeRolePolicy: trust }),
            resource("aws:lambda/function:Function", `function-${i}`, {
                name: `function-${i}`,
                runtime: "nodejs24.x",
                role: `arn:aws:iam::111122223333:role/role-${i}`,
            }),
            resource("aws:sqs/queue:Queue", `queue-${i}`, { name: `queue-${i}`, kmsMasterKeyId: "alias/records", tags: { service: "records" } }),
            resource("aws:cloudwatch/logGroup:LogGroup", `logs-${i}`, { name: `/records/${i}`, retentionInDays: 365 }),
            resource("aws:ec2/securityGroup:SecurityGroup", `group-${i}`, {
                name: `group-${i}`,
                ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/16"] }],
            }),
            resource("aws:rds/instance:Instance", `database-${i}`, {
                identifier: `database-${i}`,
                engine: "postgres",
                engineVersion: "17.2",
                instanceClass: "db.t4g.small",
                storageEncrypted: true,
                backupRetentionPeriod: 14,
            }),
            resource("azure-native:storage:StorageAccount", `account-${i}`, {
                accountName: `records${i}`,
                resourceGroupName: "records",
                minimumTlsVersion: "TLS1_2",
                allowBlobPublicAccess: false,
            }),
            resource("azure-native:network:NetworkSecurityGroup", `nsg-${i}`, {
                networkSecurityGroupName: `nsg-${i}`,
                resourceGroupName: "records",
                securityRules: [],
            }),
        );
    }
    return all.slice(0, n);
}
