import { type Cases, UNKNOWN, of } from "../support/cases";

const secret = of("aws:secretsmanager/secret:Secret");
const parameter = of("aws:ssm/parameter:Parameter");

export const cases: Cases = {
    "aws-secret-encrypted-with-cmk": {
        compliant: {
            "a key that is made in the same update": secret({ kmsKeyId: UNKNOWN }),
            "a replica with a key too": secret({ kmsKeyId: "alias/records", replicas: [{ region: "eu-west-1", kmsKeyId: "alias/records" }] }),
            "a window said outright": secret({ kmsKeyId: "alias/records", recoveryWindowInDays: 30 }),
            "a parameter with a key": parameter({ name: "/app/password", type: "SecureString", keyId: "alias/records" }),
        },
        violating: {
            "no key": [secret({ name: "s" }), "kmsKeyId"],
            "AWS's key": [secret({ kmsKeyId: "alias/aws/secretsmanager" }), "kmsKeyId"],
            "a replica without a key": [secret({ kmsKeyId: "alias/records", replicas: [{ region: "eu-west-1" }] }), "replicas[0].kmsKeyId"],
            "gone at once": [secret({ kmsKeyId: "alias/records", recoveryWindowInDays: 0 }), "recoveryWindowInDays"],
            "a parameter in plain text": [parameter({ name: "/app/db-password", type: "String" }), "type"],
            "a parameter under AWS's key": [parameter({ name: "/app/apiKey", type: "SecureString" }), "keyId"],
            "a parameter by the name of its resource": [parameter({ type: "String" }, {}, "session-token"), "type"],
        },
        undetermined: {
            "a window that is not known": [secret({ kmsKeyId: UNKNOWN, recoveryWindowInDays: UNKNOWN }), "recoveryWindowInDays"],
            "replicas that are not known": [secret({ kmsKeyId: UNKNOWN, replicas: UNKNOWN }), "replicas"],
            "a parameter's name that is not known": [parameter({ name: UNKNOWN, type: "String" }), "name"],
        },
        notApplicable: {
            "a parameter that holds no secret": parameter({ name: "/app/log-level", type: "String" }),
            "a parameter that says where a secret is": parameter({ name: "/app/secret-arn", type: "String" }),
        },
    },
};
