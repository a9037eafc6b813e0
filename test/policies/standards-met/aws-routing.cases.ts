import { type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const vpc = of("aws:ec2/vpc:Vpc");
const gateway = of("aws:ec2/internetGateway:InternetGateway");
const vpnGateway = of("aws:ec2/vpnGateway:VpnGateway");
const attachment = of("aws:ec2/internetGatewayAttachment:InternetGatewayAttachment");
const subnet = of("aws:ec2/subnet:Subnet");
const routeOf = of("aws:ec2/route:Route");
const tableOf = of("aws:ec2/routeTable:RouteTable");
const defaultTable = of("aws:ec2/defaultRouteTable:DefaultRouteTable");
const association = of("aws:ec2/routeTableAssociation:RouteTableAssociation");
const mainAssociation = of("aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation");

const cidrBlock = "10.0.0.0/16";
const open = vpc({ cidrBlock, tags: { exposure: "public" } });
const inner = vpc({ cidrBlock });
const internal = vpc({ cidrBlock, tags: { exposure: "internal" } });
const untold = vpc({ cidrBlock, tags: UNKNOWN });
const igw = gateway({}, {}, "igw");
const vgw = vpnGateway({}, {}, "vgw");
const outside = subnet({ vpcId: UNKNOWN, tags: { exposure: "Public" } }, {}, "outside");
const inside = subnet({ vpcId: UNKNOWN }, {}, "inside");
const table = tableOf({ vpcId: UNKNOWN });
const toInternet = tableOf({ vpcId: UNKNOWN, routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: UNKNOWN }] }, { routes: igw });
const through = (to: CaseResource, own: CaseResource = table): CaseResource =>
    routeOf({ routeTableId: UNKNOWN, destinationCidrBlock: "0.0.0.0/0", gatewayId: UNKNOWN }, { routeTableId: own, gatewayId: to });
const serves = (own: CaseResource, ...subnets: readonly CaseResource[]): readonly CaseResource[] => [
    own,
    ...subnets,
    ...subnets.map((one, i) =>
        association({ routeTableId: UNKNOWN, subnetId: UNKNOWN }, { routeTableId: own, subnetId: one }, `association-${String(i)}`),
    ),
];

export const cases: Cases = {
    "aws-internet-gateway-authorised-vpcs": {
        compliant: {
            "a VPC that its tag calls public": [open, gateway({ vpcId: UNKNOWN }, { vpcId: open })],
            "an attachment to one": [open, attachment({ internetGatewayId: "igw-1", vpcId: UNKNOWN }, { vpcId: open })],
            "a VPC that is listed": { resources: [gateway({ vpcId: "vpc-1" })], settings: { authorisedVpcIds: ["vpc-1"] } },
        },
        violating: {
            "a VPC without the tag": [[inner, gateway({ vpcId: UNKNOWN }, { vpcId: inner })], "vpcId"],
            "an attachment to one": [[inner, attachment({ internetGatewayId: "igw-1", vpcId: UNKNOWN }, { vpcId: inner })], "vpcId"],
            "the tag says otherwise": [[internal, gateway({ vpcId: UNKNOWN }, { vpcId: internal })], "vpcId"],
        },
        undetermined: {
            "another stack's VPC": [gateway({ vpcId: "vpc-1" }), "vpcId"],
            "a VPC that is not known": [gateway({ vpcId: UNKNOWN }), "vpcId"],
            "tags that are not known": [[untold, gateway({ vpcId: UNKNOWN }, { vpcId: untold })], "vpcId"],
        },
        notApplicable: { "a gateway that is attached to nothing": gateway() },
    },
    "aws-route-to-internet-only-from-public-subnets": {
        compliant: {
            "a route of public subnets": [igw, through(igw), ...serves(table, outside)],
            "a table that holds its routes": [igw, ...serves(toInternet, outside)],
            "a table of no subnet": [igw, toInternet],
            "a route through a NAT gateway": [
                ...serves(table, inside),
                routeOf({ routeTableId: UNKNOWN, destinationCidrBlock: "0.0.0.0/0", natGatewayId: UNKNOWN }, { routeTableId: table }),
            ],
            "a route to a VPN": [vgw, through(vgw), ...serves(table, inside)],
            "a route to a narrow range": [
                ...serves(table, inside),
                routeOf({ routeTableId: UNKNOWN, destinationCidrBlock: "198.51.100.0/24", gatewayId: "igw-1" }, { routeTableId: table }),
            ],
            "a main table without such a route": defaultTable({ defaultRouteTableId: "rtb-1", routes: [] }),
        },
        violating: {
            "a route of a private subnet": [[igw, through(igw), ...serves(table, inside)], "gatewayId"],
            "a route of public and private ones": [[igw, through(igw), ...serves(table, outside, inside)], "gatewayId"],
            "IPv6, by a literal": [
                [
                    ...serves(table, inside),
                    routeOf({ routeTableId: UNKNOWN, destinationIpv6CidrBlock: "::/0", gatewayId: "igw-1" }, { routeTableId: table }),
                ],
                "gatewayId",
            ],
            "a table that holds its routes": [[igw, ...serves(toInternet, inside)], "routes[0]"],
            "half of the internet": [
                [
                    ...serves(table, inside),
                    routeOf({ routeTableId: UNKNOWN, destinationCidrBlock: "0.0.0.0/1", gatewayId: "igw-1" }, { routeTableId: table }),
                ],
                "gatewayId",
            ],
            "the default table": [
                defaultTable({ defaultRouteTableId: "rtb-1", routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "igw-1" }] }),
                "routes[0]",
            ],
            "a table that is made the main one": [
                [igw, ...serves(toInternet, outside), mainAssociation({ vpcId: "vpc-1", routeTableId: UNKNOWN }, { routeTableId: toInternet })],
                "routes[0]",
            ],
        },
        undetermined: {
            "another stack's table": [routeOf({ routeTableId: "rtb-1", destinationCidrBlock: "0.0.0.0/0", gatewayId: "igw-1" }), "gatewayId"],
            "another stack's subnet": [
                [igw, through(igw), table, association({ routeTableId: UNKNOWN, subnetId: "subnet-1" }, { routeTableId: table })],
                "gatewayId",
            ],
            "a gateway that is not known": [
                [
                    ...serves(table, inside),
                    routeOf({ routeTableId: UNKNOWN, destinationCidrBlock: "0.0.0.0/0", gatewayId: UNKNOWN }, { routeTableId: table }),
                ],
                "gatewayId",
            ],
            "a destination that is not known": [
                [
                    igw,
                    ...serves(table, inside),
                    routeOf({ routeTableId: UNKNOWN, destinationCidrBlock: UNKNOWN, gatewayId: UNKNOWN }, { routeTableId: table, gatewayId: igw }),
                ],
                "gatewayId",
            ],
            "tags that are not known": [[igw, through(igw), ...serves(table, subnet({ vpcId: UNKNOWN, tags: UNKNOWN }, {}, "hidden"))], "gatewayId"],
        },
    },
};
