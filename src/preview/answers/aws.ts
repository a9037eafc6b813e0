import { SENTINEL } from "../wire";
import type { Asked, StandIn } from "./asked";
import { policyDocument } from "./policy-document";

/** The account that stands in for the caller's: the one AWS's own documentation uses. */
export const ACCOUNT = "123456789012";
export const DEFAULT_REGION = "eu-west-2";

const CANONICAL_USER = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be";

/** A group of IAM Identity Center. */
const GROUP = "1234abcd-12ab-34cd-56ef-1234567890ab";

function partitionOf(region: string): { partition: string; dnsSuffix: string } {
    if (region.startsWith("cn-")) return { partition: "aws-cn", dnsSuffix: "amazonaws.com.cn" };
    if (region.startsWith("us-gov-")) return { partition: "aws-us-gov", dnsSuffix: "amazonaws.com" };
    return { partition: "aws", dnsSuffix: "amazonaws.com" };
}

function arn({ region }: Asked, service: string, resource: string, regional = true): string {
    return `arn:${partitionOf(region).partition}:${service}:${regional ? region : ""}:${ACCOUNT}:${resource}`;
}

function text(value: unknown, otherwise: string): string {
    return typeof value === "string" && value !== "" ? value : otherwise;
}

function zones({ region }: Asked): string[] {
    return ["a", "b", "c"].map(letter => `${region}${letter}`);
}

/** By the token without its repetition: "aws:ec2:getVpc". */
export const AWS: Readonly<Record<string, StandIn>> = {
    "aws:index:getCallerIdentity": asked => ({
        accountId: ACCOUNT,
        arn: arn(asked, "iam", "user/charter-preview", false),
        userId: "AIDACKCEVSQ6C2EXAMPLE",
        id: ACCOUNT,
    }),
    "aws:index:getRegion": ({ region, args }) => {
        const name = text(args.name, text(args.region, region));
        return { name, region: name, id: name, description: name, endpoint: `ec2.${name}.${partitionOf(name).dnsSuffix}` };
    },
    "aws:index:getRegions": ({ region }) => ({ id: partitionOf(region).partition, names: ["eu-west-1", "eu-west-2", "us-east-1"] }),
    "aws:index:getPartition": ({ region }) => {
        const { partition, dnsSuffix } = partitionOf(region);
        return { id: partition, partition, dnsSuffix, reverseDnsPrefix: dnsSuffix.split(".").reverse().join(".") };
    },
    "aws:index:getAvailabilityZones": asked => ({
        ...asked.args,
        id: asked.region,
        names: zones(asked),
        zoneIds: zones(asked).map((_, i) => `${asked.region.replace(/^(..)-(.).*-(\d)$/, "$1$2$3")}-az${String(i + 1)}`),
        groupNames: [asked.region],
    }),
    "aws:index:getAvailabilityZone": asked => {
        const name = text(asked.args.name, `${asked.region}a`);
        return { ...asked.args, id: name, name, region: asked.region, nameSuffix: name.slice(-1), state: "available", groupName: asked.region };
    },
    "aws:index:getDefaultTags": () => ({ id: "default-tags", tags: {} }),
    "aws:index:getArn": ({ args }) => {
        const [, partition = "", service = "", region = "", account = "", ...rest] = text(args.arn, "").split(":");
        return { id: args.arn, arn: args.arn, partition, service, region, account, resource: rest.join(":") };
    },
    "aws:s3:getCanonicalUserId": () => ({ id: CANONICAL_USER, displayName: "charter-preview" }),
    "aws:ec2:getAmi": asked => {
        const id = "ami-0123456789abcdef0";
        return {
            ...asked.args,
            id,
            imageId: id,
            arn: `arn:${partitionOf(asked.region).partition}:ec2:${asked.region}::image/${id}`,
            architecture: "x86_64",
            creationDate: "2026-01-01T00:00:00.000Z",
            name: "charter-preview",
            ownerId: ACCOUNT,
            rootDeviceName: "/dev/xvda",
            rootDeviceType: "ebs",
            state: "available",
            virtualizationType: "hvm",
            blockDeviceMappings: [],
        };
    },
    "aws:ec2:getVpc": asked => {
        const id = text(asked.args.id, "vpc-0123456789abcdef0");
        return {
            enableDnsHostnames: true,
            enableDnsSupport: true,
            instanceTenancy: "default",
            mainRouteTableId: "rtb-0123456789abcdef0",
            dhcpOptionsId: "dopt-0123456789abcdef0",
            default: asked.args.default === true,
            state: "available",
            ownerId: ACCOUNT,
            tags: {},
            cidrBlock: "10.0.0.0/16",
            cidrBlockAssociations: [],
            ...asked.args,
            id,
            arn: arn(asked, "ec2", `vpc/${id}`),
        };
    },
    "aws:ec2:getSubnets": asked => ({
        ...asked.args,
        id: asked.region,
        ids: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1", "subnet-0123456789abcdef2"],
    }),
    "aws:iam:getPolicyDocument": ({ args }) => policyDocument(args),
    "aws:ssm:getParameter": asked => {
        const name = text(asked.args.name, "parameter");
        // A public AMI parameter's value is an image's id; whatever else stands there cannot be guessed.
        const value = name.startsWith("/aws/service/ami") ? "ami-0123456789abcdef0" : SENTINEL;
        return {
            ...asked.args,
            id: name,
            name,
            arn: arn(asked, "ssm", `parameter/${name.replace(/^\//, "")}`),
            type: "String",
            value,
            insecureValue: value,
            version: 1,
        };
    },
    "aws:ssoadmin:getInstances": asked => ({
        ...asked.args,
        id: asked.region,
        arns: [`arn:${partitionOf(asked.region).partition}:sso:::instance/ssoins-0123456789abcdef`],
        identityStoreIds: ["d-0123456789"],
    }),
    "aws:identitystore:getGroup": ({ args }) => ({ ...args, id: GROUP, groupId: GROUP, description: "" }),
    "aws:kms:getKey": asked => {
        const id = text(asked.args.keyId, "").replace(/^.*key\//, "");
        const keyId = id === "" || id.includes("alias/") ? "1234abcd-12ab-34cd-56ef-1234567890ab" : id;
        return {
            ...asked.args,
            id: keyId,
            arn: arn(asked, "kms", `key/${keyId}`),
            awsAccountId: ACCOUNT,
            customerMasterKeySpec: "SYMMETRIC_DEFAULT",
            keySpec: "SYMMETRIC_DEFAULT",
            keyState: "Enabled",
            keyUsage: "ENCRYPT_DECRYPT",
            enabled: true,
            multiRegion: false,
            origin: "AWS_KMS",
        };
    },
    "aws:kms:getAlias": asked => {
        const name = text(asked.args.name, "alias/example");
        const keyId = "1234abcd-12ab-34cd-56ef-1234567890ab";
        return {
            ...asked.args,
            id: arn(asked, "kms", name),
            name,
            arn: arn(asked, "kms", name),
            targetKeyId: keyId,
            targetKeyArn: arn(asked, "kms", `key/${keyId}`),
        };
    },
    "aws:route53:getZone": asked => {
        const zoneId = text(asked.args.zoneId, "Z0123456789ABCDEFGHIJ");
        return {
            privateZone: false,
            tags: {},
            vpcId: "",
            ...asked.args,
            id: zoneId,
            zoneId,
            name: text(asked.args.name, "example.org").replace(/\.$/, ""),
            arn: `arn:${partitionOf(asked.region).partition}:route53:::hostedzone/${zoneId}`,
            callerReference: "charter-preview",
            comment: "",
            nameServers: ["ns-1.awsdns-01.org", "ns-2.awsdns-02.co.uk", "ns-3.awsdns-03.com", "ns-4.awsdns-04.net"],
            primaryNameServer: "ns-1.awsdns-01.org",
            resourceRecordSetCount: 2,
        };
    },
    "aws:acm:getCertificate": asked => {
        const certificate = arn(asked, "acm", "certificate/12345678-1234-1234-1234-123456789012");
        return { tags: {}, ...asked.args, id: certificate, arn: certificate, domain: text(asked.args.domain, "example.org"), status: "ISSUED" };
    },
    "aws:elb:getServiceAccount": asked => elbAccount(asked),
    "aws:elb:getHostedZoneId": ({ args }) => ({ ...args, id: "ZHURV8PSTC4K8" }),
};

/** The accounts from which classic and application load balancers deliver their logs, in the regions that have one. */
const ELB_ACCOUNTS: Readonly<Record<string, string>> = {
    "eu-west-1": "156460612806",
    "eu-west-2": "652711504416",
    "eu-west-3": "009996457667",
    "eu-central-1": "054676820928",
    "eu-north-1": "897822967062",
    "us-east-1": "127311923021",
    "us-east-2": "033677994240",
    "us-west-2": "797873946194",
};

function elbAccount(asked: Asked): Record<string, unknown> {
    const id = ELB_ACCOUNTS[text(asked.args.region, asked.region)] ?? "652711504416";
    return { ...asked.args, id, arn: `arn:${partitionOf(asked.region).partition}:iam::${id}:root` };
}
