import { resourcePolicy } from "../../src/policy/definition";
import { is, some } from "../../src/policy/unknown";
import { isFilled, list } from "../../src/policy/values";

const PLAN = "aws:ssmincidents/responsePlan:ResponsePlan";

export const responsePlanExercisable = resourcePolicy({
    name: "aws-incident-response-plan-exercisable",
    title: "Response plans can be started, and so rehearsed, in two regions",
    commitment: "incident-exercises",
    topic: "restore-testing",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [PLAN, "aws:ssmincidents/replicationSet:ReplicationSet"],
    why: "A plan that engages nobody, or that stands in the region that failed, cannot be exercised and will not work.",
    fix: "Give the plan engagements, an impact from 1 to 3 and a runbook in action.ssmAutomations, and the replication set two regions.",
    references: ["aws-config:response-plan-exists-maintained", "aws-config:response-plan-tested", "prowler:ssmincidents_enabled_with_plans"],
    settings: {
        minReplicationRegions: { type: "integer", minimum: 1, maximum: 3, default: 2, description: "Fewest regions that hold the plans." },
        requireRunbook: { type: "boolean", default: true, description: "Give advice on plans without a runbook." },
    },
    check({ type, get, all, number, settings, require, advice }) {
        if (type !== PLAN) {
            // `region` is the older name.
            const held = is(list(get("regions") ?? get("region")), regions => regions.length >= settings.minReplicationRegions);
            require(held, "regions", `The plans stand in fewer than ${String(settings.minReplicationRegions)} regions.`);
            return;
        }
        require(is(list(get("engagements")), people => people.length > 0), "engagements", "The plan engages nobody.");
        const impact = is(number("incidentTemplate.impact"), n => n !== undefined && n >= 1 && n <= 3);
        require(impact, "incidentTemplate.impact", "The plan's incidents have no impact from 1 (critical) to 3.");
        const runbook = some(all("action.ssmAutomations[]"), ({ value }) => isFilled(value, "documentName"));
        if (settings.requireRunbook && runbook === false) advice("action.ssmAutomations", "The plan starts no runbook.");
    },
});
