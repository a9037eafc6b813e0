import { type Cases, UNKNOWN, of } from "../support/cases";

const instance = of("aws:ec2/instance:Instance");
const lambda = of("aws:lambda/function:Function");
const notebook = of("aws:sagemaker/notebookInstance:NotebookInstance");
const domain = of("aws:sagemaker/domain:Domain");
const model = of("aws:sagemaker/model:Model");
const project = of("aws:codebuild/project:Project");
const environment = of("aws:elasticbeanstalk/environment:Environment");

const all = {
    enforcedTypes: ["lambda/function", "sagemaker/model", "codebuild/project", "elasticbeanstalk/environment"],
};
const ROLE = "arn:aws:iam::111122223333:role/app";
const code = { role: ROLE, handler: "index.handler", runtime: "nodejs22.x" };
const studio = { domainName: "studio", authMode: "IAM", vpcId: "vpc-1", defaultUserSettings: { executionRole: ROLE } };
const vpcId = { namespace: "aws:ec2:vpc", name: "VPCId" };

export const cases: Cases = {
    "aws-compute-explicit-vpc-subnet": {
        compliant: {
            "a machine with a subnet": instance({ ami: "ami-1", subnetId: "subnet-1" }),
            "a subnet that is made in the same update": instance({ ami: "ami-1", subnetId: UNKNOWN }),
            "a machine with an interface of its own": instance({ ami: "ami-1", primaryNetworkInterface: { networkInterfaceId: UNKNOWN } }),
            "a notebook": notebook({ instanceType: "ml.t3.medium", roleArn: ROLE, subnetId: "subnet-1" }),
            "a domain": domain({ ...studio, subnetIds: [UNKNOWN], appNetworkAccessType: "VpcOnly" }),
            "a function, where it is asked": {
                resources: [lambda({ ...code, vpcConfig: { subnetIds: UNKNOWN, securityGroupIds: [] } })],
                settings: all,
            },
            "a model, where it is asked": {
                resources: [model({ executionRoleArn: ROLE, vpcConfig: { subnets: ["subnet-1"], securityGroupIds: [] } })],
                settings: all,
            },
            "an environment, where it is asked": {
                resources: [environment({ application: "a", settings: [{ ...vpcId, value: UNKNOWN }] })],
                settings: all,
            },
        },
        violating: {
            "a machine without one": [instance({ ami: "ami-1" }), "subnetId"],
            "a notebook without one": [notebook({ instanceType: "ml.t3.medium", roleArn: ROLE }), "subnetId"],
            "a domain that reaches the internet by itself, as by default": [domain({ ...studio, subnetIds: ["subnet-1"] }), "appNetworkAccessType"],
            "a domain that says so": [
                domain({ ...studio, subnetIds: ["subnet-1"], appNetworkAccessType: "PublicInternetOnly" }),
                "appNetworkAccessType",
            ],
            "a function, where it is asked": { resources: [lambda(code)], settings: all, property: "vpcConfig.subnetIds" },
            "a function taken out of its VPC": {
                resources: [lambda({ ...code, vpcConfig: { subnetIds: [], securityGroupIds: [] } })],
                settings: all,
                property: "vpcConfig.subnetIds",
            },
            "a build, where it is asked": {
                resources: [
                    project({
                        serviceRole: ROLE,
                        artifacts: { type: "NO_ARTIFACTS" },
                        source: { type: "NO_SOURCE" },
                        environment: { computeType: "BUILD_GENERAL1_SMALL", image: "aws/codebuild/standard:7.0", type: "LINUX_CONTAINER" },
                    }),
                ],
                settings: all,
                property: "vpcConfig.subnets",
            },
            "an environment, where it is asked": {
                resources: [environment({ application: "a", settings: [{ namespace: "aws:ec2:vpc", name: "Subnets", value: "subnet-1" }] })],
                settings: all,
                property: "settings",
            },
        },
        undetermined: {
            "a machine whose launch template may name one": [instance({ launchTemplate: { id: "lt-1" } }), "subnetId"],
            "a domain's way out that is not known": [
                domain({ ...studio, subnetIds: ["subnet-1"], appNetworkAccessType: UNKNOWN }),
                "appNetworkAccessType",
            ],
            "settings that are not known": {
                resources: [environment({ application: "a", settings: UNKNOWN })],
                settings: all,
                property: "settings",
            },
        },
        notApplicable: {
            "a function, as by default": lambda(code),
            "a build, as by default": project({
                serviceRole: ROLE,
                artifacts: { type: "NO_ARTIFACTS" },
                source: { type: "NO_SOURCE" },
                environment: { computeType: "BUILD_GENERAL1_SMALL", image: "aws/codebuild/standard:7.0", type: "LINUX_CONTAINER" },
            }),
        },
    },
};
