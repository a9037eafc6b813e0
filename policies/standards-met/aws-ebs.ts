import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { mustByType } from "../../src/policy/factories";
import { on } from "../../src/policy/facts";
import { samePlace } from "../../src/policy/place";
import type { Resource } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, is, not, or } from "../../src/policy/unknown";
import { type At, isSet, read, readAll, text, truth } from "../../src/policy/values";
import { customerKey } from "../shared/customer-keys";

const BY_DEFAULT = "aws:ebs/encryptionByDefault:EncryptionByDefault";

type DeviceToken =
    | "aws:ebs/volume:Volume"
    | "aws:ebs/snapshotCopy:SnapshotCopy"
    | "aws:ec2/amiCopy:AmiCopy"
    | "aws:ec2/ami:Ami"
    | "aws:ec2/instance:Instance"
    | "aws:ec2/spotInstanceRequest:SpotInstanceRequest"
    | "aws:ec2/launchConfiguration:LaunchConfiguration"
    | "aws:ec2/launchTemplate:LaunchTemplate"
    | "aws:ecs/service:Service";

/**
 * Where each type says of its block devices whether they are encrypted: "" is the resource itself. `always`: the device exists though
 * the block is left out.
 */
const DEVICES: Readonly<Record<DeviceToken, readonly { readonly path: string; readonly within?: string; readonly always?: true }[]>> = {
    "aws:ebs/volume:Volume": [{ path: "", always: true }],
    "aws:ebs/snapshotCopy:SnapshotCopy": [{ path: "", always: true }],
    "aws:ec2/amiCopy:AmiCopy": [{ path: "", always: true }],
    "aws:ec2/ami:Ami": [{ path: "ebsBlockDevices[]" }],
    "aws:ec2/instance:Instance": [{ path: "rootBlockDevice", always: true }, { path: "ebsBlockDevices[]" }],
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest": [{ path: "rootBlockDevice", always: true }, { path: "ebsBlockDevices[]" }],
    "aws:ec2/launchConfiguration:LaunchConfiguration": [{ path: "rootBlockDevice", always: true }, { path: "ebsBlockDevices[]" }],
    "aws:ec2/launchTemplate:LaunchTemplate": [{ path: "blockDeviceMappings[]", within: "ebs" }],
    "aws:ecs/service:Service": [{ path: "volumeConfiguration.managedEbsVolume" }],
};

const MESSAGE = "The volume or copy is not encrypted.";

interface Device {
    /** Where its flag stands. */
    readonly path: string;
    readonly encrypted: Answer | undefined;
    /** It takes its encryption from a snapshot or a launch template, where it does not say. */
    readonly inherits: boolean;
}

function devicesOf(resource: Resource): readonly Device[] {
    const fromTemplate = isSet(resource.props, "launchTemplate");
    return DEVICES[resource.type as DeviceToken].flatMap(({ path, within, always }) => {
        const found: readonly At[] = path === "" ? [{ path, value: resource.props }] : readAll(resource.props, path);
        const blocks: readonly At[] = found.length === 0 && always ? [{ path, value: {} }] : found;
        return blocks.flatMap(({ path: at, value }): Device[] => {
            const where = [at, within, "encrypted"].filter(step => step !== undefined && step !== "").join(".");
            if (value === UNKNOWN) return [{ path: where, encrypted: UNKNOWN, inherits: false }];
            const device = within === undefined ? value : read(value, within);
            // A mapping that takes a device away, or names a disk of the host, makes no volume.
            if (device === undefined || isSet(value, "noDevice")) return [];
            return [{ path: where, encrypted: truth(read(device, "encrypted")), inherits: fromTemplate || isSet(device, "snapshotId") !== false }];
        });
    });
}

export const blockStorageEncrypted = stackPolicy({
    name: "aws-block-storage-encrypted",
    title: "Volumes, images and snapshot copies are encrypted",
    commitment: "standards-met",
    topic: "encryption-at-rest",
    strength: "core",
    severity: "critical",
    evidence: "partial",
    since: "1.0",
    on: Object.keys(DEVICES) as DeviceToken[],
    reads: [BY_DEFAULT],
    why: "An unencrypted volume can be read from its snapshots, from images made of it, and from the disk that it leaves behind.",
    fix: "Set encrypted to true on every block device, or declare ebs EncryptionByDefault in the same stack.",
    references: [
        "aws-config:encrypted-volumes",
        "aws-config:ec2-launch-templates-ebs-volume-encrypted",
        "checkov:CKV_AWS_3",
        "checkov:CKV_AWS_8",
        "checkov:CKV_AWS_204",
        "checkov:CKV_AWS_235",
        "checkov:CKV2_AWS_2",
        "cdk-nag:AwsSolutions-EC26",
        "fsbp:EC2.3",
        "fsbp:EC2.181",
    ],
    checkResource({ graph, resource, type, has, requireAt, undetermined }) {
        const byDefault = or(...graph.of(BY_DEFAULT).map(one => and(samePlace(one, resource), truth(read(one.props, "enabled")) ?? true)));
        const otherwise = type === "aws:ecs/service:Service" ? true : byDefault;
        for (const { path, encrypted, inherits } of devicesOf(resource)) {
            requireAt(encrypted ?? or(otherwise, inherits ? UNKNOWN : false), path, MESSAGE);
        }
        if (type === "aws:ec2/launchTemplate:LaunchTemplate" && !has("blockDeviceMappings") && byDefault !== true) {
            undetermined("blockDeviceMappings", "The template leaves the root volume to the image, which may not encrypt it.");
        }
    },
});

export const ebsEncryptionByDefault = mustByType({
    name: "aws-ebs-encryption-by-default",
    title: "The account encrypts new volumes by default",
    commitment: "standards-met",
    topic: "encryption-at-rest",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    why: "The default catches every volume that somebody makes without thinking of encryption.",
    fix: "Leave enabled on, and give the default key the ARN of a customer-managed key.",
    remedies: [{ path: "enabled", value: true }],
    references: ["aws-config:ec2-ebs-encryption-by-default", "checkov:CKV_AWS_106", "fsbp:EC2.7"],
    facts: {
        [BY_DEFAULT]: [on("enabled", true, "Encryption by default is switched off.")],
        "aws:ebs/defaultKmsKey:DefaultKmsKey": [customerKey("keyArn", "The default key is AWS's own.")],
    },
});

/** The switches of an account against public sharing, with the words that count as on. */
const PUBLIC_SHARING = {
    "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess": ["block-all-sharing"],
    "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess": ["block-new-sharing"],
};

export const ebsSnapshotsNotSharedPublicly = resourcePolicy({
    name: "aws-ebs-snapshots-not-shared-publicly",
    title: "Snapshots and images are not shared with everyone",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "core",
    severity: "critical",
    evidence: "partial",
    since: "1.0",
    on: [
        "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
        "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
        "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission",
        "aws:ec2/amiLaunchPermission:AmiLaunchPermission",
    ],
    why: "A public snapshot is a copy of the disk for anyone with an AWS account, and bots look for new ones all day.",
    fix: "Set the state to 'block-all-sharing' ('block-new-sharing' for images), and share with named accounts of your own only.",
    remedies: [{ path: "state", value: "block-all-sharing", types: ["aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess"] }],
    references: ["aws-config:ebs-snapshot-public-restorable-check", "checkov:CKV_AWS_205", "fsbp:EC2.1", "fsbp:EC2.182"],
    settings: {
        allowBlockNewSharing: {
            type: "boolean",
            default: true,
            description: "Accept 'block-new-sharing' for snapshots: what was public before stays so.",
        },
    },
    check({ type, get, has, oneOf, settings, estate, require }) {
        if (
            type === "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess" ||
            type === "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess"
        ) {
            const words = [...PUBLIC_SHARING[type], ...(settings.allowBlockNewSharing ? ["block-new-sharing"] : [])];
            require(oneOf("state", words), "state", "Public sharing is not blocked.");
            return;
        }
        require(not(or(oneOf("group", ["all"]), oneOf("accountId", ["all"]))), has("group") ? "group" : "accountId", "It is shared with everyone.");
        if (has("accountId") && estate.trustedAccounts.length > 0) {
            require(or(
                oneOf("accountId", ["all"]),
                oneOf("accountId", estate.trustedAccounts),
            ), "accountId", "It is shared with an account that is not trusted.");
        }
        if (has("organizationArn") && estate.trustedOrganisations.length > 0) {
            const trusted = is(get("organizationArn"), arn =>
                estate.trustedOrganisations.includes(
                    text(arn ?? "")
                        .split("/")
                        .at(-1) ?? "",
                ),
            );
            require(trusted, "organizationArn", "It is shared with an organisation that is not trusted.");
        }
    },
});
