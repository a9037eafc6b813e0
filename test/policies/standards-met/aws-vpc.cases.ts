import { type Cases, UNKNOWN, of } from "../support/cases";

const subnet = of("aws:ec2/subnet:Subnet");

export const cases: Cases = {
    "aws-subnet-no-auto-public-ip": {
        compliant: { "none where left out": subnet({ cidrBlock: "10.0.0.0/24" }), "said outright": subnet({ mapPublicIpOnLaunch: false }) },
        violating: {
            "public addresses": [subnet({ mapPublicIpOnLaunch: true }), "mapPublicIpOnLaunch"],
            "public IPv6 addresses": [subnet({ assignIpv6AddressOnCreation: true }), "assignIpv6AddressOnCreation"],
        },
        undetermined: {
            "known only after the update": [subnet({ mapPublicIpOnLaunch: UNKNOWN }), "mapPublicIpOnLaunch"],
            "perhaps public, by a tag that is not known": [subnet({ mapPublicIpOnLaunch: true, tags: UNKNOWN }), "mapPublicIpOnLaunch"],
        },
        notApplicable: { "a public subnet": subnet({ mapPublicIpOnLaunch: true, tags: { exposure: "public" } }) },
    },
};
