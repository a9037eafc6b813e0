import { ANY, type Sample } from "./event-patterns";

/** An event of an AWS service, with what every event has. */
function event(source: string, detailType: string, detail: Sample): Sample {
    return { version: ANY, id: ANY, time: ANY, account: ANY, region: ANY, resources: ANY, source, "detail-type": detailType, detail };
}

export function guardDutyFinding(severity: number): Sample {
    return event("aws.guardduty", "GuardDuty Finding", {
        severity,
        schemaVersion: ANY,
        accountId: ANY,
        region: ANY,
        partition: ANY,
        service: { serviceName: "guardduty", archived: false },
    });
}

/** Severities as GuardDuty gives them: low, medium, high and critical. */
export const SEVERITIES = [2, 5, 8, 9];

/** A finding as Security Hub passes it on: of a check of its own that failed, or of another service. */
export function hubFinding(label: string, of: Sample): Sample {
    return event("aws.securityhub", "Security Hub Findings - Imported", {
        findings: {
            AwsAccountId: ANY,
            Region: ANY,
            SchemaVersion: ANY,
            Severity: { Label: label, Normalized: label === "CRITICAL" ? 90 : 70 },
            Workflow: { Status: "NEW" },
            WorkflowState: "NEW",
            RecordState: "ACTIVE",
            ...of,
        },
    });
}
export const FAILED_CHECK: Sample = { Compliance: { Status: "FAILED" }, ProductName: "Security Hub", CompanyName: "AWS" };
export const FROM_GUARDDUTY: Sample = { ProductName: "GuardDuty", CompanyName: "Amazon" };

/** The same in the newer Security Hub, which writes findings in the Open Cybersecurity Schema Framework. */
export function hubFindingV2(label: string): Sample {
    const severity = label.charAt(0) + label.slice(1).toLowerCase();
    return event("aws.securityhub", "Findings Imported V2", {
        findings: { severity, severity_id: label === "CRITICAL" ? 5 : 4, status: "New", status_id: 1, cloud: ANY },
    });
}

export const HEALTH = event("aws.health", "AWS Health Event", {
    eventArn: ANY,
    service: ANY,
    eventTypeCode: ANY,
    eventTypeCategory: ANY,
    eventScopeCode: ANY,
    statusCode: ANY,
});
export const FAILED_BACKUP = event("aws.backup", "Backup Job State Change", {
    state: "FAILED",
    backupVaultName: ANY,
    backupVaultArn: ANY,
    resourceType: ANY,
});
export const FAILED_COPY = event("aws.backup", "Copy Job State Change", {
    state: "FAILED",
    sourceBackupVaultArn: ANY,
    destinationBackupVaultArn: ANY,
    resourceType: ANY,
});
