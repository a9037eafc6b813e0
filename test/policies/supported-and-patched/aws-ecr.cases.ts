import { type Cases, UNKNOWN, of } from "../support/cases";

const repository = of("aws:ecr/repository:Repository");
const registry = of("aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration");

const records = repository({ name: "prod/records" });
const filtered = (filter: string | typeof UNKNOWN, scanFrequency: string | typeof UNKNOWN = "SCAN_ON_PUSH") =>
    registry({ scanType: "ENHANCED", rules: [{ scanFrequency, repositoryFilters: [{ filter, filterType: "WILDCARD" }] }] });
const PROPERTY = "imageScanningConfiguration.scanOnPush";

export const cases: Cases = {
    "aws-ecr-image-scanning-enabled": {
        compliant: {
            "the repository itself": repository({ imageScanningConfiguration: { scanOnPush: true } }),
            "the registry, all": [repository(), filtered("*")],
            "the registry, by a pattern": [records, filtered("prod/*", "CONTINUOUS_SCAN")],
            "the registry, by a part of the name": [records, filtered("records")],
        },
        violating: {
            "none, by default": [records, PROPERTY],
            "none, said outright": [repository({ imageScanningConfiguration: { scanOnPush: false } }), PROPERTY],
            "others only": [[records, filtered("dev/*")], PROPERTY],
            "by hand only": [[records, filtered("*", "MANUAL")], PROPERTY],
            "a registry without rules": [[records, registry({ scanType: "BASIC" })], PROPERTY],
            "a registry of another region": [
                [
                    repository({ name: "records", region: "eu-west-2" }),
                    registry({ region: "eu-west-1", rules: [{ scanFrequency: "SCAN_ON_PUSH", repositoryFilters: [{ filter: "*" }] }] }),
                ],
                PROPERTY,
            ],
        },
        undetermined: {
            "known only after the update": [repository({ imageScanningConfiguration: { scanOnPush: UNKNOWN } }), PROPERTY],
            "rules that are not known": [[records, registry({ rules: UNKNOWN })], PROPERTY],
            "a filter that is not known": [[records, filtered(UNKNOWN)], PROPERTY],
            "a name that is not known": [[repository({ name: UNKNOWN }), filtered("prod/*")], PROPERTY],
            "how often is not known": [[records, filtered("*", UNKNOWN)], PROPERTY],
        },
    },
};
