import { type Cases, UNKNOWN, of } from "../support/cases";

const volume = of("aws:ebs/volume:Volume");
const snapshotCopy = of("aws:ebs/snapshotCopy:SnapshotCopy");
const image = of("aws:ec2/ami:Ami");
const imageCopy = of("aws:ec2/amiCopy:AmiCopy");
const instance = of("aws:ec2/instance:Instance");
const template = of("aws:ec2/launchTemplate:LaunchTemplate");
const configuration = of("aws:ec2/launchConfiguration:LaunchConfiguration");
const service = of("aws:ecs/service:Service");
const byDefault = of("aws:ebs/encryptionByDefault:EncryptionByDefault");
const defaultKey = of("aws:ebs/defaultKmsKey:DefaultKmsKey");
const snapshotBlock = of("aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess");
const imageBlock = of("aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess");
const volumePermission = of("aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission");
const launchPermission = of("aws:ec2/amiLaunchPermission:AmiLaunchPermission");

const trusting = { estate: { trustedAccounts: ["111122223333"], trustedOrganisations: ["o-abcdefghij"] } };

export const cases: Cases = {
    "aws-block-storage-encrypted": {
        compliant: {
            "an encrypted volume": volume({ availabilityZone: "eu-west-2a", encrypted: true }),
            "an instance whose devices are encrypted": instance({
                rootBlockDevice: { encrypted: true },
                ebsBlockDevices: [{ deviceName: "/dev/sdf", encrypted: true }],
            }),
            "a template, in which the flag is text": template({ blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true" } }] }),
            "a template that takes a device away": template({ blockDeviceMappings: [{ deviceName: "/dev/sdb", noDevice: "true" }] }),
            "a service's volume, encrypted where the flag is left out": service({
                volumeConfiguration: { name: "data", managedEbsVolume: { roleArn: UNKNOWN, sizeInGb: 10 } },
            }),
            "an instance where new volumes are encrypted by default": [instance({ ami: "ami-1" }), byDefault()],
            "an image without devices of its own": image({ name: "base" }),
        },
        violating: {
            "a volume without the flag": [volume({ availabilityZone: "eu-west-2a" }), "encrypted"],
            "the same said outright": [volume({ availabilityZone: "eu-west-2a", encrypted: false }), "encrypted"],
            "an instance's root volume without a block": [instance({ ami: "ami-1" }), "rootBlockDevice.encrypted"],
            "a second volume": [
                instance({ rootBlockDevice: { encrypted: true }, ebsBlockDevices: [{ deviceName: "/dev/sdf" }] }),
                "ebsBlockDevices[0].encrypted",
            ],
            "the text 'false' in a template": [
                template({ blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "false" } }] }),
                "blockDeviceMappings[0].ebs.encrypted",
            ],
            "a launch configuration": [configuration({ imageId: "ami-1", instanceType: "t3.small" }), "rootBlockDevice.encrypted"],
            "a copy of a snapshot": [snapshotCopy({ sourceRegion: "eu-west-1", sourceSnapshotId: "snap-1" }), "encrypted"],
            "a copy of an image": [imageCopy({ sourceAmiId: "ami-1", sourceAmiRegion: "eu-west-1" }), "encrypted"],
            "the default switched off": [[volume({ availabilityZone: "eu-west-2a" }), byDefault({ enabled: false })], "encrypted"],
            "a service's volume said to be plain": [
                service({ volumeConfiguration: { name: "data", managedEbsVolume: { roleArn: UNKNOWN, encrypted: false } } }),
                "volumeConfiguration.managedEbsVolume.encrypted",
            ],
        },
        undetermined: {
            "a flag that is not known": [volume({ availabilityZone: "eu-west-2a", encrypted: UNKNOWN }), "encrypted"],
            "a volume of a snapshot": [volume({ availabilityZone: "eu-west-2a", snapshotId: "snap-1" }), "encrypted"],
            "an instance that takes its devices from a template": [instance({ launchTemplate: { id: UNKNOWN } }), "rootBlockDevice.encrypted"],
            "a template that leaves the root volume to the image": [template({ imageId: "ami-1" }), "blockDeviceMappings"],
            "mappings that are not known": [template({ blockDeviceMappings: UNKNOWN }), "blockDeviceMappings.ebs.encrypted"],
            "a default of another region": [[volume({ availabilityZone: "eu-west-2a" }), byDefault({ region: "eu-west-1" })], "encrypted"],
            "a default that is not known": [[volume({ availabilityZone: "eu-west-2a" }), byDefault({ enabled: UNKNOWN })], "encrypted"],
        },
    },
    "aws-ebs-encryption-by-default": {
        compliant: {
            "on where left out": byDefault(),
            "said to be on": byDefault({ enabled: true }),
            "a key of one's own": defaultKey({ keyArn: "arn:aws:kms:eu-west-2:111122223333:key/1234abcd" }),
            "a key that is made in the same update": defaultKey({ keyArn: UNKNOWN }),
        },
        violating: {
            "switched off": [byDefault({ enabled: false }), "enabled"],
            "AWS's own key": [defaultKey({ keyArn: "arn:aws:kms:eu-west-2:111122223333:alias/aws/ebs" }), "keyArn"],
        },
        undetermined: { "known only after the update": [byDefault({ enabled: UNKNOWN }), "enabled"] },
    },
    "aws-ebs-snapshots-not-shared-publicly": {
        compliant: {
            "all sharing blocked": snapshotBlock({ state: "block-all-sharing" }),
            "new sharing blocked": snapshotBlock({ state: "block-new-sharing" }),
            "images not shared": imageBlock({ state: "block-new-sharing" }),
            "a named account, while no accounts are listed": volumePermission({ accountId: "444455556666", snapshotId: "snap-1" }),
            "a trusted account": { resources: [launchPermission({ accountId: "111122223333", imageId: "ami-1" })], ...trusting },
            "a trusted organisation": {
                resources: [launchPermission({ organizationArn: "arn:aws:organizations::111122223333:organization/o-abcdefghij", imageId: "ami-1" })],
                ...trusting,
            },
        },
        violating: {
            unblocked: [snapshotBlock({ state: "unblocked" }), "state"],
            "new sharing only, where all is asked": {
                resources: [snapshotBlock({ state: "block-new-sharing" })],
                settings: { allowBlockNewSharing: false },
                property: "state",
            },
            "images unblocked": [imageBlock({ state: "unblocked" }), "state"],
            "an image for everyone": [launchPermission({ group: "all", imageId: "ami-1" }), "group"],
            "a snapshot for everyone": [volumePermission({ accountId: "all", snapshotId: "snap-1" }), "accountId"],
            "an account that is not trusted": {
                resources: [launchPermission({ accountId: "444455556666", imageId: "ami-1" })],
                property: "accountId",
                ...trusting,
            },
            "an organisation that is not trusted": {
                resources: [launchPermission({ organizationArn: "arn:aws:organizations::444455556666:organization/o-other12345", imageId: "ami-1" })],
                property: "organizationArn",
                ...trusting,
            },
        },
        undetermined: {
            "a state that is not known": [snapshotBlock({ state: UNKNOWN }), "state"],
            "a group that is not known": [launchPermission({ group: UNKNOWN, imageId: "ami-1" }), "group"],
            "an account that is not known": {
                resources: [launchPermission({ accountId: UNKNOWN, imageId: "ami-1" })],
                property: "accountId",
                ...trusting,
            },
        },
    },
};
