import { resourcePolicy } from "../../src/policy/definition";
import { not } from "../../src/policy/unknown";

export const acmCertificate = resourcePolicy({
    name: "aws-acm-certificate-renewable-and-strong",
    title: "Certificates renew by themselves and have strong keys",
    commitment: "supported-and-patched",
    topic: "automatic-updates",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: ["aws:acm/certificate:Certificate"],
    why: "A certificate that someone must renew by hand expires one day, and the service with it.",
    fix: "Let ACM issue the certificate with validationMethod 'DNS', and leave keyAlgorithm out.",
    references: ["aws-config:acm-certificate-expiration-check", "aws-config:acm-certificate-rsa-check", "fsbp:ACM.1", "fsbp:ACM.2"],
    settings: { allowImported: { type: "boolean", default: false, description: "Whether imported certificates, which do not renew, are allowed." } },
    check(c) {
        c.require(not(c.oneOf("keyAlgorithm", ["RSA_1024"], "RSA_2048")), "keyAlgorithm", "The key RSA_1024 is too short.");
        if (c.has("certificateBody") || c.has("privateKey") || c.has("privateKeyWo")) {
            if (!c.settings.allowImported) c.violation("certificateBody", "The certificate is imported: nothing renews it.");
            return;
        }
        // One that a private authority issues needs no proof of the domain.
        if (c.has("certificateAuthorityArn")) return;
        c.require(c.oneOf("validationMethod", ["DNS"]), "validationMethod", "Validation other than by DNS waits for a person at every renewal.");
    },
});
