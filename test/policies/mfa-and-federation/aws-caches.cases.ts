import { type CaseProps, type CaseResource, type Cases, UNKNOWN, of } from "../support/cases";

const groupOf = of("aws:elasticache/replicationGroup:ReplicationGroup");
const serverless = of("aws:elasticache/serverlessCache:ServerlessCache");
const userOf = of("aws:elasticache/user:User");
const memory = of("aws:memorydb/cluster:Cluster");
const memoryUserOf = of("aws:memorydb/user:User");

const group = (props: CaseProps<"aws:elasticache/replicationGroup:ReplicationGroup"> = {}): CaseResource =>
    groupOf({ description: "Sessions", ...props });
const user = (props: CaseProps<"aws:elasticache/user:User">): CaseResource =>
    userOf({ userId: "records", userName: "records", engine: "valkey", accessString: "on ~records:* +@read", ...props });
const memoryUser = (type: string): CaseResource => memoryUserOf({ userName: "records", accessString: "on ~* +@read", authenticationMode: { type } });

export const cases: Cases = {
    "aws-cache-user-authentication": {
        compliant: {
            "a group of users": group({ userGroupIds: ["records"] }),
            "a group of users that is not known yet": group({ userGroupIds: [UNKNOWN] }),
            "a token": group({ authToken: UNKNOWN, transitEncryptionEnabled: true }),
            "a token that no state holds": group({ authTokenWo: UNKNOWN, authTokenWoVersion: 1 }),
            "a serverless cache": serverless({ engine: "valkey", userGroupId: "records" }),
            MemoryDB: memory({ aclName: "records", nodeType: "db.r7g.large" }),
            "a user with a password": user({ passwords: [UNKNOWN] }),
            "the default said outright": user({ noPasswordRequired: false, passwords: [UNKNOWN] }),
            "a user of IAM": user({ authenticationMode: { type: "iam" } }),
            "a default user that is put out of use": user({ userName: "default", accessString: "off ~* -@all", noPasswordRequired: true }),
            "a user of MemoryDB": memoryUser("iam"),
        },
        violating: {
            "no users, as by default": [group(), "userGroupIds"],
            "no users said outright": [group({ userGroupIds: [] }), "userGroupIds"],
            "an empty token": [group({ authToken: "" }), "userGroupIds"],
            "a serverless cache without": [serverless({ engine: "redis" }), "userGroupId"],
            "MemoryDB open to all": [memory({ aclName: "open-access", nodeType: "db.r7g.large" }), "aclName"],
            "a user without a password": [user({ noPasswordRequired: true }), "noPasswordRequired"],
            "a user without a password by the newer way": [user({ authenticationMode: { type: "no-password-required" } }), "authenticationMode.type"],
            "a user of MemoryDB without a password": [memoryUser("no-password-required"), "authenticationMode.type"],
        },
        undetermined: {
            "groups that are not known": [group({ userGroupIds: UNKNOWN }), "userGroupIds"],
            "a member of a global datastore": [group({ globalReplicationGroupId: "g" }), "userGroupIds"],
            "an access list that is not known": [memory({ aclName: UNKNOWN, nodeType: "db.r7g.large" }), "aclName"],
            "an engine that is not known": [serverless({ engine: UNKNOWN }), "userGroupId"],
            "a kind of sign-in that is not known": [user({ authenticationMode: { type: UNKNOWN } }), "authenticationMode.type"],
            "a password that is perhaps not asked for": [user({ noPasswordRequired: UNKNOWN }), "noPasswordRequired"],
            "a user that is perhaps out of use": [user({ accessString: UNKNOWN, noPasswordRequired: true }), "noPasswordRequired"],
        },
        notApplicable: { Memcached: serverless({ engine: "memcached" }) },
    },
};
