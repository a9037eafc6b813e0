// Gathered by `npm run generate` from the files beside it. Do not edit.
import type { Policy } from "../src/policy/definition";
import * as backupAndRecoveryAwsRds from "./backup-and-recovery/aws-rds";
import * as backupAndRecoveryAwsS3 from "./backup-and-recovery/aws-s3";
import * as monitoringAndLoggingAwsGuardduty from "./monitoring-and-logging/aws-guardduty";
import * as standardsMetAwsS3 from "./standards-met/aws-s3";
import * as supportedAndPatchedAwsLambda from "./supported-and-patched/aws-lambda";

const files: readonly Readonly<Record<string, Policy>>[] = [
    backupAndRecoveryAwsRds,
    backupAndRecoveryAwsS3,
    monitoringAndLoggingAwsGuardduty,
    standardsMetAwsS3,
    supportedAndPatchedAwsLambda,
];

/** Every policy, by name. */
export const policies: readonly Policy[] = files.flatMap(file => Object.values(file)).sort((a, b) => (a.name < b.name ? -1 : 1));
