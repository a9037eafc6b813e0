import { type Cases, UNKNOWN, of } from "../support/cases";

const eip = of("aws:ec2/eip:Eip");
const volumeOf = of("aws:ebs/volume:Volume");
const instance = of("aws:ec2/instance:Instance");
const attachment = of("aws:ec2/volumeAttachment:VolumeAttachment");
const association = of("aws:ec2/eipAssociation:EipAssociation");
const nat = of("aws:ec2/natGateway:NatGateway");
const loadBalancer = of("aws:lb/loadBalancer:LoadBalancer");

const address = eip({ domain: "vpc" });
const volume = volumeOf({ availabilityZone: "eu-west-2a", size: 20 });
const machine = { ami: "ami-1", instanceType: "m7g.large" };

export const cases: Cases = {
    "aws-resource-capacity-and-hygiene": {
        compliant: {
            "an address of a machine": eip({ instance: UNKNOWN }),
            "an address of an interface": eip({ networkInterface: "eni-1" }),
            "an address with an association": [address, association({ allocationId: UNKNOWN, instanceId: "i-1" }, { allocationId: address })],
            "an address of a NAT gateway": [address, nat({ subnetId: "subnet-1", allocationId: UNKNOWN }, { allocationId: address })],
            "an address of a load balancer": [
                address,
                loadBalancer({ subnetMappings: [{ subnetId: "subnet-1", allocationId: UNKNOWN }] }, { subnetMappings: address }),
            ],
            "a volume that is attached": [volume, attachment({ volumeId: UNKNOWN, instanceId: "i-1", deviceName: "/dev/sdf" }, { volumeId: volume })],
            "a machine as by default": instance(machine),
            "a root volume that goes with it": instance({ ...machine, rootBlockDevice: { deleteOnTermination: true } }),
            "an older type, optimised": instance({ ...machine, instanceType: "m3.xlarge", ebsOptimized: true }),
            "no choice, though said to be off": instance({ ...machine, ebsOptimized: false }),
            "a type of a launch template's": instance({ launchTemplate: { id: "lt-1" } }),
        },
        violating: {
            "an address of nothing": [address, ""],
            "an address beside another's association": [[address, association({ allocationId: "eipalloc-1", instanceId: "i-1" })], ""],
            "a volume of nothing": [volume, ""],
            "a root volume that stays": [
                instance({ ...machine, rootBlockDevice: { deleteOnTermination: false } }),
                "rootBlockDevice.deleteOnTermination",
            ],
            "an older type, as by default": [instance({ ...machine, instanceType: "r3.2xlarge" }), "ebsOptimized"],
            "an older type, said to be off": [instance({ ...machine, instanceType: "c3.xlarge", ebsOptimized: false }), "ebsOptimized"],
        },
        undetermined: {
            "an association that is not known": [[address, association({ allocationId: UNKNOWN, instanceId: "i-1" })], ""],
            "an attachment that is not known": [[volume, attachment({ volumeId: UNKNOWN, instanceId: "i-1", deviceName: "/dev/sdf" })], ""],
            "whether the root volume stays": [
                instance({ ...machine, rootBlockDevice: { deleteOnTermination: UNKNOWN } }),
                "rootBlockDevice.deleteOnTermination",
            ],
            "a type that is not known": [instance({ ami: "ami-1", instanceType: UNKNOWN }), "ebsOptimized"],
        },
    },
};
