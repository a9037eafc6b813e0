import { type Cases, UNKNOWN, of } from "../support/cases";

const instance = of("aws:ec2/instance:Instance");
const template = of("aws:ec2/launchTemplate:LaunchTemplate");
const configuration = of("aws:ec2/launchConfiguration:LaunchConfiguration");
const recipe = of("aws:imagebuilder/imageRecipe:ImageRecipe");
const allowed = of("aws:ec2/allowedImagesSettings:AllowedImagesSettings");
const profile = of("aws:iam/instanceProfile:InstanceProfile");
const role = of("aws:iam/role:Role");
const attachment = of("aws:iam/rolePolicyAttachment:RolePolicyAttachment");
const group = of("aws:autoscaling/group:Group");
const setting = of("aws:ssm/serviceSetting:ServiceSetting");
const quickSetup = of("aws:ssm/quicksetupConfigurationManager:QuicksetupConfigurationManager");

const ssm = (path: string) => `resolve:ssm:/aws/service/${path}`;
const image = (name: string) => `arn:aws:imagebuilder:eu-west-2:aws:image/${name}/x.x.x`;
const named = { imageProviders: ["amazon", "111122223333"], creationDateCondition: { maximumDaysSinceCreated: 90 } };

const CORE = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";
const managedRole = role({ name: "managed", managedPolicyArns: [CORE] });
const plainRole = role({ name: "plain" });
const attached = (policyArn: string | typeof UNKNOWN) => attachment({ role: "plain", policyArn });
const managedProfile = profile({ name: "managed", role: "managed" });
const plainProfile = profile({ name: "plain", role: "plain" });
const withPlain = [plainRole, plainProfile, instance({ iamInstanceProfile: "plain" })];
const unprofiled = template({ name: "web" });

export const cases: Cases = {
    "aws-ec2-ami-not-end-of-life": {
        compliant: {
            "Amazon Linux 2023 by its parameter": instance({ ami: ssm("ami-amazon-linux-latest/al2023-ami-kernel-default-arm64") }),
            "Amazon Linux 2023 by its ARN": recipe({ parentImage: image("amazon-linux-2023-arm64") }),
            Ubuntu: template({ imageId: ssm("canonical/ubuntu/server/24.04/stable/current/amd64/hvm/ebs-gp3/ami-id") }),
            Windows: instance({ ami: ssm("ami-windows-latest/Windows_Server-2022-English-Full-Base") }),
            "Ubuntu Pro in its paid term, with advice": {
                resources: [instance({ ami: ssm("canonical/ubuntu/pro-server/20.04/stable/current/amd64/hvm/ebs-gp2/ami-id") })],
                advice: true,
            },
            "Windows that ends soon, with advice": {
                resources: [instance({ ami: ssm("ami-windows-latest/Windows_Server-2016-English-Full-Base") })],
                advice: true,
            },
        },
        violating: {
            "Amazon Linux 2": [template({ imageId: ssm("ami-amazon-linux-latest/amzn2-ami-hvm-x86_64-gp2") }), "imageId"],
            "Amazon Linux 2 by its ARN": [recipe({ parentImage: image("amazon-linux-2-x86") }), "parentImage"],
            "Amazon Linux 2 for ECS": [template({ imageId: ssm("ecs/optimized-ami/amazon-linux-2/recommended/image_id") }), "imageId"],
            "Amazon Linux 1": [configuration({ imageId: ssm("ami-amazon-linux-latest/amzn-ami-hvm-x86_64-gp2") }), "imageId"],
            "Ubuntu in a paid term that the image lacks": [
                instance({ ami: ssm("canonical/ubuntu/server/20.04/stable/current/amd64/hvm/ebs-gp2/ami-id") }),
                "ami",
            ],
            "Windows 2012 R2": [instance({ ami: ssm("ami-windows-latest/Windows_Server-2012-R2_RTM-English-64Bit-Base") }), "ami"],
            "Windows older than the table": [instance({ ami: ssm("ami-windows-latest/Windows_Server-2008-R2_SP1-English-64Bit-Base") }), "ami"],
        },
        undetermined: {
            "known only after the update": [instance({ ami: UNKNOWN }), "ami"],
            "a release newer than the table": [instance({ ami: ssm("ami-windows-latest/Windows_Server-2098-English-Full-Base") }), "ami"],
        },
        notApplicable: {
            "an id": instance({ ami: "ami-0123456789abcdef0" }),
            none: template(),
            "an image of one's own": recipe({ parentImage: "arn:aws:imagebuilder:eu-west-2:111122223333:image/golden/x.x.x" }),
        },
    },
    "aws-ec2-allowed-images-enforced": {
        compliant: {
            "owners by name": allowed({ state: "enabled", imageCriterions: [named] }),
            "owners only, with advice": {
                resources: [allowed({ state: "enabled", imageCriterions: [{ imageProviders: ["amazon"] }] })],
                advice: true,
            },
        },
        violating: {
            "audit mode": [allowed({ state: "audit-mode", imageCriterions: [named] }), "state"],
            "no criterion": [allowed({ state: "enabled" }), "imageCriterions"],
            "a criterion that names no owner": {
                resources: [allowed({ state: "enabled", imageCriterions: [named, { creationDateCondition: { maximumDaysSinceCreated: 30 } }] })],
                property: "imageCriterions[1]",
            },
        },
        undetermined: {
            "a state that is not known": [allowed({ state: UNKNOWN, imageCriterions: [named] }), "state"],
            "criteria that are not known": [allowed({ state: "enabled", imageCriterions: UNKNOWN }), "imageCriterions"],
            "owners that are not known": [
                allowed({ state: "enabled", imageCriterions: [{ ...named, imageProviders: UNKNOWN }] }),
                "imageCriterions[0]",
            ],
        },
    },
    "aws-ec2-instance-managed-by-ssm": {
        compliant: {
            "a policy on the role": [managedRole, managedProfile, instance({ iamInstanceProfile: "managed" })],
            "a policy attached to the role": [...withPlain, attached(CORE)],
            "by output": [instance({ iamInstanceProfile: UNKNOWN }, { iamInstanceProfile: profile({ role: UNKNOWN }, { role: managedRole }) })],
            "by the launch template": [
                managedRole,
                managedProfile,
                template({ name: "managed", iamInstanceProfile: { name: "managed" } }),
                instance({ launchTemplate: { name: "managed" } }),
            ],
            "Default Host Management": [
                instance(),
                setting({ settingId: "arn:aws:ssm:eu-west-2:111122223333:servicesetting/ssm/managed-instance/default-ec2-instance-management-role" }),
            ],
            "Quick Setup": [instance(), quickSetup({ configurationDefinition: { type: "AWSQuickSetupType-SSMHostMgmt" } })],
        },
        violating: {
            "no profile": [instance(), "iamInstanceProfile"],
            "a role without the policy": [withPlain, "iamInstanceProfile"],
            "another policy": [[...withPlain, attached("arn:aws:iam::aws:policy/ReadOnlyAccess")], "iamInstanceProfile"],
            "a template without a profile, and a group": [[unprofiled, group({ launchTemplate: { name: "web" } })], "iamInstanceProfile"],
            "a template without a profile, and an instance": [[unprofiled, instance({ launchTemplate: { name: "web" } })], "iamInstanceProfile"],
        },
        undetermined: {
            "a profile of another stack": [instance({ iamInstanceProfile: "shared" }), "iamInstanceProfile"],
            "a policy that is not known": [[...withPlain, attached(UNKNOWN)], "iamInstanceProfile"],
            "a role of another stack": [[plainProfile, instance({ iamInstanceProfile: "plain" })], "iamInstanceProfile"],
            "a group whose template is not known": [[unprofiled, group({ launchTemplate: { id: UNKNOWN } })], "iamInstanceProfile"],
        },
        notApplicable: { "a template without a profile, which EKS or an instance fills": unprofiled },
    },
};
