// Gathered by `npm run generate` from the files beside it. Do not edit.
import type { Policy } from "../src/policy/definition";
import * as backupAndRecoveryAwsBackupPlan from "./backup-and-recovery/aws-backup-plan";
import * as backupAndRecoveryAwsBackupVault from "./backup-and-recovery/aws-backup-vault";
import * as backupAndRecoveryAwsRds from "./backup-and-recovery/aws-rds";
import * as backupAndRecoveryAwsS3 from "./backup-and-recovery/aws-s3";
import * as backupAndRecoveryAzureBackup from "./backup-and-recovery/azure-backup";
import * as backupAndRecoveryAzureCompute from "./backup-and-recovery/azure-compute";
import * as backupAndRecoveryAzureKeyVault from "./backup-and-recovery/azure-key-vault";
import * as backupAndRecoveryAzureStorage from "./backup-and-recovery/azure-storage";
import * as monitoringAndLoggingAwsGuardduty from "./monitoring-and-logging/aws-guardduty";
import * as standardsMetAwsS3 from "./standards-met/aws-s3";
import * as supportedAndPatchedAwsLambda from "./supported-and-patched/aws-lambda";

const files: readonly Readonly<Record<string, Policy>>[] = [
    backupAndRecoveryAwsBackupPlan,
    backupAndRecoveryAwsBackupVault,
    backupAndRecoveryAwsRds,
    backupAndRecoveryAwsS3,
    backupAndRecoveryAzureBackup,
    backupAndRecoveryAzureCompute,
    backupAndRecoveryAzureKeyVault,
    backupAndRecoveryAzureStorage,
    monitoringAndLoggingAwsGuardduty,
    standardsMetAwsS3,
    supportedAndPatchedAwsLambda,
];

/** Every policy, by name. */
export const policies: readonly Policy[] = files.flatMap(file => Object.values(file)).sort((a, b) => (a.name < b.name ? -1 : 1));
