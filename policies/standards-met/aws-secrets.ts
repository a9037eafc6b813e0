import { resourcePolicy } from "../../src/policy/definition";
import { ask } from "../../src/policy/factories";
import { atLeast, each, oneOf } from "../../src/policy/facts";
import { isUnknown } from "../../src/policy/unknown";
import { customerKey } from "../shared/customer-keys";
import { looksSecret } from "../shared/secret-names";

const NO_KEY = "The secret is not encrypted with a customer-managed key.";

export const secretEncryptedWithCmk = resourcePolicy({
    name: "aws-secret-encrypted-with-cmk",
    title: "Secrets are encrypted with a customer-managed key, and can be brought back",
    commitment: "standards-met",
    topic: "encryption-at-rest",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: ["aws:secretsmanager/secret:Secret", "aws:ssm/parameter:Parameter"],
    why: "Under AWS's key, every identity that may read secrets may decrypt them; a key of one's own is a second permission, with a trace.",
    fix: "Set kmsKeyId on the secret and its replicas; make parameters that hold secrets a 'SecureString' with keyId.",
    references: ["aws-config:secretsmanager-using-cmk", "checkov:CKV_AWS_149", "checkov:CKV_AWS_337", "checkov:CKV2_AWS_34"],
    settings: {
        minRecoveryDays: {
            type: "integer",
            minimum: 7,
            maximum: 30,
            default: 7,
            description: "Days for which a deleted secret can be brought back.",
        },
    },
    check(c) {
        if (c.type === "aws:secretsmanager/secret:Secret") {
            ask(c, undefined, [
                customerKey("kmsKeyId", NO_KEY),
                ...each("replicas", customerKey("kmsKeyId", "A replica of the secret is not encrypted with a customer-managed key.")),
                atLeast("recoveryWindowInDays", c.settings.minRecoveryDays, 30, "The secret is gone for good too soon after its deletion."),
            ]);
            return;
        }
        const name = c.get("name");
        // The provider makes the name of a parameter from that of the resource.
        const known = typeof name === "string" ? name : c.resource.name;
        if (!looksSecret(known) && !isUnknown(name)) {
            c.notApplicable("a parameter that holds no secret, by its name");
            return;
        }
        if (!looksSecret(known)) {
            c.undetermined("name", "The parameter's name, which tells whether it holds a secret, is not known before the update.");
            return;
        }
        ask(c, undefined, [oneOf("type", ["SecureString"], undefined, "The parameter holds a secret in plain text."), customerKey("keyId", NO_KEY)]);
    },
});
