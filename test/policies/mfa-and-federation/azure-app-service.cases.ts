import { type Cases, UNKNOWN, of } from "../support/cases";

const app = of("azure-native:web:WebApp");
const slot = of("azure-native:web:WebAppSlot");
const ftp = of("azure-native:web:WebAppFtpAllowed");
const scm = of("azure-native:web:WebAppScmAllowed");
const slotFtp = of("azure-native:web:WebAppFtpAllowedSlot");
const slotScm = of("azure-native:web:WebAppScmAllowedSlot");
const authV2 = of("azure-native:web:WebAppAuthSettingsV2");
const authV1 = of("azure-native:web:WebAppAuthSettings");
const containerApp = of("azure-native:app:ContainerApp");
const containerAuth = of("azure-native:app:ContainerAppsAuthConfig");
const environment = of("azure-native:app:ManagedEnvironment");

const resourceGroupName = "rg-records";
const records = app({ resourceGroupName, name: "records" });
const noFtp = app({ resourceGroupName, name: "records", siteConfig: { ftpsState: "Disabled" } });
const ofRecords = { resourceGroupName, name: "records" };
const staging = slot({ ...ofRecords, slot: "staging" });
const FTPS = "siteConfig.ftpsState";

const apps = environment({ resourceGroupName, environmentName: "apps" });
const internal = environment({
    resourceGroupName,
    environmentName: "internal",
    vnetConfiguration: { internal: true, infrastructureSubnetId: UNKNOWN },
});
const portal = containerApp(
    { resourceGroupName, containerAppName: "portal", managedEnvironmentId: UNKNOWN, configuration: { ingress: { external: true, targetPort: 80 } } },
    { managedEnvironmentId: apps },
);

export const cases: Cases = {
    "azure-app-service-basic-publishing-disabled": {
        compliant: {
            "both closed, by name": [records, ftp({ ...ofRecords, allow: false }), scm({ ...ofRecords, allow: false })],
            "FTP off": [noFtp, scm({ ...ofRecords, allow: false })],
            "both closed, made from the app": [
                records,
                ftp({ name: UNKNOWN, allow: false }, { name: records }),
                scm({ name: UNKNOWN, allow: false }, { name: records }),
            ],
            "a slot with its own": [
                staging,
                slotFtp({ ...ofRecords, slot: "staging", allow: false }),
                slotScm({ ...ofRecords, slot: "staging", allow: false }),
            ],
        },
        violating: {
            "left out: the password works": [records, ""],
            "FTP left open": [[records, scm({ ...ofRecords, allow: false })], FTPS],
            "the default said outright": [[noFtp, scm({ ...ofRecords, allow: true })], ""],
            "closed on another app": [[noFtp, scm({ resourceGroupName, name: "other", allow: false })], ""],
            "a slot whose app is closed": [
                [noFtp, scm({ ...ofRecords, allow: false }), slot({ ...ofRecords, slot: "staging", siteConfig: { ftpsState: "Disabled" } })],
                "",
            ],
            "a slot of the same name of another app": [
                [
                    staging,
                    slotFtp({ resourceGroupName, name: "other", slot: "staging", allow: false }),
                    slotScm({ ...ofRecords, slot: "staging", allow: false }),
                ],
                FTPS,
            ],
        },
        undetermined: {
            "known only after the update": [[noFtp, scm({ ...ofRecords, allow: UNKNOWN })], ""],
            "perhaps closed on this app": [[noFtp, scm({ name: UNKNOWN, allow: false })], ""],
            "a state of FTP that is not known": [
                [app({ ...ofRecords, siteConfig: { ftpsState: UNKNOWN } }), scm({ ...ofRecords, allow: false })],
                FTPS,
            ],
        },
        notApplicable: {
            "an app on Container Apps": app({
                ...ofRecords,
                managedEnvironmentId: "/subscriptions/s/resourceGroups/rg/providers/Microsoft.App/managedEnvironments/e",
            }),
        },
    },
    "azure-app-authentication-enabled": {
        compliant: {
            "asks for sign-in": [records, authV2({ ...ofRecords, platform: { enabled: true }, globalValidation: { requireAuthentication: true } })],
            "turns strangers away": [
                records,
                authV2(
                    { name: UNKNOWN, platform: { enabled: true }, globalValidation: { unauthenticatedClientAction: "Return401" } },
                    { name: records },
                ),
            ],
            "settings of the older kind": [records, authV1({ ...ofRecords, enabled: true, unauthenticatedClientAction: "RedirectToLoginPage" })],
            "asks for certificates": app({ ...ofRecords, clientCertEnabled: true, clientCertMode: "Required" }),
            "a container app that asks for sign-in": [
                apps,
                portal,
                containerAuth({
                    resourceGroupName,
                    containerAppName: "portal",
                    platform: { enabled: true },
                    globalValidation: { unauthenticatedClientAction: "RedirectToLoginPage" },
                }),
            ],
        },
        violating: {
            "left out": [records, ""],
            "left out of a container app": [[apps, portal], ""],
            "switched off": [
                [records, authV2({ ...ofRecords, platform: { enabled: false }, globalValidation: { requireAuthentication: true } })],
                "",
            ],
            "strangers let in, said outright": [
                [records, authV2({ ...ofRecords, platform: { enabled: true }, globalValidation: { unauthenticatedClientAction: "AllowAnonymous" } })],
                "",
            ],
            "nothing asked": [[records, authV2({ ...ofRecords, platform: { enabled: true } })], ""],
            "settings of another app": [
                [
                    records,
                    authV2({ resourceGroupName, name: "other", platform: { enabled: true }, globalValidation: { requireAuthentication: true } }),
                ],
                "",
            ],
            "certificates that need not be shown": [app({ ...ofRecords, clientCertEnabled: true, clientCertMode: "Optional" }), ""],
        },
        undetermined: {
            "known only after the update": [
                [records, authV2({ ...ofRecords, platform: { enabled: UNKNOWN }, globalValidation: { requireAuthentication: true } })],
                "",
            ],
            "perhaps settings of this app": [
                [records, authV2({ name: UNKNOWN, platform: { enabled: true }, globalValidation: { requireAuthentication: true } })],
                "",
            ],
            "an environment of another stack": [
                containerApp({
                    resourceGroupName,
                    environmentId: "/subscriptions/s/e",
                    configuration: { ingress: { external: true, targetPort: 80 } },
                }),
                "",
            ],
        },
        notApplicable: {
            "a web app that the internet does not reach": app({ ...ofRecords, publicNetworkAccess: "Disabled" }),
            "a container app that nobody calls": containerApp({ resourceGroupName, containerAppName: "worker" }),
            "a container app in an internal environment": [
                internal,
                containerApp(
                    { managedEnvironmentId: UNKNOWN, configuration: { ingress: { external: true, targetPort: 80 } } },
                    { managedEnvironmentId: internal },
                ),
            ],
        },
    },
};
