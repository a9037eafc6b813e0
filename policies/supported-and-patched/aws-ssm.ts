import { asNumber, isOneOf } from "../../src/policy/check";
import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { type Graph, linkedSatisfies } from "../../src/policy/graph";
import type { Resource, Value } from "../../src/policy/resource";
import { tagValue } from "../../src/policy/tags";
import { type Answer, UNKNOWN, and, every, is, not, or, some } from "../../src/policy/unknown";
import { list, read, text, truth } from "../../src/policy/values";

/** A filter on the left takes in security fixes where it holds one of each of the sets on the right, or "*". */
const SECURITY_FILTERS: Readonly<Record<string, readonly (readonly string[])[]>> = {
    CLASSIFICATION: [["Security", "SecurityUpdates"]],
    SEVERITY: [["Critical"], ["Important"]],
    MSRC_SEVERITY: [["Critical"], ["Important"]],
    PRIORITY: [["Required"], ["Important"]],
};

/** Do the filters, of a rule or of the whole baseline, let critical and important security fixes through? */
function takesInSecurity(filters: Value | undefined): Answer {
    return every(list(filters), filter => {
        if (filter === UNKNOWN) return UNKNOWN;
        return is(read(filter, "key"), key => {
            const values = list(read(filter, "values"));
            const holds = (words: readonly string[]): Answer => some(values, value => is(value, v => v !== null && words.includes(text(v))));
            return every(SECURITY_FILTERS[text(key ?? "").toUpperCase()] ?? [], words => holds(["*", ...words]));
        });
    });
}

/** Days until the rule approves a patch. A rule with a date is frozen at it; one with neither is of a system that approves at once. */
function approvesWithin(rule: Value, days: number): Answer {
    if (rule === UNKNOWN) return UNKNOWN;
    return is(asNumber(read(rule, "approveAfterDays")), after =>
        after === undefined ? is(read(rule, "approveUntilDate"), date => date === undefined || text(date) === "") : after <= days,
    );
}

export const ssmPatchBaseline = resourcePolicy({
    name: "aws-ssm-patch-baseline-approves-security-promptly",
    title: "Patch baselines approve security fixes within days",
    commitment: "supported-and-patched",
    topic: "automatic-updates",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: ["aws:ssm/patchBaseline:PatchBaseline"],
    why: "Published flaws are attacked within days; a baseline that waits longer, or is frozen at a date, leaves them open.",
    fix: "Give the baseline an approvalRules entry that takes in security fixes, critical and important, with approveAfterDays of the setting maxApproveAfterDays or fewer.",
    references: ["aws-config:ec2-managedinstance-patch-compliance-status-check", "fsbp:SSM.2"],
    settings: {
        maxApproveAfterDays: { type: "integer", minimum: 0, default: 7, description: "Most days after a fix's release until it is approved." },
    },
    check({ get, settings, require, requireAt, remarks, advice }) {
        const rules = list(get("approvalRules"));
        const prompt = (rule: Value): Answer =>
            rule === UNKNOWN ? UNKNOWN : and(takesInSecurity(read(rule, "patchFilters")), approvesWithin(rule, settings.maxApproveAfterDays));
        const limit = String(settings.maxApproveAfterDays);
        require(some(rules, prompt), "approvalRules", `No rule approves security fixes, critical and important, within ${limit} days.`);
        requireAt(takesInSecurity(get("globalFilters")), "globalFilters", "The filters of the whole baseline leave out security fixes.");
        if (rules === UNKNOWN || remarks.length > 0) return;
        const unnamed = rules.some(
            rule => rule !== UNKNOWN && prompt(rule) === true && (read(rule, "complianceLevel") ?? "UNSPECIFIED") === "UNSPECIFIED",
        );
        if (unnamed) advice("approvalRules", "Without complianceLevel, a missing fix is reported as of no severity.");
    },
});

const INSTANCE = "aws:ec2/instance:Instance";
const ASSOCIATION = "aws:ssm/association:Association";
const WINDOW = "aws:ssm/maintenanceWindow:MaintenanceWindow";
const TASK = "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask";
const QUICK_SETUP = "aws:ssm/quicksetupConfigurationManager:QuicksetupConfigurationManager";

/** Documents that install patches where their parameter Operation is 'Install'. */
const PATCHING = ["AWS-RunPatchBaseline", "AWS-RunPatchBaselineAssociation", "AWS-RunPatchBaselineWithHooks"];

function isPatching(document: Value | undefined): Answer {
    return is(document, name =>
        PATCHING.includes(
            text(name ?? "")
                .split("/")
                .at(-1) ?? "",
        ),
    );
}

const installs = (operation: Value | undefined): Answer => isOneOf(operation, ["Install"]);

function associationPatches({ props }: Resource): Answer {
    return and(isPatching(read(props, "name")), read(props, "scheduleExpression") !== undefined, installs(read(props, "parameters.Operation")));
}

function taskPatches(graph: Graph, task: Resource): Answer {
    const parameters = list(read(task.props, "taskInvocationParameters.runCommandParameters.parameters"));
    const installing = some(parameters, parameter =>
        parameter === UNKNOWN
            ? UNKNOWN
            : and(
                  isOneOf(read(parameter, "name"), ["Operation"]),
                  some(list(read(parameter, "values")), value => (value === UNKNOWN ? UNKNOWN : installs(value))),
              ),
    );
    const open = linkedSatisfies(graph.from(task, "windowId", WINDOW), window => truth(read(window.props, "enabled")) ?? true);
    return and(isPatching(read(task.props, "taskArn")), installing, open);
}

function quickSetupPatches({ props }: Resource): Answer {
    const operation = read(props, "configurationDefinition.parameters.ConfigurationOptionsPatchOperation");
    return and(
        is(read(props, "configurationDefinition.type"), type => text(type ?? "").includes("PatchPolicy")),
        isOneOf(operation, ["ScanAndInstall"], "ScanAndInstall"),
    );
}

export const ssmPatchingScheduled = stackPolicy({
    name: "aws-ssm-patching-is-scheduled",
    title: "Machines are patched on a schedule",
    commitment: "supported-and-patched",
    topic: "automatic-updates",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [INSTANCE],
    reads: [ASSOCIATION, WINDOW, TASK, QUICK_SETUP],
    why: "A baseline says which patches are approved; without a schedule that installs them, none ever is.",
    fix: "Add an Association with AWS-RunPatchBaseline, Operation 'Install' and a scheduleExpression, or tag machines that another stack patches patching 'external'.",
    references: [
        "aws-config:ec2-managedinstance-patch-compliance-status-check",
        "aws-config:ec2-managedinstance-association-compliance-status-check",
        "fsbp:SSM.2",
        "fsbp:SSM.3",
    ],
    checkStack({ graph, estate, require, notApplicable }) {
        const left = graph.of(INSTANCE).map(instance => is(tagValue(instance, estate.tags.patching), v => v !== "external"));
        const asked = or(...left);
        if (asked === false) {
            notApplicable("no machine in this stack, or all are patched from elsewhere");
            return;
        }
        const patched = or(
            ...graph.of(ASSOCIATION).map(associationPatches),
            ...graph.of(TASK).map(task => taskPatches(graph, task)),
            ...graph.of(QUICK_SETUP).map(quickSetupPatches),
        );
        require(or(not(asked), patched), "", "The stack holds machines, but nothing that installs patches on a schedule.");
    },
});
