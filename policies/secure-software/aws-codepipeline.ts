import { asNumber, isOneOf } from "../../src/policy/check";
import { resourcePolicy } from "../../src/policy/definition";
import type { Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, every, is, isUnknown, not, or, some } from "../../src/policy/unknown";
import { list, read, text } from "../../src/policy/values";
import { isCustomerKey } from "../shared/customer-keys";

/** Does an action end before another of its stage begins? Those of equal order run at the same time. */
function runsBefore(first: Value, second: Value): Answer {
    const order = (action: Value): number | typeof UNKNOWN => asNumber(read(action, "runOrder")) ?? 1;
    return is(order(first), a => is(order(second), b => a < b));
}

export const codepipelineEncryptedAndApproved = resourcePolicy({
    name: "aws-codepipeline-artifacts-encrypted-and-approved",
    title: "Pipelines take their sources by a connection, and nothing reaches production unapproved",
    commitment: "secure-software",
    topic: "build-change-control",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["aws:codepipeline/pipeline:Pipeline"],
    why: "GitHub's old source action holds a person's token, and a pipeline without a stop releases whatever was merged.",
    fix: "Use a CodeStarSourceConnection as the source; where the settings ask for it, give each artifact store an encryptionKey and put an Approval before production.",
    references: ["checkov:CKV_AWS_219"],
    settings: {
        requireCustomerKey: { type: "boolean", default: false, description: "Ask for a key of one's own on every artifact store." },
        requireManualApproval: { type: "boolean", default: false, description: "Ask for an approval before the production stage." },
        productionStagePattern: { type: "string", default: "prod|live", description: "Regular expression of the names of production stages." },
    },
    check({ all, requireAt, settings }) {
        if (settings.requireCustomerKey) {
            for (const { path, value: store } of all("artifactStores[]"))
                requireAt(
                    isUnknown(store) ? UNKNOWN : isCustomerKey(read(store, "encryptionKey.id")),
                    `${path}.encryptionKey`,
                    "No key of one's own encrypts the artifacts.",
                );
        }
        const production = new RegExp(settings.productionStagePattern, "i");
        let approved: Answer = false;
        for (const { path, value: stage } of all("stages[]")) {
            const actions = isUnknown(stage) ? UNKNOWN : list(read(stage, "actions"));
            if (isUnknown(actions)) {
                requireAt(UNKNOWN, path, "The stage takes its source with a person's token.");
                approved = or(approved, UNKNOWN);
                continue;
            }
            actions.forEach((action, i) => {
                const old = and(isOneOf(read(action, "owner"), ["ThirdParty"]), isOneOf(read(action, "provider"), ["GitHub"]));
                requireAt(not(old), `${path}.actions[${String(i)}]`, "The source is GitHub's old action, which holds a person's token.");
            });
            if (settings.requireManualApproval) {
                const deploys = and(
                    is(read(stage, "name"), name => production.test(text(name ?? ""))),
                    some(actions, action => isOneOf(read(action, "category"), ["Deploy"])),
                );
                const isA = (action: Value, category: string): Answer => isOneOf(read(action, "category"), [category]);
                const earlier = every(actions, deploy =>
                    or(
                        not(isA(deploy, "Deploy")),
                        some(actions, approval => and(isA(approval, "Approval"), runsBefore(approval, deploy))),
                    ),
                );
                requireAt(or(not(deploys), approved, earlier), path, "The stage deploys to production, and no approval comes before it.");
                approved = or(
                    approved,
                    some(actions, action => isA(action, "Approval")),
                );
            }
        }
    },
});
