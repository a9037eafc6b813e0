import { type Cases, UNKNOWN, of } from "../support/cases";

const vpc = of("aws:ec2/vpc:Vpc");
const subnet = of("aws:ec2/subnet:Subnet");
const flowLog = of("aws:ec2/flowLog:FlowLog");
const transitGateway = of("aws:ec2transitgateway/transitGateway:TransitGateway");

const network = vpc({ cidrBlock: "10.0.0.0/16" });
const gateway = transitGateway();
const first = subnet({ vpcId: UNKNOWN, cidrBlock: "10.0.1.0/24" }, { vpcId: network });
const second = subnet({ vpcId: UNKNOWN, cidrBlock: "10.0.2.0/24" }, { vpcId: network });

export const cases: Cases = {
    "aws-vpc-flow-logs-enabled": {
        compliant: {
            "a log of all traffic": [network, flowLog({ vpcId: UNKNOWN, trafficType: "ALL" }, { vpcId: network })],
            "the default interval said outright": [
                network,
                flowLog({ vpcId: UNKNOWN, trafficType: "ALL", maxAggregationInterval: 600 }, { vpcId: network }),
            ],
            "refused traffic, where that is enough": {
                resources: [network, flowLog({ vpcId: UNKNOWN, trafficType: "REJECT" }, { vpcId: network })],
                settings: { trafficType: "REJECT" },
            },
            "a log of each subnet": [
                network,
                flowLog({ subnetId: UNKNOWN, trafficType: "ALL" }, { subnetId: first }),
                flowLog({ subnetId: UNKNOWN, trafficType: "ALL" }, { subnetId: second }),
            ],
            "a transit gateway with a log": flowLog({ transitGatewayId: UNKNOWN, maxAggregationInterval: 60 }, { transitGatewayId: gateway }),
            "a transit gateway without one": { resources: [gateway], advice: true },
        },
        violating: {
            "no log": [network, ""],
            "refused traffic only": [[network, flowLog({ vpcId: UNKNOWN, trafficType: "REJECT" }, { vpcId: network })], ""],
            "another VPC's log": [[network, flowLog({ vpcId: UNKNOWN, trafficType: "ALL" }, { vpcId: vpc({}, {}, "logged") })], ""],
            "a log of one subnet of two": [[network, second, flowLog({ subnetId: UNKNOWN, trafficType: "ALL" }, { subnetId: first })], ""],
            "a longer interval than is asked for": {
                resources: [network, flowLog({ vpcId: UNKNOWN, trafficType: "ALL" }, { vpcId: network })],
                settings: { maxAggregationSeconds: 60 },
                property: "",
            },
        },
        undetermined: {
            "traffic that is not known": [[network, flowLog({ vpcId: UNKNOWN, trafficType: UNKNOWN }, { vpcId: network })], ""],
            "a log whose VPC is not known": [[network, flowLog({ vpcId: UNKNOWN, trafficType: "ALL" })], ""],
        },
    },
};
