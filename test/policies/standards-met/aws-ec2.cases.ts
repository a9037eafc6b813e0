import { type Cases, UNKNOWN, of } from "../support/cases";

const instance = of("aws:ec2/instance:Instance");
const template = of("aws:ec2/launchTemplate:LaunchTemplate");
const configuration = of("aws:ec2/launchConfiguration:LaunchConfiguration");
const service = of("aws:ecs/service:Service");
const emr = of("aws:emr/cluster:Cluster");
const defaults = of("aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults");
const notebook = of("aws:sagemaker/notebookInstance:NotebookInstance");
const imageBuilder = of("aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration");
const image = of("aws:ec2/ami:Ami");

const strict = { settings: { requireExplicitFalse: true } };
const required = { metadataOptions: { httpTokens: "required" } };
const tokens = template({ name: "tokens", ...required });
const silent = template({ name: "silent" });

export const cases: Cases = {
    "aws-compute-no-public-ip": {
        compliant: {
            "left to the subnet": instance({ ami: "ami-1" }),
            "said outright": instance({ associatePublicIpAddress: false }),
            "a template, in which the flag is text": template({ networkInterfaces: [{ associatePublicIpAddress: "false" }] }),
            "a task without one": service({ networkConfiguration: { subnets: UNKNOWN } }),
            "EMR in a subnet": emr({ ec2Attributes: { instanceProfile: "p", subnetId: UNKNOWN } }),
        },
        violating: {
            "an instance": [instance({ associatePublicIpAddress: true }), "associatePublicIpAddress"],
            "the text 'true' in a template": [
                template({ networkInterfaces: [{ associatePublicIpAddress: "false" }, { associatePublicIpAddress: "true" }] }),
                "networkInterfaces[1].associatePublicIpAddress",
            ],
            "a task": [service({ networkConfiguration: { assignPublicIp: true, subnets: UNKNOWN } }), "networkConfiguration.assignPublicIp"],
            "EMR in a default subnet": [emr({ ec2Attributes: { instanceProfile: "p" } }), "ec2Attributes.subnetId"],
            "left to the subnet, where that is not enough": {
                resources: [instance({ ami: "ami-1" })],
                property: "associatePublicIpAddress",
                ...strict,
            },
            "a template's interface that leaves it open, where that is not enough": {
                resources: [template({ networkInterfaces: [{ deviceIndex: 0 }] })],
                property: "networkInterfaces[0].associatePublicIpAddress",
                ...strict,
            },
        },
        undetermined: {
            "known only after the update": [instance({ associatePublicIpAddress: UNKNOWN }), "associatePublicIpAddress"],
            "interfaces that are not known": [template({ networkInterfaces: UNKNOWN }), "networkInterfaces"],
        },
    },
    "aws-ec2-imdsv2-required": {
        compliant: {
            "tokens required": instance(required),
            "the service switched off": instance({ metadataOptions: { httpEndpoint: "disabled" } }),
            "by the template of this stack": [tokens, instance({ launchTemplate: { id: UNKNOWN } }, { launchTemplate: tokens })],
            "by the account's defaults": [instance({ ami: "ami-1" }), defaults({ httpTokens: "required" })],
            "a hop for containers": template({ metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 2 } }),
            "a notebook": notebook({ instanceMetadataServiceConfiguration: { minimumInstanceMetadataServiceVersion: "2" } }),
            "an image": image({ imdsSupport: "v2.0" }),
            "an image pipeline": imageBuilder({ instanceMetadataOptions: { httpTokens: "required" } }),
        },
        violating: {
            "left out on an instance": [instance({ ami: "ami-1" }), "metadataOptions.httpTokens"],
            "said to be optional": [template({ metadataOptions: { httpTokens: "optional" } }), "metadataOptions.httpTokens"],
            "left out on a launch configuration": [configuration({ imageId: "ami-1" }), "metadataOptions.httpTokens"],
            "a template of this stack that says nothing": [
                [silent, instance({ launchTemplate: { id: UNKNOWN } }, { launchTemplate: silent })],
                "metadataOptions.httpTokens",
            ],
            "the account's defaults without it": [defaults({ httpPutResponseHopLimit: 1 }), "httpTokens"],
            "too many hops": [
                instance({ metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 3 } }),
                "metadataOptions.httpPutResponseHopLimit",
            ],
            "a notebook": [notebook({ instanceType: "ml.t3.medium" }), "instanceMetadataServiceConfiguration.minimumInstanceMetadataServiceVersion"],
            "an image": [image({ name: "base" }), "imdsSupport"],
            "an image pipeline": [imageBuilder({ instanceProfileName: "p" }), "instanceMetadataOptions.httpTokens"],
        },
        undetermined: {
            "known only after the update": [instance({ metadataOptions: { httpTokens: UNKNOWN } }), "metadataOptions.httpTokens"],
            "a template from elsewhere": [instance({ launchTemplate: { id: "lt-1" } }), "metadataOptions.httpTokens"],
            "defaults of another region": [
                [instance({ ami: "ami-1" }), defaults({ httpTokens: "required", region: "eu-west-1" })],
                "metadataOptions.httpTokens",
            ],
        },
    },
    "aws-ec2-instance-profile-attached": {
        compliant: {
            "a role and no key": instance({ iamInstanceProfile: UNKNOWN }),
            "a template without a role": template({ name: "nodes" }),
            "a key pair, where they are accepted": {
                resources: [instance({ iamInstanceProfile: "app", keyName: "ops" })],
                settings: { allowKeyPairs: true },
            },
        },
        violating: {
            "no role": [instance({ ami: "ami-1" }), "iamInstanceProfile"],
            "a key pair": [template({ keyName: "ops" }), "keyName"],
            "a launch configuration without a role": [configuration({ imageId: "ami-1" }), "iamInstanceProfile"],
        },
        undetermined: {
            "a key pair that is not known": [instance({ iamInstanceProfile: "app", keyName: UNKNOWN }), "keyName"],
            "a launch template, which may name the role": [instance({ launchTemplate: { id: UNKNOWN } }), "iamInstanceProfile"],
        },
    },
};
