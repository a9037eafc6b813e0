import { type CaseProps, type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const account = of("azure-native:storage:StorageAccount");
const blobs = of("azure-native:storage:BlobServiceProperties");
const queue = of("azure-native:storage:Queue");
const share = of("azure-native:storage:FileShare");
const setting = of("azure-native:monitor:DiagnosticSetting");
const subscriptionSetting = of("azure-native:monitor:SubscriptionDiagnosticSetting");
const directorySetting = of("azure-native:aadiam:DiagnosticSetting");
const containerPolicy = of("azure-native:storage:BlobContainerImmutabilityPolicy");

const resourceGroupName = "rg-records";
const idOf = (name: string) => `/subscriptions/s/resourceGroups/${resourceGroupName}/providers/Microsoft.Storage/storageAccounts/${name}`;
const data = account({ resourceGroupName, accountName: "records", tags: { "data-classification": "sensitive" } });
const three = ["StorageRead", "StorageWrite", "StorageDelete"].map(category => ({ category, enabled: true }));
const logs = (props: CaseProps<"azure-native:monitor:DiagnosticSetting">, links: { readonly resourceUri?: CaseResource } = {}) =>
    setting({ workspaceId: UNKNOWN, logs: three, ...props }, links);
const ofBlobs = logs({ resourceUri: `${idOf("records")}/blobServices/default` });

type Account = CaseProps<"azure-native:storage:StorageAccount">;
const archive = (props: Account) => account({ resourceGroupName, accountName: "logs", allowBlobPublicAccess: false, ...props });
const immutable = (policy: object): Account => ({
    immutableStorageWithVersioning: {
        enabled: true,
        immutabilityPolicy: { state: "Unlocked", immutabilityPeriodSinceCreationInDays: 365, ...policy },
    },
});
const sentTo = (resource: CaseResource) => setting({ resourceUri: "/subscriptions/s", storageAccountId: UNKNOWN }, { storageAccountId: resource });
const sent = (resource: CaseResource, ...others: CaseResource[]) => [resource, sentTo(resource), ...others];
const policyOf = (resource: CaseResource, props: CaseProps<"azure-native:storage:BlobContainerImmutabilityPolicy"> = {}) =>
    containerPolicy({ accountName: UNKNOWN, containerName: "insights-activity-logs", ...props }, { accountName: resource });

export const cases: Cases = {
    "azure-storage-data-plane-logged": {
        compliant: {
            "blobs by id": [data, ofBlobs],
            "a group of categories": [
                data,
                logs({ resourceUri: `${idOf("Records")}/blobservices/DEFAULT`, logs: [{ categoryGroup: "audit", enabled: true }] }),
            ],
            "two settings together": [
                data,
                logs({ resourceUri: `${idOf("records")}/blobServices/default`, logs: three.slice(0, 1) }),
                logs({
                    resourceUri: `${idOf("records")}/blobServices/default`,
                    workspaceId: undefined,
                    storageAccountId: UNKNOWN,
                    logs: three.slice(1),
                }),
            ],
            "by the declared blob service": (() => {
                const service = blobs({ accountName: UNKNOWN }, { accountName: data });
                return [data, service, logs({ resourceUri: UNKNOWN }, { resourceUri: service })];
            })(),
            "a queue that is used": [
                data,
                ofBlobs,
                queue({ resourceGroupName, accountName: "records" }),
                logs({ resourceUri: `${idOf("records")}/queueServices/default` }),
            ],
            "files only": [
                account({ resourceGroupName, accountName: "records", kind: "FileStorage", tags: { "Data-Classification": "patient" } }),
                logs({ resourceUri: `${idOf("records")}/fileServices/default` }),
            ],
        },
        violating: {
            "no setting": [data, ""],
            "a setting of the account itself": [[data, logs({ resourceUri: idOf("records") })], ""],
            "no deletions": [[data, logs({ resourceUri: `${idOf("records")}/blobServices/default`, logs: three.slice(0, 2) })], ""],
            "sent nowhere": [[data, logs({ resourceUri: `${idOf("records")}/blobServices/default`, workspaceId: undefined })], ""],
            "another account's": [[data, logs({ resourceUri: `${idOf("other")}/blobServices/default` })], ""],
            "a queue without one": [[data, ofBlobs, queue({ resourceGroupName, accountName: "records" })], ""],
        },
        undetermined: {
            "one of its services, not known which": [[data, logs({ resourceUri: UNKNOWN }, { resourceUri: data })], ""],
            "something not known yet": [[data, logs({ resourceUri: UNKNOWN })], ""],
            "a category not known yet": [
                [
                    data,
                    logs({ resourceUri: `${idOf("records")}/blobServices/default`, logs: [...three.slice(1), { category: UNKNOWN, enabled: true }] }),
                ],
                "",
            ],
            "tags known only after the update": [account({ resourceGroupName, accountName: "records", tags: UNKNOWN }), ""],
            "perhaps a share of the account's": [[data, ofBlobs, share({ accountName: UNKNOWN })], ""],
        },
        notApplicable: {
            "no tag": account({ resourceGroupName, accountName: "records" }),
            "public data": account({ resourceGroupName, accountName: "site", tags: { "data-classification": "public" } }),
        },
    },
    "azure-log-archive-protected": {
        compliant: {
            "an immutable account that takes more": sent(archive(immutable({ allowProtectedAppendWrites: true }))),
            "an immutable container that takes more": (() => {
                const one = archive({});
                return sent(one, policyOf(one, { allowProtectedAppendWritesAll: true }));
            })(),
            "by id, from the subscription's setting": [
                archive({ ...immutable({ allowProtectedAppendWrites: true }), allowBlobPublicAccess: undefined }),
                subscriptionSetting({ storageAccountId: idOf("logs") }),
            ],
        },
        violating: {
            "no policy": [sent(archive({})), "immutableStorageWithVersioning"],
            "versions can be made immutable, but are not": [
                sent(archive({ immutableStorageWithVersioning: { enabled: true } })),
                "immutableStorageWithVersioning",
            ],
            "no more can be added": [sent(archive(immutable({}))), "immutableStorageWithVersioning"],
            "no more can be added to the container": [
                (() => {
                    const one = archive({});
                    return sent(one, policyOf(one));
                })(),
                "immutableStorageWithVersioning",
            ],
            "blobs can be public": [
                sent(archive({ ...immutable({ allowProtectedAppendWrites: true }), allowBlobPublicAccess: true })),
                "allowBlobPublicAccess",
            ],
            "of the directory's logs": [[archive({}), directorySetting({ storageAccountId: idOf("logs") })], "immutableStorageWithVersioning"],
        },
        undetermined: {
            "a state not known yet": [
                sent(archive(immutable({ state: UNKNOWN, allowProtectedAppendWrites: true }))),
                "immutableStorageWithVersioning",
            ],
            "perhaps the archive": [
                [archive({}), setting({ resourceUri: "/subscriptions/s", storageAccountId: UNKNOWN })],
                "immutableStorageWithVersioning",
            ],
            "a policy of an account not known yet": [
                sent(archive({}), containerPolicy({ accountName: UNKNOWN, allowProtectedAppendWrites: true })),
                "immutableStorageWithVersioning",
            ],
        },
        notApplicable: {
            "an account to which no logs go": archive({}),
            "an account of another name": [archive({}), subscriptionSetting({ storageAccountId: idOf("elsewhere") })],
        },
    },
};
