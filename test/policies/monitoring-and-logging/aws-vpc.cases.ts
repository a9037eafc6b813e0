import type { Unknown } from "../../../src/policy/unknown";
import { type CaseProps, type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const vpc = of("aws:ec2/vpc:Vpc");
const subnet = of("aws:ec2/subnet:Subnet");
const flowLog = of("aws:ec2/flowLog:FlowLog");
const transitGateway = of("aws:ec2transitgateway/transitGateway:TransitGateway");

const vpnConnection = of("aws:ec2/vpnConnection:VpnConnection");
const endpoint = of("aws:ec2clientvpn/endpoint:Endpoint");
const verifiedAccess = of("aws:verifiedaccess/instanceLoggingConfiguration:InstanceLoggingConfiguration");

type Vpn = CaseProps<"aws:ec2/vpnConnection:VpnConnection">;
const tunnel = (logEnabled: boolean | Unknown): Vpn["tunnel1LogOptions"] => ({ cloudwatchLogOptions: { logEnabled, logGroupArn: UNKNOWN } });
const vpn = (first: boolean | Unknown, second: boolean | Unknown): CaseResource =>
    vpnConnection({ type: "ipsec.1", tunnel1LogOptions: tunnel(first), tunnel2LogOptions: tunnel(second) });
const accessLogs = (
    destinations: CaseProps<"aws:verifiedaccess/instanceLoggingConfiguration:InstanceLoggingConfiguration">["accessLogs"],
): CaseResource => verifiedAccess({ verifiedaccessInstanceId: "vai-1", accessLogs: destinations });

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
    "aws-vpn-connection-logging": {
        compliant: {
            "both tunnels": vpn(true, true),
            "a client endpoint": endpoint({ connectionLogOptions: { enabled: true, cloudwatchLogGroup: UNKNOWN } }),
            "one destination of Verified Access": accessLogs({ s3: { enabled: true, bucketName: "logs" }, cloudwatchLogs: { enabled: false } }),
        },
        violating: {
            "absent is off": [vpnConnection({ type: "ipsec.1", customerGatewayId: UNKNOWN }), "tunnel1LogOptions.cloudwatchLogOptions.logEnabled"],
            "one tunnel of two": [vpn(true, false), "tunnel2LogOptions.cloudwatchLogOptions.logEnabled"],
            "a client endpoint that logs nothing": [endpoint({ connectionLogOptions: { enabled: false } }), "connectionLogOptions.enabled"],
            "a client endpoint without a log group": [
                endpoint({ connectionLogOptions: { enabled: true } }),
                "connectionLogOptions.cloudwatchLogGroup",
            ],
            "Verified Access without a destination": [accessLogs({ cloudwatchLogs: { enabled: false } }), "accessLogs"],
        },
        undetermined: {
            "a tunnel that perhaps logs": [vpn(true, UNKNOWN), "tunnel2LogOptions.cloudwatchLogOptions.logEnabled"],
            "a destination that is perhaps on": [accessLogs({ s3: { enabled: UNKNOWN } }), "accessLogs"],
        },
    },
};
