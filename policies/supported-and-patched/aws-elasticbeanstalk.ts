import type { StackCheck } from "../../src/policy/check";
import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import type { Resource, Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, is } from "../../src/policy/unknown";
import { list, read, text, truth } from "../../src/policy/values";

const ENVIRONMENT = "aws:elasticbeanstalk/environment:Environment";
const TEMPLATE = "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate";
const MANAGED = "aws:elasticbeanstalk:managedactions";

/** The value of an option in the settings of an environment or template. An entry of which nothing is known may be any option. */
function option(resource: Resource, namespace: string, name: string): Value | undefined {
    const settings = list(read(resource.props, "settings"));
    if (settings === UNKNOWN) return UNKNOWN;
    const named = (entry: Value): Answer =>
        entry === UNKNOWN
            ? UNKNOWN
            : and(
                  is(read(entry, "namespace"), n => text(n ?? "") === namespace),
                  is(read(entry, "name"), n => text(n ?? "") === name),
              );
    const certain = settings.find(entry => named(entry) === true);
    if (certain !== undefined) return read(certain, "value");
    return settings.some(entry => named(entry) === UNKNOWN) ? UNKNOWN : undefined;
}

/** The environment's own option, else that of the template from which it is made. */
function effective(c: Pick<StackCheck, "graph" | "resource">, namespace: string, name: string): Value | undefined {
    const own = option(c.resource, namespace, name);
    if (own !== undefined || read(c.resource.props, "templateName") === undefined) return own;
    const template = c.graph.from(c.resource, "templateName", TEMPLATE).certain[0];
    return template ? option(template, namespace, name) : UNKNOWN;
}

export const beanstalkManagedUpdates = stackPolicy({
    name: "aws-elasticbeanstalk-managed-updates",
    title: "Elastic Beanstalk environments take platform updates by themselves",
    commitment: "supported-and-patched",
    topic: "automatic-updates",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [ENVIRONMENT, TEMPLATE],
    why: "The platform is the operating system, web server and language runtime: without managed updates it stays as it was on the first day.",
    fix: `Add settings of the namespace ${MANAGED}: ManagedActionsEnabled 'true', and in ${MANAGED}:platformupdate UpdateLevel 'minor' or 'patch'.`,
    references: [
        "aws-config:elastic-beanstalk-managed-updates-enabled",
        "checkov:CKV_AWS_340",
        "cdk-nag:AwsSolutions-EB3",
        "fsbp:ElasticBeanstalk.2",
    ],
    settings: {
        minUpdateLevel: {
            type: "string",
            enum: ["patch", "minor"],
            default: "patch",
            description: "The least that must be taken: patches, or minor versions too.",
        },
    },
    checkResource(c) {
        const used = c.type === TEMPLATE && c.graph.into(c.resource, ENVIRONMENT, "templateName").certain.length > 0;
        if (used) {
            c.notApplicable("judged with the environments that are made from it");
            return;
        }
        const enabled = is(effective(c, MANAGED, "ManagedActionsEnabled"), v => truth(v) ?? false);
        if (c.require(enabled, "settings", "Managed platform updates are off.") !== true) return;
        const levels = c.settings.minUpdateLevel === "minor" ? ["minor"] : ["minor", "patch"];
        const level = isOneOf(effective(c, `${MANAGED}:platformupdate`, "UpdateLevel"), levels);
        c.require(level, "settings", "The option UpdateLevel of managed platform updates is missing, or below the setting minUpdateLevel.");
    },
});
