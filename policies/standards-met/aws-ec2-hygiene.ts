import type { StackCheck } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import { type Answer, is, not, or } from "../../src/policy/unknown";
import { isFilled, text } from "../../src/policy/values";

const ADDRESS = "aws:ec2/eip:Eip";
const VOLUME = "aws:ebs/volume:Volume";
const INSTANCE = "aws:ec2/instance:Instance";
const VOLUME_ATTACHMENT = "aws:ec2/volumeAttachment:VolumeAttachment";

/** What takes an Elastic IP, and where it names it. */
const TAKERS = {
    "aws:ec2/eipAssociation:EipAssociation": ["allocationId", "publicIp"],
    "aws:ec2/natGateway:NatGateway": ["allocationId", "secondaryAllocationIds", "availabilityZoneAddresses[].allocationIds"],
    "aws:lb/loadBalancer:LoadBalancer": ["subnetMappings[].allocationId"],
    "aws:transfer/server:Server": ["endpointDetails.addressAllocationIds"],
    "aws:globalaccelerator/endpointGroup:EndpointGroup": ["endpointConfigurations[].endpointId"],
    "aws:redshift/cluster:Cluster": ["elasticIp"],
} as const;
const TAKER_TYPES = Object.keys(TAKERS) as (keyof typeof TAKERS)[];

/** Types for which the bandwidth to EBS is a choice; later ones always have it. Source: docs.aws.amazon.com/AWSEC2/latest/UserGuide/ebs-optimized.html. */
const BY_CHOICE = /^(c1\.xlarge|c3\.([24]?xlarge)|g2\.2xlarge|i2\.([24]?xlarge)|m1\.(large|xlarge)|m2\.[24]xlarge|m3\.2?xlarge|r3\.([24]?xlarge))$/i;

/** Is the address taken by something of this stack? */
function isTaken({ graph, resource }: StackCheck): Answer {
    const takes = (type: keyof typeof TAKERS): Answer => linkedSatisfies(graph.into(resource, type, TAKERS[type]), () => true);
    return or(isFilled(resource.props, "instance"), isFilled(resource.props, "networkInterface"), ...TAKER_TYPES.map(takes));
}

export const capacityAndHygiene = stackPolicy({
    name: "aws-resource-capacity-and-hygiene",
    title: "Addresses and volumes are in use, and go with the machines that they were made for",
    commitment: "standards-met",
    topic: "secure-configuration",
    strength: "supporting",
    severity: "low",
    evidence: "supporting",
    since: "1.0",
    on: [ADDRESS, VOLUME, INSTANCE],
    reads: [VOLUME_ATTACHMENT, ...TAKER_TYPES],
    why: "A volume that is left behind holds records that nobody looks after, and an address without a machine is trusted by others all the same.",
    fix: "Attach the address or volume or take it out, leave rootBlockDevice.deleteOnTermination on, and set ebsOptimized where it is a choice.",
    references: [
        "aws-config:eip-attached",
        "aws-config:ec2-volume-inuse-check",
        "aws-config:ebs-optimized-instance",
        "checkov:CKV_AWS_135",
        "checkov:CKV2_AWS_19",
        "fsbp:EC2.12",
    ],
    checkResource(c) {
        const { type, graph, resource, get, on, require } = c;
        if (type === ADDRESS) require(isTaken(c), "", "The address is bound to nothing.");
        else if (type === VOLUME) {
            const attached = linkedSatisfies(graph.into(resource, VOLUME_ATTACHMENT, "volumeId"), () => true);
            require(attached, "", "The volume is attached to nothing.");
        } else {
            const root = "rootBlockDevice.deleteOnTermination";
            require(on(root, true), root, "The root volume stays behind when the instance ends.");
            // A type that is left out is the launch template's, which may set the switch too.
            const byChoice = is(get("instanceType"), one => one !== undefined && BY_CHOICE.test(text(one)));
            require(or(not(byChoice), on("ebsOptimized", false)), "ebsOptimized", "The instance has no bandwidth of its own to its volumes.");
        }
    },
});
