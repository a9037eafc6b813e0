import { isOneOf } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { type Answer, every, is, or } from "../../src/policy/unknown";
import { read, readAll, text } from "../../src/policy/values";
import { PLAN } from "../shared/backup-copies";

const FRAMEWORK = "aws:backup/framework:Framework";
const REPORT = "aws:backup/reportPlan:ReportPlan";
const REPORTS = ["BACKUP_JOB_REPORT", "CONTROL_COMPLIANCE_REPORT", "RESOURCE_COMPLIANCE_REPORT"];

export const frameworkAndReports = stackPolicy({
    name: "aws-backup-framework-and-reports",
    title: "AWS Backup Audit Manager checks the backups and reports on them",
    commitment: "backup-and-recovery",
    topic: "backup-alerts",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: [FRAMEWORK, REPORT],
    reads: [PLAN],
    why: "Jobs fail and resources are left out without a sound; a daily audit says so, and its reports are evidence for an assessor.",
    fix: "Declare a Framework with the controls of the setting requiredControls, and a ReportPlan on backup jobs or compliance.",
    references: ["prowler:backup_reportplans_exist"],
    settings: {
        requiredControls: {
            type: "array",
            items: { type: "string" },
            default: [
                "BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED",
                "BACKUP_RECOVERY_POINT_ENCRYPTED",
                "BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN",
                "BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT",
            ],
            description: "Controls that a framework of the stack must hold.",
        },
    },
    checkStack({ graph, settings, require, notApplicable }) {
        if (graph.of(PLAN).length === 0) {
            notApplicable("no backup plan in this stack");
            return;
        }
        const controls = graph.of(FRAMEWORK).flatMap(framework => readAll(framework.props, "controls[].name"));
        const holds = (control: string): Answer => or(...controls.map(({ value }) => is(value, name => name !== null && text(name) === control)));
        require(every(settings.requiredControls, holds), "", "The frameworks of the stack lack controls of the setting requiredControls.");
        const reports = graph.of(REPORT).map(report => isOneOf(read(report.props, "reportSetting.reportTemplate"), REPORTS));
        require(or(...reports), "", `No report plan of the stack has one of the templates ${REPORTS.join(", ")}.`);
    },
});
