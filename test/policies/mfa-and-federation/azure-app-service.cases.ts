import { type Cases, UNKNOWN, of } from "../support/cases";

const app = of("azure-native:web:WebApp");
const slot = of("azure-native:web:WebAppSlot");
const ftp = of("azure-native:web:WebAppFtpAllowed");
const scm = of("azure-native:web:WebAppScmAllowed");
const slotFtp = of("azure-native:web:WebAppFtpAllowedSlot");
const slotScm = of("azure-native:web:WebAppScmAllowedSlot");

const resourceGroupName = "rg-records";
const records = app({ resourceGroupName, name: "records" });
const noFtp = app({ resourceGroupName, name: "records", siteConfig: { ftpsState: "Disabled" } });
const ofRecords = { resourceGroupName, name: "records" };
const staging = slot({ ...ofRecords, slot: "staging" });
const FTPS = "siteConfig.ftpsState";

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
};
