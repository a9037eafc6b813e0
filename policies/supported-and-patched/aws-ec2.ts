import { type Product, lifecycle } from "../../src/charter/lifecycles";
import { asNumber } from "../../src/policy/check";
import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { type Graph, linkedSatisfies } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import { type Answer, UNKNOWN, is, isUnknown, or, some } from "../../src/policy/unknown";
import { list, read, text } from "../../src/policy/values";
import { judgeLifecycle } from "../shared/lifecycle";

/** A name that an image's path, ARN or name holds, and the release that it means. */
interface ImageFamily {
    readonly pattern: RegExp;
    readonly product: Product;
    readonly label: string;
    readonly cycle: (match: readonly string[]) => string;
    /** Whether the vendor's paid term comes with the image itself. */
    readonly paidTerm?: boolean;
}

const first = (match: readonly string[]): string => match[1] ?? "";

/** How AWS, Canonical, Debian and Red Hat name their images, SSM parameters and Image Builder ARNs. */
const FAMILIES: readonly ImageFamily[] = [
    { pattern: /amzn-ami-/, product: "amazon-linux", label: "Amazon Linux", cycle: () => "1" },
    { pattern: /amzn2-ami-|[/:]amazon-linux-2(?!\d)/, product: "amazon-linux", label: "Amazon Linux", cycle: () => "2" },
    { pattern: /al2023-ami-|[/:]amazon-linux-2023(?!\d)/, product: "amazon-linux", label: "Amazon Linux", cycle: () => "2023" },
    { pattern: /ubuntu.*?[-/]pro[-/].*?[-/](\d{2}\.\d{2})(?!\d)/, product: "ubuntu", label: "Ubuntu", cycle: first, paidTerm: true },
    { pattern: /ubuntu.*?[-/](\d{2}\.\d{2})(?!\d)/, product: "ubuntu", label: "Ubuntu", cycle: first },
    { pattern: /image\/ubuntu-server-(\d{2})(?!\d)/, product: "ubuntu", label: "Ubuntu", cycle: match => `${first(match)}.04` },
    { pattern: /windows[_-]server-(\d{4})-r2/, product: "windows-server", label: "Windows Server", cycle: match => `${first(match)}-r2` },
    { pattern: /windows[_-]server-(\d{4})/, product: "windows-server", label: "Windows Server", cycle: first },
    { pattern: /debian(?:\/release\/|-)(\d{1,2})(?!\d)/, product: "debian", label: "Debian", cycle: first, paidTerm: true },
    { pattern: /rhel[-_/](\d{1,2})(?!\d)/, product: "rhel", label: "Red Hat Enterprise Linux", cycle: first, paidTerm: true },
];

const IMAGE_PROPERTY = {
    "aws:ec2/instance:Instance": "ami",
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest": "ami",
    "aws:ec2/launchTemplate:LaunchTemplate": "imageId",
    "aws:ec2/launchConfiguration:LaunchConfiguration": "imageId",
    "aws:imagebuilder/imageRecipe:ImageRecipe": "parentImage",
} as const;

export const amiNotEndOfLife = resourcePolicy({
    name: "aws-ec2-ami-not-end-of-life",
    title: "Machines start from images of systems in support",
    commitment: "supported-and-patched",
    topic: "unsupported-runtime-or-engine",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: Object.keys(IMAGE_PROPERTY) as (keyof typeof IMAGE_PROPERTY)[],
    why: "A machine that starts from a system past its end has flaws that nobody mends.",
    fix: "Name an image of a system in support, such as Amazon Linux 2023.",
    references: ["aws-config:approved-amis-by-tag", "endoflife:amazon-linux"],
    settings: {
        warnWithinDays: { type: "integer", minimum: 0, default: 180, description: "Days before the end of support from which advice is given." },
    },
    check(c) {
        const property = IMAGE_PROPERTY[c.type];
        const image = c.word(property);
        if (isUnknown(image)) {
            c.undetermined(property, "The image is not known before the update.");
            return;
        }
        // No name is longer; a pattern takes its time over text that is none.
        const name = image?.slice(0, 500).toLowerCase() ?? "";
        for (const { pattern, product, label, cycle, paidTerm } of FAMILIES) {
            const match = pattern.exec(name);
            if (!match) continue;
            const found = lifecycle(product, cycle(match), c.today, { warnWithinDays: c.settings.warnWithinDays });
            judgeLifecycle(c, property, `${label} ${found.row?.cycle ?? "-"}`, found, paidTerm !== true);
            return;
        }
        c.notApplicable("the image's id or name says nothing of its system");
    },
});

export const allowedImagesEnforced = resourcePolicy({
    name: "aws-ec2-allowed-images-enforced",
    title: "Machines start only from images of named owners",
    commitment: "supported-and-patched",
    topic: "secure-configuration",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["aws:ec2/allowedImagesSettings:AllowedImagesSettings"],
    why: "Anybody can publish an image. In audit mode, or with a criterion that names no owner, one with a back door starts like any other.",
    fix: "Set state to 'enabled', and name the owners in imageProviders of every criterion.",
    references: ["aws-config:ec2-instance-launched-with-allowed-ami", "aws-config:approved-amis-by-tag"],
    settings: {
        maxImageAgeDays: { type: "integer", minimum: 1, default: 180, description: "Days since its creation up to which an image should be used." },
    },
    check(c) {
        c.require(c.oneOf("state", ["enabled"]), "state", "Images that are not allowed are only noted, or not even that.");
        const criteria = c.all("imageCriterions[]");
        if (criteria.length === 0) c.violation("imageCriterions", "There is no criterion, so that no owner is named.");
        for (const { path, value } of criteria) {
            // An image that meets one criterion is allowed, whatever the others say.
            const owners = value === UNKNOWN ? UNKNOWN : is(list(read(value, "imageProviders")), providers => providers.length > 0);
            c.requireAt(owners, path, "The criterion names no owners.");
            if (value === UNKNOWN) continue;
            const age = asNumber(read(value, "creationDateCondition.maximumDaysSinceCreated"));
            if (!isUnknown(age) && (age ?? Infinity) > c.settings.maxImageAgeDays) {
                c.advice("imageCriterions", `Images older than ${String(c.settings.maxImageAgeDays)} days are allowed, and lack the fixes since.`);
            }
        }
    },
});

const INSTANCE = "aws:ec2/instance:Instance";
const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const GROUP = "aws:autoscaling/group:Group";
const PROFILE = "aws:iam/instanceProfile:InstanceProfile";
const ROLE = "aws:iam/role:Role";
const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const SETTING = "aws:ssm/serviceSetting:ServiceSetting";
const QUICK_SETUP = "aws:ssm/quicksetupConfigurationManager:QuicksetupConfigurationManager";

/** Does the account manage all its instances through the default role, or Quick Setup give every instance a profile? */
function managedByDefault(graph: Graph): Answer {
    return or(
        ...graph
            .of(SETTING)
            .map(s => is(read(s.props, "settingId"), id => text(id ?? "").endsWith("managed-instance/default-ec2-instance-management-role"))),
        ...graph.of(QUICK_SETUP).map(q => is(read(q.props, "configurationDefinition.type"), t => /-(DHMC|SSMHostMgmt)/.test(text(t ?? "")))),
    );
}

function isAccepted(policyArn: ReturnType<typeof read>, accepted: readonly string[]): Answer {
    return is(policyArn, arn =>
        accepted.includes(
            text(arn ?? "")
                .split("/")
                .at(-1) ?? "",
        ),
    );
}

function letsManage(graph: Graph, profile: Resource, accepted: readonly string[]): Answer {
    return linkedSatisfies(graph.from(profile, "role", ROLE), role =>
        or(
            some(list(read(role.props, "managedPolicyArns")), arn => isAccepted(arn, accepted)),
            linkedSatisfies(graph.into(role, ATTACHMENT, "role"), a => isAccepted(read(a.props, "policyArn"), accepted)),
        ),
    );
}

/** Does the profile of an instance or template let Systems Manager in? `undefined` where it has none. */
function profileManages(graph: Graph, machine: Resource, accepted: readonly string[]): Answer | undefined {
    const paths = machine.type === TEMPLATE ? ["iamInstanceProfile.arn", "iamInstanceProfile.name"] : ["iamInstanceProfile"];
    const set = paths.filter(path => read(machine.props, path) !== undefined);
    return set.length === 0
        ? undefined
        : or(...set.map(path => linkedSatisfies(graph.from(machine, path, PROFILE), p => letsManage(graph, p, accepted))));
}

const BY_TEMPLATE = ["launchTemplate.id", "launchTemplate.name"];
const IN_MIXTURE = "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification";
const OF_GROUP = [...BY_TEMPLATE, `${IN_MIXTURE}.launchTemplateId`, `${IN_MIXTURE}.launchTemplateName`];

/** Does a group of the stack start machines from the template? Else an instance, or a service such as EKS, brings the profile. */
function isStarted(graph: Graph, template: Resource): Answer {
    const { certain, possible } = graph.into(template, GROUP, OF_GROUP);
    return certain.length > 0 ? true : possible.length > 0 ? UNKNOWN : false;
}

export const instanceManagedBySsm = stackPolicy({
    name: "aws-ec2-instance-managed-by-ssm",
    title: "Machines are managed by Systems Manager",
    commitment: "supported-and-patched",
    topic: "automatic-updates",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [INSTANCE, TEMPLATE],
    reads: [GROUP, PROFILE, ATTACHMENT, ROLE, SETTING, QUICK_SETUP],
    why: "A machine that Systems Manager cannot reach is neither patched by it nor seen in its inventory.",
    fix: "Give the machine an instance profile whose role has AmazonSSMManagedInstanceCore attached, or turn Default Host Management on.",
    references: ["aws-config:ec2-instance-managed-by-ssm", "fsbp:SSM.1"],
    settings: {
        acceptedPolicies: {
            type: "array",
            items: { type: "string" },
            default: ["AmazonSSMManagedInstanceCore", "AmazonSSMManagedEC2InstanceDefaultPolicy"],
            description: "Names of managed policies that let Systems Manager in.",
        },
    },
    checkResource(c) {
        const { graph, resource, settings } = c;
        const own = profileManages(graph, resource, settings.acceptedPolicies);
        const asked = own === undefined && c.type === TEMPLATE ? isStarted(graph, resource) : true;
        if (asked === false) {
            c.notApplicable("no profile of its own, and no Auto Scaling group here starts machines from it");
            return;
        }
        const templates = BY_TEMPLATE.filter(path => own === undefined && c.type === INSTANCE && read(resource.props, path) !== undefined);
        const byTemplate = templates.map(path =>
            linkedSatisfies(graph.from(resource, path, TEMPLATE), t => profileManages(graph, t, settings.acceptedPolicies) ?? false),
        );
        c.require(
            or(asked === UNKNOWN ? UNKNOWN : false, managedByDefault(graph), own ?? false, ...byTemplate),
            "iamInstanceProfile",
            "No role with a policy of the setting acceptedPolicies lets Systems Manager manage the machine.",
        );
    },
});
