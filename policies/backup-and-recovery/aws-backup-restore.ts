import { asNumber, isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import type { Graph } from "../../src/policy/graph";
import type { Resource } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, is, not, or, some } from "../../src/policy/unknown";
import { list, read, text } from "../../src/policy/values";
import { AIR_GAPPED, PLAN, VAULT } from "../shared/backup-copies";
import { SELECTION, STORES, isSelected, kindOf } from "../shared/backup-stores";
import { longestGapHours } from "../shared/schedules";

const TESTS = "aws:backup/restoreTestingPlan:RestoreTestingPlan";
const TESTED = "aws:backup/restoreTestingSelection:RestoreTestingSelection";

/** Does the test run so often? An expression that cannot be read may say so. */
function runsWithin(test: Resource, days: number): Answer {
    return is(read(test.props, "scheduleExpression"), expression => {
        const gap = longestGapHours(text(expression ?? ""));
        return gap === undefined ? UNKNOWN : gap <= days * 24;
    });
}

/** Does the test restore from every vault, or from one of this stack's? */
function restoresFromHere(graph: Graph, test: Resource): Answer {
    const path = "recoveryPointSelection.includeVaults";
    if (some(list(read(test.props, path)), vault => is(vault, v => v === "*")) === true) return true;
    const { certain, outside } = graph.from(test, path, [VAULT, AIR_GAPPED]);
    return certain.length > 0 || (outside ? graph.of(VAULT, AIR_GAPPED).length === 0 || UNKNOWN : false);
}

export const restoreTestingScheduled = stackPolicy({
    name: "aws-backup-restore-testing-scheduled",
    title: "Restores are tested on a schedule",
    commitment: "backup-and-recovery",
    topic: "restore-testing",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [TESTS],
    reads: [PLAN, VAULT, AIR_GAPPED],
    why: "A backup that was never restored is a hope.",
    fix: "Declare a RestoreTestingPlan with a scheduleExpression that fires at least every maxIntervalDays and includeVaults '*' or the stack's vaults.",
    references: ["aws-config:response-plan-tested"],
    settings: { maxIntervalDays: { type: "integer", minimum: 1, default: 90, description: "Most days between two tests." } },
    checkStack({ graph, settings, require, notApplicable }) {
        if (graph.of(PLAN, VAULT, AIR_GAPPED).length === 0) {
            notApplicable("neither a backup plan nor a vault in this stack");
            return;
        }
        const tested = graph.of(TESTS).map(test => and(runsWithin(test, settings.maxIntervalDays), restoresFromHere(graph, test)));
        const message = `The stack holds backups, but no test of their restore that runs at least every ${String(settings.maxIntervalDays)} days.`;
        require(or(...tested), "", message);
    },
});

/** Does the selection restore something of the kind, and leave it for so many hours to be looked at? */
function restores(selection: Resource, kind: string, hours: number): Answer {
    const { props } = selection;
    const conditions = read(props, "protectedResourceConditions");
    const named = is(list(read(props, "protectedResourceArns")), arns => arns.length > 0);
    return and(
        isOneOf(read(props, "protectedResourceType"), [kind]),
        or(
            named,
            is(conditions, c => c !== undefined && (read(c, "stringEquals") ?? read(c, "stringNotEquals")) !== undefined),
        ),
        is(asNumber(read(props, "validationWindowHours")) ?? 0, window => window >= hours),
    );
}

export const restoreTestingCoversDataTypes = stackPolicy({
    name: "aws-backup-restore-testing-covers-data-types",
    title: "Restore tests cover every kind of data that is backed up",
    commitment: "backup-and-recovery",
    topic: "restore-testing",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [TESTS],
    reads: [TESTED, SELECTION, ...STORES],
    why: "Each kind of data is restored in a way of its own, and only a person who looks at it can tell that it is whole.",
    fix: "Declare a RestoreTestingSelection for each kind of data, with protectedResourceArns or conditions and validationWindowHours of the setting or more.",
    references: ["aws-config:response-plan-tested"],
    settings: {
        minValidationWindowHours: {
            type: "integer",
            minimum: 0,
            maximum: 168,
            default: 4,
            description: "Hours for which restored data must be kept to be looked at.",
        },
    },
    checkStack({ graph, settings, requireAt, notApplicable }) {
        if (graph.of(TESTS).length === 0) {
            notApplicable("no restore testing plan in this stack");
            return;
        }
        const backedUp = new Map<string, Answer>();
        for (const store of graph.of(...STORES)) {
            const kind = kindOf(store);
            backedUp.set(kind, or(backedUp.get(kind) ?? false, isSelected(graph, store)));
        }
        const selections = graph.of(TESTED);
        for (const [kind, selected] of backedUp) {
            const tested = or(...selections.map(selection => restores(selection, kind, settings.minValidationWindowHours)));
            const message = `No restore test covers ${kind}, which the stack backs up, and leaves ${String(settings.minValidationWindowHours)} hours to look at it.`;
            requireAt(or(not(selected), tested), "", message);
        }
    },
});
