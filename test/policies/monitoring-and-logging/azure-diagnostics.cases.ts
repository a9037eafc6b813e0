import { type CaseProps, type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const setting = of("azure-native:monitor:DiagnosticSetting");
const cluster = of("azure-native:containerservice:ManagedCluster");
const cosmos = of("azure-native:cosmosdb:DatabaseAccount");
const profile = of("azure-native:cdn:Profile");
const app = of("azure-native:web:WebApp");
const gateway = of("azure-native:apimanagement:ApiManagementService");
const databricks = of("azure-native:databricks:Workspace");
const account = of("azure-native:storage:StorageAccount");
const network = of("azure-native:network:VirtualNetwork");

type Setting = CaseProps<"azure-native:monitor:DiagnosticSetting">;
const allLogs = [{ categoryGroup: "allLogs", enabled: true }];
const sends = (props: Setting, resource?: CaseResource) =>
    setting(
        { ...(resource ? { resourceUri: UNKNOWN } : {}), workspaceId: UNKNOWN, logs: allLogs, ...props },
        resource ? { resourceUri: resource } : {},
    );
const idOf = (type: string, name: string, group = "rg-records") => `/subscriptions/s/resourceGroups/${group}/providers/${type}/${name}`;
const db = cosmos({ resourceGroupName: "rg-records", accountName: "records" });
const dbId = idOf("Microsoft.DocumentDB/databaseAccounts", "records");

export const cases: Cases = {
    "azure-diagnostic-setting-present": {
        compliant: {
            "a setting by dependency": (() => {
                const one = cluster({});
                return [one, sends({}, one)];
            })(),
            "a setting by id, without regard to case": [db, sends({ resourceUri: dbId.toUpperCase().replace("/SUBSCRIPTIONS", "/subscriptions") })],
            "to an account, for one category": [
                db,
                sends({
                    resourceUri: dbId,
                    workspaceId: undefined,
                    storageAccountId: UNKNOWN,
                    logs: [{ category: "DataPlaneRequests", enabled: true }],
                }),
            ],
            "Front Door": (() => {
                const one = profile({ sku: { name: "Premium_AzureFrontDoor" } });
                return [one, sends({}, one)];
            })(),
        },
        violating: {
            "no setting": [cluster({}), ""],
            "Databricks whose plan is left out": [databricks({}), ""],
            "metrics only": [[db, sends({ resourceUri: dbId, logs: undefined, metrics: [{ category: "AllMetrics", enabled: true }] })], ""],
            "an explicit off": [[db, sends({ resourceUri: dbId, logs: [{ categoryGroup: "allLogs", enabled: false }] })], ""],
            "a setting that sends nowhere": [[db, sends({ resourceUri: dbId, workspaceId: undefined })], ""],
            "a setting of a database of that name in another group": [
                [db, sends({ resourceUri: idOf("Microsoft.DocumentDB/databaseAccounts", "records", "rg-other") })],
                "",
            ],
            "a setting of an app that uses the database": [
                (() => {
                    const uses = app({ siteConfig: UNKNOWN }, { siteConfig: db });
                    return [db, uses, sends({}, uses)];
                })(),
                "",
            ],
            "of a type that the setting no longer leaves out": { resources: [app({})], settings: { unloggedTypes: [] }, property: "" },
        },
        undetermined: {
            "a setting of something not known yet": [[db, sends({ resourceUri: UNKNOWN })], ""],
            "logs known only after the update": [[db, sends({ resourceUri: dbId, logs: UNKNOWN })], ""],
            "perhaps off": [[db, sends({ resourceUri: dbId, logs: [{ categoryGroup: "allLogs", enabled: UNKNOWN }] })], ""],
            "perhaps Front Door": [profile({ sku: { name: UNKNOWN } }), ""],
        },
        notApplicable: {
            "a type that is left out": app({}),
            "a classic content delivery network": profile({ sku: { name: "Standard_Microsoft" } }),
            "a gateway on the Consumption tier": gateway({ sku: { name: "Consumption", capacity: 0 } }),
            "Databricks without logs": databricks({ sku: { name: "standard" } }),
        },
    },
    "azure-diagnostic-setting-collects-audit": {
        compliant: {
            "a group of categories": sends({ resourceUri: dbId }),
            "a category": sends({ resourceUri: dbId, logs: [{ category: "controlplanerequests", enabled: true }] }),
            "the activity log": sends({ resourceUri: "/subscriptions/s", logs: [{ category: "Administrative", enabled: true }] }),
            "audit records of what is not known": sends({ resourceUri: UNKNOWN }),
            "of a part of an account": sends({ logs: [{ category: "StorageRead", enabled: true }] }, account({})),
        },
        violating: {
            "metrics only": [sends({ resourceUri: dbId, logs: undefined }), "logs"],
            "an explicit off": [sends({ resourceUri: dbId, logs: [{ categoryGroup: "audit", enabled: false }] }), "logs"],
            "other logs of a database": [sends({ logs: [{ category: "QueryRuntimeStatistics", enabled: true }] }, cosmos({})), "logs"],
            nowhere: [sends({ resourceUri: dbId, workspaceId: undefined }), "workspaceId"],
        },
        undetermined: {
            "a category not known yet": [sends({ resourceUri: dbId, logs: [{ category: UNKNOWN, enabled: true }] }), "logs"],
            "metrics of what is not known": [sends({ resourceUri: UNKNOWN, logs: [] }), "logs"],
            "metrics of an account or of a part of it": [sends({ logs: [] }, account({})), "logs"],
        },
        notApplicable: {
            "metrics of an account": sends({ resourceUri: idOf("Microsoft.Storage/storageAccounts", "data"), logs: [] }),
            "metrics of a network": sends({ logs: [] }, network({})),
        },
    },
};
