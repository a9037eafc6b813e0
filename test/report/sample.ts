import { policies } from "../../policies";
import { readConfiguration } from "../../src/policy/configuration";
import { judgeStack } from "../../src/report/assemble";
import type { StackReport } from "../../src/report/model";
import { UNKNOWN, of } from "../policies/support/cases";
import { worldOf } from "../policies/support/world";

export const TODAY = "2026-11-22";

/** A report with every kind of finding. @param name of the resource that is broken */
export function sampleReport(name = "broken"): StackReport {
    const instance = of("aws:rds/instance:Instance");
    const lambda = of("aws:lambda/function:Function");
    const waiver = {
        policy: "aws-rds-backup-retention",
        resource: "waived",
        reason: "Known.",
        approvedBy: "Head",
        approvedOn: "2026-11-01",
        expires: "2027-01-01",
        ticket: "OPS-1",
    };
    const raw = {
        estate: { holds: ["account-baseline"] },
        waivers: [waiver, { ...waiver, resource: "gone" }],
        inheritedFrom: [
            { policy: "aws-guardduty-enabled", from: "supplier/security/prod", reason: "Central.", approvedBy: "CISO", expires: "2027-06-30" },
        ],
    };
    const resources = worldOf({
        resources: [
            instance({ backupRetentionPeriod: 0 }, {}, name),
            instance({ backupRetentionPeriod: 0 }, {}, "waived"),
            instance({ backupRetentionPeriod: UNKNOWN }, {}, "later"),
            lambda({ runtime: "nodejs22.x" }, {}, "ageing"),
        ],
    });
    return judgeStack(
        resources,
        { policies, configuration: readConfiguration(raw, policies, TODAY), today: TODAY, project: "records", stack: "test", packVersion: "1.0.0" },
        { kind: "preview", path: ".", preset: "charter", selection: "all", notices: ["A remote component was not judged."] },
    );
}
