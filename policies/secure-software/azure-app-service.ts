import { must } from "../../src/policy/factories";
import { off, oneOf } from "../../src/policy/facts";

const APP = "azure-native:web:WebApp";
const SLOT = "azure-native:web:WebAppSlot";
const ENVIRONMENT = "azure-native:web:AppServiceEnvironment";

export const appServiceFtpDisabled = must({
    name: "azure-app-service-ftp-disabled",
    title: "Apps take no deployment over plain FTP",
    commitment: "secure-software",
    topic: "build-change-control",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [APP, SLOT],
    why: "FTP sends the deployment's credentials and the code in clear, past every pipeline.",
    fix: "Set siteConfig.ftpsState to 'Disabled'.",
    references: [
        "azure-policy:4d24b6d4-5e53-4a4f-a7f4-618fa573ee4b",
        "azure-policy:399b2637-a50f-4f95-96f8-3a145476eb15",
        "azure-policy:c285a320-8830-4665-9cc7-bbd05fc7c5c0",
        "azure-policy:e1a09430-221d-4d4c-a337-1edb5a1fa9bb",
        "checkov:CKV_AZURE_78",
        "cis-azure-2.0:9.10",
        "cis-azure-3.0:9.3",
        "mcsb:DP-3",
    ],
    settings: { acceptFtps: { type: "boolean", default: true, description: "Whether FTP over TLS ('FtpsOnly') is accepted." } },
    facts: ({ acceptFtps }) => [
        oneOf("siteConfig.ftpsState", acceptFtps ? ["Disabled", "FtpsOnly"] : ["Disabled"], "AllAllowed", "The app may be deployed over FTP."),
    ],
});

export const appRemoteDebuggingOff = must({
    name: "azure-app-remote-debugging-off",
    title: "Apps cannot be debugged from afar",
    commitment: "secure-software",
    topic: "secure-configuration",
    strength: "core",
    severity: "high",
    evidence: "proved",
    since: "1.0",
    on: [APP, SLOT, ENVIRONMENT],
    why: "A remote debugger opens ports of its own, and reads and changes whatever the app holds in memory.",
    fix: "Leave siteConfig.remoteDebuggingEnabled (networkingConfiguration.remoteDebugEnabled of an environment) off.",
    references: [
        "azure-policy:cb510bfd-1cba-4d9f-a230-cb0976f4bb71",
        "azure-policy:0e60b895-3786-45da-8377-9c6b4b6ac5f9",
        "azure-policy:a08ae1ab-8d1d-422b-a123-df82b307ba61",
        "azure-policy:89691ef9-8c50-49a8-8950-9c7fba41699e",
        "checkov:CKV_AZURE_72",
        "checkov:CKV_AZURE_155",
        "cis-azure-3.0:9.12",
        "mcsb:PV-2",
        "ncsc-cloud-principles:11",
    ],
    facts: [
        off("siteConfig.remoteDebuggingEnabled", false, "Remote debugging is on."),
        off("networkingConfiguration.remoteDebugEnabled", false, "Remote debugging is on."),
    ],
});
