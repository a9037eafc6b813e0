import { type Cases, UNKNOWN, of } from "../support/cases";

const certificate = of("aws:acm/certificate:Certificate");

export const cases: Cases = {
    "aws-acm-certificate-renewable-and-strong": {
        compliant: {
            "issued and proved by DNS": certificate({ domainName: "records.example.nhs.uk", validationMethod: "DNS" }),
            "with a key said outright": certificate({ validationMethod: "DNS", keyAlgorithm: "EC_prime256v1" }),
            "of a private authority": certificate({ domainName: "records.internal", certificateAuthorityArn: UNKNOWN }),
            "imported, where the setting allows it": {
                resources: [certificate({ certificateBody: "-----", privateKey: UNKNOWN })],
                settings: { allowImported: true },
            },
        },
        violating: {
            "proved by e-mail": [certificate({ validationMethod: "EMAIL" }), "validationMethod"],
            "no proof named": [certificate({ domainName: "records.example.nhs.uk" }), "validationMethod"],
            imported: [certificate({ certificateBody: "-----", privateKey: UNKNOWN }), "certificateBody"],
            "a short key": [certificate({ validationMethod: "DNS", keyAlgorithm: "RSA_1024" }), "keyAlgorithm"],
        },
        undetermined: {
            "a proof that is not known": [certificate({ validationMethod: UNKNOWN }), "validationMethod"],
            "a key that is not known": [certificate({ validationMethod: "DNS", keyAlgorithm: UNKNOWN }), "keyAlgorithm"],
        },
    },
};
