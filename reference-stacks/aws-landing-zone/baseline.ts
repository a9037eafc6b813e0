import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { archiveKey, recordsBucket } from "./archive";
import { alertEmail, createServiceRoles, name, retentionDays, securityPhone, type Place } from "./config";
import { key } from "./keys";

/** Rules of AWS Config that no policy of this stack enforces: they see what is changed outside the code. */
const rules = {
    "iam-user-mfa-enabled": "IAM_USER_MFA_ENABLED",
    "root-account-mfa-enabled": "ROOT_ACCOUNT_MFA_ENABLED",
    "access-keys-rotated": "ACCESS_KEYS_ROTATED",
    "encrypted-volumes": "ENCRYPTED_VOLUMES",
    "restricted-ssh": "INCOMING_SSH_DISABLED",
    "s3-bucket-level-public-access-prohibited": "S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED",
    "vpc-flow-logs-enabled": "VPC_FLOW_LOGS_ENABLED",
};

/** What every account of the organisation starts with. Write one line more in `places` (config.ts) for each account. */
export function accountDefaults(id: string, place: Place): void {
    const { account, options } = place;

    // Nothing becomes public by mistake.
    new aws.s3.AccountPublicAccessBlock(
        id,
        { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
        options,
    );
    new aws.ebs.SnapshotBlockPublicAccess(id, { state: "block-all-sharing" }, options);
    new aws.ec2.ImageBlockPublicAccess(id, { state: "block-new-sharing" }, options);

    // Disks are encrypted, machines give their credentials to nobody who only gets them to fetch a page.
    const diskKey = key(`${id}-disks`, "Disks", place);
    new aws.ebs.EncryptionByDefault(id, { enabled: true }, options);
    new aws.ebs.DefaultKmsKey(id, { keyArn: diskKey.arn }, options);
    new aws.ec2.InstanceMetadataDefaults(id, { httpTokens: "required", httpPutResponseHopLimit: 1 }, options);

    // People sign in through the identity provider. Where a user of IAM must exist, its password is a long one.
    new aws.iam.AccountPasswordPolicy(
        id,
        {
            minimumPasswordLength: 16,
            passwordReusePrevention: 24,
            requireLowercaseCharacters: true,
            requireUppercaseCharacters: true,
            requireNumbers: true,
            requireSymbols: true,
            allowUsersToChangePassword: true,
        },
        options,
    );
    new aws.account.AlternativeContact(
        id,
        { alternateContactType: "SECURITY", name: "Security team", title: "On-call engineer", emailAddress: alertEmail, phoneNumber: securityPhone },
        options,
    );

    // What changed, when and from what.
    const service = "config.amazonaws.com";
    const role = createServiceRoles ? [new aws.iam.ServiceLinkedRole(`${id}-config`, { awsServiceName: service }, options)] : [];
    const recorder = new aws.cfg.Recorder(
        id,
        {
            name: `${name}-recorder`,
            roleArn: pulumi.interpolate`arn:aws:iam::${account}:role/aws-service-role/${service}/AWSServiceRoleForConfig`,
            recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
            recordingMode: { recordingFrequency: "CONTINUOUS" },
        },
        { ...options, dependsOn: role },
    );
    const channel = new aws.cfg.DeliveryChannel(
        id,
        { name: `${name}-channel`, s3BucketName: recordsBucket.bucket, s3KeyPrefix: "config", s3KmsKeyArn: archiveKey.arn },
        { ...options, dependsOn: recorder },
    );
    const started = new aws.cfg.RecorderStatus(id, { name: recorder.name, isEnabled: true }, { ...options, dependsOn: channel });
    new aws.cfg.RetentionConfiguration(id, { retentionPeriodInDays: retentionDays.logs }, { ...options, dependsOn: recorder });
    for (const [rule, sourceIdentifier] of Object.entries(rules)) {
        new aws.cfg.Rule(
            `${id}-${rule}`,
            {
                name: rule,
                source: { owner: "AWS", sourceIdentifier },
                ...(sourceIdentifier === "ACCESS_KEYS_ROTATED" && { inputParameters: JSON.stringify({ maxAccessKeyAge: "90" }) }),
            },
            { ...options, dependsOn: started },
        );
    }
}
