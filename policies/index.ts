// Gathered by `npm run generate` from the files beside it. Do not edit.
import type { Policy } from "../src/policy/definition";
import * as backupAndRecoveryAwsAutoscaling from "./backup-and-recovery/aws-autoscaling";
import * as backupAndRecoveryAwsBackupAudit from "./backup-and-recovery/aws-backup-audit";
import * as backupAndRecoveryAwsBackupPlan from "./backup-and-recovery/aws-backup-plan";
import * as backupAndRecoveryAwsBackupRestore from "./backup-and-recovery/aws-backup-restore";
import * as backupAndRecoveryAwsBackupVault from "./backup-and-recovery/aws-backup-vault";
import * as backupAndRecoveryAwsDatabases from "./backup-and-recovery/aws-databases";
import * as backupAndRecoveryAwsDeletion from "./backup-and-recovery/aws-deletion";
import * as backupAndRecoveryAwsDynamodb from "./backup-and-recovery/aws-dynamodb";
import * as backupAndRecoveryAwsEfs from "./backup-and-recovery/aws-efs";
import * as backupAndRecoveryAwsFsx from "./backup-and-recovery/aws-fsx";
import * as backupAndRecoveryAwsLb from "./backup-and-recovery/aws-lb";
import * as backupAndRecoveryAwsRds from "./backup-and-recovery/aws-rds";
import * as backupAndRecoveryAwsRedshift from "./backup-and-recovery/aws-redshift";
import * as backupAndRecoveryAwsS3 from "./backup-and-recovery/aws-s3";
import * as backupAndRecoveryAzureBackup from "./backup-and-recovery/azure-backup";
import * as backupAndRecoveryAzureCompute from "./backup-and-recovery/azure-compute";
import * as backupAndRecoveryAzureDatabases from "./backup-and-recovery/azure-databases";
import * as backupAndRecoveryAzureKeyVault from "./backup-and-recovery/azure-key-vault";
import * as backupAndRecoveryAzureLocks from "./backup-and-recovery/azure-locks";
import * as backupAndRecoveryAzurePlatform from "./backup-and-recovery/azure-platform";
import * as backupAndRecoveryAzureSql from "./backup-and-recovery/azure-sql";
import * as backupAndRecoveryAzureStorage from "./backup-and-recovery/azure-storage";
import * as incidentExercisesAwsFis from "./incident-exercises/aws-fis";
import * as incidentExercisesAwsIncidentManager from "./incident-exercises/aws-incident-manager";
import * as incidentExercisesAzureChaos from "./incident-exercises/azure-chaos";
import * as incidentExercisesAzureResilience from "./incident-exercises/azure-resilience";
import * as incidentExercisesAzureSiteRecovery from "./incident-exercises/azure-site-recovery";
import * as incidentReportingAwsAccount from "./incident-reporting/aws-account";
import * as incidentReportingAwsAggregation from "./incident-reporting/aws-aggregation";
import * as incidentReportingAwsEventRouting from "./incident-reporting/aws-event-routing";
import * as incidentReportingAwsEvidence from "./incident-reporting/aws-evidence";
import * as incidentReportingAwsGuardduty from "./incident-reporting/aws-guardduty";
import * as incidentReportingAwsIncidentManager from "./incident-reporting/aws-incident-manager";
import * as incidentReportingAwsSns from "./incident-reporting/aws-sns";
import * as incidentReportingAzureDefender from "./incident-reporting/azure-defender";
import * as incidentReportingAzureLogAnalytics from "./incident-reporting/azure-log-analytics";
import * as incidentReportingAzureMonitor from "./incident-reporting/azure-monitor";
import * as incidentReportingAzureSecurityContact from "./incident-reporting/azure-security-contact";
import * as incidentReportingAzureSentinel from "./incident-reporting/azure-sentinel";
import * as incidentReportingAzureSql from "./incident-reporting/azure-sql";
import * as mfaAndFederationAwsApiGateway from "./mfa-and-federation/aws-api-gateway";
import * as mfaAndFederationAwsCaches from "./mfa-and-federation/aws-caches";
import * as mfaAndFederationAwsClientVpn from "./mfa-and-federation/aws-client-vpn";
import * as mfaAndFederationAwsCognito from "./mfa-and-federation/aws-cognito";
import * as mfaAndFederationAwsDatabases from "./mfa-and-federation/aws-databases";
import * as mfaAndFederationAwsDirectoryService from "./mfa-and-federation/aws-directory-service";
import * as mfaAndFederationAwsEks from "./mfa-and-federation/aws-eks";
import * as mfaAndFederationAwsIam from "./mfa-and-federation/aws-iam";
import * as mfaAndFederationAwsIamProviders from "./mfa-and-federation/aws-iam-providers";
import * as mfaAndFederationAwsIamTrust from "./mfa-and-federation/aws-iam-trust";
import * as mfaAndFederationAwsIdentityCenter from "./mfa-and-federation/aws-identity-center";
import * as mfaAndFederationAwsLoadBalancing from "./mfa-and-federation/aws-load-balancing";
import * as mfaAndFederationAwsOrganizations from "./mfa-and-federation/aws-organizations";
import * as mfaAndFederationAzureAppService from "./mfa-and-federation/azure-app-service";
import * as mfaAndFederationAzureCompute from "./mfa-and-federation/azure-compute";
import * as mfaAndFederationAzureContainerRegistry from "./mfa-and-federation/azure-container-registry";
import * as mfaAndFederationAzureDatabases from "./mfa-and-federation/azure-databases";
import * as mfaAndFederationAzureKubernetes from "./mfa-and-federation/azure-kubernetes";
import * as mfaAndFederationAzureLocalAuth from "./mfa-and-federation/azure-local-auth";
import * as mfaAndFederationAzureNetwork from "./mfa-and-federation/azure-network";
import * as mfaAndFederationAzurePrivilegedAccess from "./mfa-and-federation/azure-privileged-access";
import * as mfaAndFederationAzureServiceFabric from "./mfa-and-federation/azure-service-fabric";
import * as mfaAndFederationAzureSql from "./mfa-and-federation/azure-sql";
import * as mfaAndFederationAzureStorage from "./mfa-and-federation/azure-storage";
import * as mfaAndFederationEntraApplications from "./mfa-and-federation/entra-applications";
import * as mfaAndFederationEntraConditionalAccess from "./mfa-and-federation/entra-conditional-access";
import * as mfaAndFederationEntraPrivilegedAccess from "./mfa-and-federation/entra-privileged-access";
import * as monitoringAndLoggingAwsApiGateway from "./monitoring-and-logging/aws-api-gateway";
import * as monitoringAndLoggingAwsCloudfront from "./monitoring-and-logging/aws-cloudfront";
import * as monitoringAndLoggingAwsCloudtrail from "./monitoring-and-logging/aws-cloudtrail";
import * as monitoringAndLoggingAwsCloudwatch from "./monitoring-and-logging/aws-cloudwatch";
import * as monitoringAndLoggingAwsConfig from "./monitoring-and-logging/aws-config";
import * as monitoringAndLoggingAwsDatabases from "./monitoring-and-logging/aws-databases";
import * as monitoringAndLoggingAwsEc2 from "./monitoring-and-logging/aws-ec2";
import * as monitoringAndLoggingAwsEcs from "./monitoring-and-logging/aws-ecs";
import * as monitoringAndLoggingAwsEks from "./monitoring-and-logging/aws-eks";
import * as monitoringAndLoggingAwsGuardduty from "./monitoring-and-logging/aws-guardduty";
import * as monitoringAndLoggingAwsLambda from "./monitoring-and-logging/aws-lambda";
import * as monitoringAndLoggingAwsLoadBalancer from "./monitoring-and-logging/aws-load-balancer";
import * as monitoringAndLoggingAwsOpensearch from "./monitoring-and-logging/aws-opensearch";
import * as monitoringAndLoggingAwsS3 from "./monitoring-and-logging/aws-s3";
import * as monitoringAndLoggingAwsSecurityHub from "./monitoring-and-logging/aws-security-hub";
import * as monitoringAndLoggingAwsVpc from "./monitoring-and-logging/aws-vpc";
import * as monitoringAndLoggingAwsWaf from "./monitoring-and-logging/aws-waf";
import * as monitoringAndLoggingAwsWorkflows from "./monitoring-and-logging/aws-workflows";
import * as monitoringAndLoggingAzureActivityLog from "./monitoring-and-logging/azure-activity-log";
import * as monitoringAndLoggingAzureCompute from "./monitoring-and-logging/azure-compute";
import * as monitoringAndLoggingAzureDefender from "./monitoring-and-logging/azure-defender";
import * as monitoringAndLoggingAzureDiagnostics from "./monitoring-and-logging/azure-diagnostics";
import * as monitoringAndLoggingAzureEntra from "./monitoring-and-logging/azure-entra";
import * as monitoringAndLoggingAzureKeyVault from "./monitoring-and-logging/azure-key-vault";
import * as monitoringAndLoggingAzureKubernetes from "./monitoring-and-logging/azure-kubernetes";
import * as monitoringAndLoggingAzureLogAnalytics from "./monitoring-and-logging/azure-log-analytics";
import * as monitoringAndLoggingAzureNetwork from "./monitoring-and-logging/azure-network";
import * as monitoringAndLoggingAzureSentinel from "./monitoring-and-logging/azure-sentinel";
import * as monitoringAndLoggingAzureSql from "./monitoring-and-logging/azure-sql";
import * as monitoringAndLoggingAzureStorage from "./monitoring-and-logging/azure-storage";
import * as secureSoftwareAwsCodeartifact from "./secure-software/aws-codeartifact";
import * as secureSoftwareAwsCodebuild from "./secure-software/aws-codebuild";
import * as secureSoftwareAwsCodedeploy from "./secure-software/aws-codedeploy";
import * as secureSoftwareAwsCodepipeline from "./secure-software/aws-codepipeline";
import * as secureSoftwareAwsContainers from "./secure-software/aws-containers";
import * as secureSoftwareAwsEcr from "./secure-software/aws-ecr";
import * as secureSoftwareAwsIam from "./secure-software/aws-iam";
import * as secureSoftwareAwsLambda from "./secure-software/aws-lambda";
import * as secureSoftwareAwsSecrets from "./secure-software/aws-secrets";
import * as secureSoftwareAwsUserData from "./secure-software/aws-user-data";
import * as secureSoftwareAzureApiManagement from "./secure-software/azure-api-management";
import * as secureSoftwareAzureAppService from "./secure-software/azure-app-service";
import * as secureSoftwareAzureCompute from "./secure-software/azure-compute";
import * as secureSoftwareAzureContainerRegistry from "./secure-software/azure-container-registry";
import * as secureSoftwareAzureContainers from "./secure-software/azure-containers";
import * as secureSoftwareAzureIdentity from "./secure-software/azure-identity";
import * as secureSoftwareAzureKubernetes from "./secure-software/azure-kubernetes";
import * as secureSoftwareEntraApplications from "./secure-software/entra-applications";
import * as secureSoftwareEntraFederation from "./secure-software/entra-federation";
import * as standardsMetAwsAccessAnalyzer from "./standards-met/aws-access-analyzer";
import * as standardsMetAwsApiGateway from "./standards-met/aws-api-gateway";
import * as standardsMetAwsCloudfront from "./standards-met/aws-cloudfront";
import * as standardsMetAwsCustomerKeys from "./standards-met/aws-customer-keys";
import * as standardsMetAwsDatabases from "./standards-met/aws-databases";
import * as standardsMetAwsDms from "./standards-met/aws-dms";
import * as standardsMetAwsEbs from "./standards-met/aws-ebs";
import * as standardsMetAwsEc2 from "./standards-met/aws-ec2";
import * as standardsMetAwsEc2Hygiene from "./standards-met/aws-ec2-hygiene";
import * as standardsMetAwsEfs from "./standards-met/aws-efs";
import * as standardsMetAwsEks from "./standards-met/aws-eks";
import * as standardsMetAwsElasticache from "./standards-met/aws-elasticache";
import * as standardsMetAwsEmr from "./standards-met/aws-emr";
import * as standardsMetAwsGlueAthena from "./standards-met/aws-glue-athena";
import * as standardsMetAwsIam from "./standards-met/aws-iam";
import * as standardsMetAwsIamUsers from "./standards-met/aws-iam-users";
import * as standardsMetAwsKms from "./standards-met/aws-kms";
import * as standardsMetAwsLambda from "./standards-met/aws-lambda";
import * as standardsMetAwsLoadBalancing from "./standards-met/aws-load-balancing";
import * as standardsMetAwsMacie from "./standards-met/aws-macie";
import * as standardsMetAwsMessaging from "./standards-met/aws-messaging";
import * as standardsMetAwsMsk from "./standards-met/aws-msk";
import * as standardsMetAwsNetworkSharing from "./standards-met/aws-network-sharing";
import * as standardsMetAwsOpensearch from "./standards-met/aws-opensearch";
import * as standardsMetAwsOrganizations from "./standards-met/aws-organizations";
import * as standardsMetAwsPlacement from "./standards-met/aws-placement";
import * as standardsMetAwsRds from "./standards-met/aws-rds";
import * as standardsMetAwsRedshift from "./standards-met/aws-redshift";
import * as standardsMetAwsResidency from "./standards-met/aws-residency";
import * as standardsMetAwsResourcePolicies from "./standards-met/aws-resource-policies";
import * as standardsMetAwsRouting from "./standards-met/aws-routing";
import * as standardsMetAwsS3 from "./standards-met/aws-s3";
import * as standardsMetAwsSagemaker from "./standards-met/aws-sagemaker";
import * as standardsMetAwsSecrets from "./standards-met/aws-secrets";
import * as standardsMetAwsSecurityGroups from "./standards-met/aws-security-groups";
import * as standardsMetAwsSsm from "./standards-met/aws-ssm";
import * as standardsMetAwsTransfer from "./standards-met/aws-transfer";
import * as standardsMetAwsVpc from "./standards-met/aws-vpc";
import * as standardsMetAwsVpn from "./standards-met/aws-vpn";
import * as standardsMetAwsWaf from "./standards-met/aws-waf";
import * as standardsMetAzureApiManagement from "./standards-met/azure-api-management";
import * as standardsMetAzureAppService from "./standards-met/azure-app-service";
import * as standardsMetAzureApplicationGateway from "./standards-met/azure-application-gateway";
import * as standardsMetAzureAuthorization from "./standards-met/azure-authorization";
import * as standardsMetAzureAutomation from "./standards-met/azure-automation";
import * as standardsMetAzureCompute from "./standards-met/azure-compute";
import * as standardsMetAzureContainerApps from "./standards-met/azure-container-apps";
import * as standardsMetAzureCustomerKeys from "./standards-met/azure-customer-keys";
import * as standardsMetAzureDatabases from "./standards-met/azure-databases";
import * as standardsMetAzureFirewall from "./standards-met/azure-firewall";
import * as standardsMetAzureFrontDoor from "./standards-met/azure-front-door";
import * as standardsMetAzureHealthData from "./standards-met/azure-health-data";
import * as standardsMetAzureKeyVault from "./standards-met/azure-key-vault";
import * as standardsMetAzureKubernetes from "./standards-met/azure-kubernetes";
import * as standardsMetAzureNetworkSecurityGroup from "./standards-met/azure-network-security-group";
import * as standardsMetAzurePolicy from "./standards-met/azure-policy";
import * as standardsMetAzurePrivateAccess from "./standards-met/azure-private-access";
import * as standardsMetAzurePublicIp from "./standards-met/azure-public-ip";
import * as standardsMetAzureResidency from "./standards-met/azure-residency";
import * as standardsMetAzureResources from "./standards-met/azure-resources";
import * as standardsMetAzureServiceFabric from "./standards-met/azure-service-fabric";
import * as standardsMetAzureStorage from "./standards-met/azure-storage";
import * as standardsMetAzureSubnet from "./standards-met/azure-subnet";
import * as standardsMetEntraRoles from "./standards-met/entra-roles";
import * as supportedAndPatchedAwsAcm from "./supported-and-patched/aws-acm";
import * as supportedAndPatchedAwsDatabases from "./supported-and-patched/aws-databases";
import * as supportedAndPatchedAwsEc2 from "./supported-and-patched/aws-ec2";
import * as supportedAndPatchedAwsEcr from "./supported-and-patched/aws-ecr";
import * as supportedAndPatchedAwsEcs from "./supported-and-patched/aws-ecs";
import * as supportedAndPatchedAwsEks from "./supported-and-patched/aws-eks";
import * as supportedAndPatchedAwsElasticbeanstalk from "./supported-and-patched/aws-elasticbeanstalk";
import * as supportedAndPatchedAwsInspector from "./supported-and-patched/aws-inspector";
import * as supportedAndPatchedAwsLambda from "./supported-and-patched/aws-lambda";
import * as supportedAndPatchedAwsOpensearch from "./supported-and-patched/aws-opensearch";
import * as supportedAndPatchedAwsRds from "./supported-and-patched/aws-rds";
import * as supportedAndPatchedAwsRedshift from "./supported-and-patched/aws-redshift";
import * as supportedAndPatchedAwsReleases from "./supported-and-patched/aws-releases";
import * as supportedAndPatchedAwsSsm from "./supported-and-patched/aws-ssm";
import * as supportedAndPatchedAzureAppService from "./supported-and-patched/azure-app-service";
import * as supportedAndPatchedAzureCompute from "./supported-and-patched/azure-compute";
import * as supportedAndPatchedAzureContainerRegistry from "./supported-and-patched/azure-container-registry";
import * as supportedAndPatchedAzureDatabases from "./supported-and-patched/azure-databases";
import * as supportedAndPatchedAzureDefender from "./supported-and-patched/azure-defender";
import * as supportedAndPatchedAzureKubernetes from "./supported-and-patched/azure-kubernetes";
import * as supportedAndPatchedAzureMaintenance from "./supported-and-patched/azure-maintenance";
import * as supportedAndPatchedAzureNetwork from "./supported-and-patched/azure-network";
import * as supportedAndPatchedAzureSql from "./supported-and-patched/azure-sql";

const files: readonly Readonly<Record<string, Policy>>[] = [
    backupAndRecoveryAwsAutoscaling,
    backupAndRecoveryAwsBackupAudit,
    backupAndRecoveryAwsBackupPlan,
    backupAndRecoveryAwsBackupRestore,
    backupAndRecoveryAwsBackupVault,
    backupAndRecoveryAwsDatabases,
    backupAndRecoveryAwsDeletion,
    backupAndRecoveryAwsDynamodb,
    backupAndRecoveryAwsEfs,
    backupAndRecoveryAwsFsx,
    backupAndRecoveryAwsLb,
    backupAndRecoveryAwsRds,
    backupAndRecoveryAwsRedshift,
    backupAndRecoveryAwsS3,
    backupAndRecoveryAzureBackup,
    backupAndRecoveryAzureCompute,
    backupAndRecoveryAzureDatabases,
    backupAndRecoveryAzureKeyVault,
    backupAndRecoveryAzureLocks,
    backupAndRecoveryAzurePlatform,
    backupAndRecoveryAzureSql,
    backupAndRecoveryAzureStorage,
    incidentExercisesAwsFis,
    incidentExercisesAwsIncidentManager,
    incidentExercisesAzureChaos,
    incidentExercisesAzureResilience,
    incidentExercisesAzureSiteRecovery,
    incidentReportingAwsAccount,
    incidentReportingAwsAggregation,
    incidentReportingAwsEventRouting,
    incidentReportingAwsEvidence,
    incidentReportingAwsGuardduty,
    incidentReportingAwsIncidentManager,
    incidentReportingAwsSns,
    incidentReportingAzureDefender,
    incidentReportingAzureLogAnalytics,
    incidentReportingAzureMonitor,
    incidentReportingAzureSecurityContact,
    incidentReportingAzureSentinel,
    incidentReportingAzureSql,
    mfaAndFederationAwsApiGateway,
    mfaAndFederationAwsCaches,
    mfaAndFederationAwsClientVpn,
    mfaAndFederationAwsCognito,
    mfaAndFederationAwsDatabases,
    mfaAndFederationAwsDirectoryService,
    mfaAndFederationAwsEks,
    mfaAndFederationAwsIam,
    mfaAndFederationAwsIamProviders,
    mfaAndFederationAwsIamTrust,
    mfaAndFederationAwsIdentityCenter,
    mfaAndFederationAwsLoadBalancing,
    mfaAndFederationAwsOrganizations,
    mfaAndFederationAzureAppService,
    mfaAndFederationAzureCompute,
    mfaAndFederationAzureContainerRegistry,
    mfaAndFederationAzureDatabases,
    mfaAndFederationAzureKubernetes,
    mfaAndFederationAzureLocalAuth,
    mfaAndFederationAzureNetwork,
    mfaAndFederationAzurePrivilegedAccess,
    mfaAndFederationAzureServiceFabric,
    mfaAndFederationAzureSql,
    mfaAndFederationAzureStorage,
    mfaAndFederationEntraApplications,
    mfaAndFederationEntraConditionalAccess,
    mfaAndFederationEntraPrivilegedAccess,
    monitoringAndLoggingAwsApiGateway,
    monitoringAndLoggingAwsCloudfront,
    monitoringAndLoggingAwsCloudtrail,
    monitoringAndLoggingAwsCloudwatch,
    monitoringAndLoggingAwsConfig,
    monitoringAndLoggingAwsDatabases,
    monitoringAndLoggingAwsEc2,
    monitoringAndLoggingAwsEcs,
    monitoringAndLoggingAwsEks,
    monitoringAndLoggingAwsGuardduty,
    monitoringAndLoggingAwsLambda,
    monitoringAndLoggingAwsLoadBalancer,
    monitoringAndLoggingAwsOpensearch,
    monitoringAndLoggingAwsS3,
    monitoringAndLoggingAwsSecurityHub,
    monitoringAndLoggingAwsVpc,
    monitoringAndLoggingAwsWaf,
    monitoringAndLoggingAwsWorkflows,
    monitoringAndLoggingAzureActivityLog,
    monitoringAndLoggingAzureCompute,
    monitoringAndLoggingAzureDefender,
    monitoringAndLoggingAzureDiagnostics,
    monitoringAndLoggingAzureEntra,
    monitoringAndLoggingAzureKeyVault,
    monitoringAndLoggingAzureKubernetes,
    monitoringAndLoggingAzureLogAnalytics,
    monitoringAndLoggingAzureNetwork,
    monitoringAndLoggingAzureSentinel,
    monitoringAndLoggingAzureSql,
    monitoringAndLoggingAzureStorage,
    secureSoftwareAwsCodeartifact,
    secureSoftwareAwsCodebuild,
    secureSoftwareAwsCodedeploy,
    secureSoftwareAwsCodepipeline,
    secureSoftwareAwsContainers,
    secureSoftwareAwsEcr,
    secureSoftwareAwsIam,
    secureSoftwareAwsLambda,
    secureSoftwareAwsSecrets,
    secureSoftwareAwsUserData,
    secureSoftwareAzureApiManagement,
    secureSoftwareAzureAppService,
    secureSoftwareAzureCompute,
    secureSoftwareAzureContainerRegistry,
    secureSoftwareAzureContainers,
    secureSoftwareAzureIdentity,
    secureSoftwareAzureKubernetes,
    secureSoftwareEntraApplications,
    secureSoftwareEntraFederation,
    standardsMetAwsAccessAnalyzer,
    standardsMetAwsApiGateway,
    standardsMetAwsCloudfront,
    standardsMetAwsCustomerKeys,
    standardsMetAwsDatabases,
    standardsMetAwsDms,
    standardsMetAwsEbs,
    standardsMetAwsEc2,
    standardsMetAwsEc2Hygiene,
    standardsMetAwsEfs,
    standardsMetAwsEks,
    standardsMetAwsElasticache,
    standardsMetAwsEmr,
    standardsMetAwsGlueAthena,
    standardsMetAwsIam,
    standardsMetAwsIamUsers,
    standardsMetAwsKms,
    standardsMetAwsLambda,
    standardsMetAwsLoadBalancing,
    standardsMetAwsMacie,
    standardsMetAwsMessaging,
    standardsMetAwsMsk,
    standardsMetAwsNetworkSharing,
    standardsMetAwsOpensearch,
    standardsMetAwsOrganizations,
    standardsMetAwsPlacement,
    standardsMetAwsRds,
    standardsMetAwsRedshift,
    standardsMetAwsResidency,
    standardsMetAwsResourcePolicies,
    standardsMetAwsRouting,
    standardsMetAwsS3,
    standardsMetAwsSagemaker,
    standardsMetAwsSecrets,
    standardsMetAwsSecurityGroups,
    standardsMetAwsSsm,
    standardsMetAwsTransfer,
    standardsMetAwsVpc,
    standardsMetAwsVpn,
    standardsMetAwsWaf,
    standardsMetAzureApiManagement,
    standardsMetAzureAppService,
    standardsMetAzureApplicationGateway,
    standardsMetAzureAuthorization,
    standardsMetAzureAutomation,
    standardsMetAzureCompute,
    standardsMetAzureContainerApps,
    standardsMetAzureCustomerKeys,
    standardsMetAzureDatabases,
    standardsMetAzureFirewall,
    standardsMetAzureFrontDoor,
    standardsMetAzureHealthData,
    standardsMetAzureKeyVault,
    standardsMetAzureKubernetes,
    standardsMetAzureNetworkSecurityGroup,
    standardsMetAzurePolicy,
    standardsMetAzurePrivateAccess,
    standardsMetAzurePublicIp,
    standardsMetAzureResidency,
    standardsMetAzureResources,
    standardsMetAzureServiceFabric,
    standardsMetAzureStorage,
    standardsMetAzureSubnet,
    standardsMetEntraRoles,
    supportedAndPatchedAwsAcm,
    supportedAndPatchedAwsDatabases,
    supportedAndPatchedAwsEc2,
    supportedAndPatchedAwsEcr,
    supportedAndPatchedAwsEcs,
    supportedAndPatchedAwsEks,
    supportedAndPatchedAwsElasticbeanstalk,
    supportedAndPatchedAwsInspector,
    supportedAndPatchedAwsLambda,
    supportedAndPatchedAwsOpensearch,
    supportedAndPatchedAwsRds,
    supportedAndPatchedAwsRedshift,
    supportedAndPatchedAwsReleases,
    supportedAndPatchedAwsSsm,
    supportedAndPatchedAzureAppService,
    supportedAndPatchedAzureCompute,
    supportedAndPatchedAzureContainerRegistry,
    supportedAndPatchedAzureDatabases,
    supportedAndPatchedAzureDefender,
    supportedAndPatchedAzureKubernetes,
    supportedAndPatchedAzureMaintenance,
    supportedAndPatchedAzureNetwork,
    supportedAndPatchedAzureSql,
];

/** Every policy, by name. */
export const policies: readonly Policy[] = files.flatMap(file => Object.values(file)).sort((a, b) => (a.name < b.name ? -1 : 1));
