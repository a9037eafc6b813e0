import { type Cases, UNKNOWN, of } from "../support/cases";

const plan = of("aws:backup/plan:Plan");
const framework = of("aws:backup/framework:Framework");
const reportPlan = of("aws:backup/reportPlan:ReportPlan");
const topic = of("aws:sns/topic:Topic");

const CONTROLS = [
    "BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED",
    "BACKUP_RECOVERY_POINT_ENCRYPTED",
    "BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN",
    "BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT",
];
const holding = (...names: (string | typeof UNKNOWN)[]) => framework({ controls: names.map(name => ({ name })) });
const reporting = (reportTemplate: string | typeof UNKNOWN) => reportPlan({ reportSetting: { reportTemplate } });
const reports = reporting("BACKUP_JOB_REPORT");

export const cases: Cases = {
    "aws-backup-framework-and-reports": {
        compliant: {
            "the controls and a report": [plan(), holding(...CONTROLS), reports],
            "the controls in two frameworks": [
                plan(),
                holding(...CONTROLS.slice(0, 2)),
                holding(...CONTROLS.slice(2)),
                reporting("CONTROL_COMPLIANCE_REPORT"),
            ],
            "those of the setting": {
                resources: [plan(), holding("BACKUP_RECOVERY_POINT_ENCRYPTED"), reports],
                settings: { requiredControls: ["BACKUP_RECOVERY_POINT_ENCRYPTED"] },
            },
        },
        violating: {
            neither: [plan(), ""],
            "a control missing": [[plan(), holding(...CONTROLS.slice(1)), reports], ""],
            "no report": [[plan(), holding(...CONTROLS)], ""],
            "a report on restores only": [[plan(), holding(...CONTROLS), reporting("RESTORE_JOB_REPORT")], ""],
        },
        undetermined: {
            "controls that are not known": [[plan(), framework({ controls: UNKNOWN }), reports], ""],
            "a report of which the template is not known": [[plan(), holding(...CONTROLS), reporting(UNKNOWN)], ""],
        },
        notApplicable: { "no plan": topic() },
    },
};
