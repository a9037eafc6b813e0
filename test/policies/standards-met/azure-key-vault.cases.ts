import { type Cases, UNKNOWN, of } from "../support/cases";

const vault = of("azure-native:keyvault:Vault");
const key = of("azure-native:keyvault:Key");
const secret = of("azure-native:keyvault:Secret");

const properties = { tenantId: "t", sku: { family: "A", name: "standard" } } as const;
const RBAC = "properties.enableRbacAuthorization";
const EXPIRES = "properties.attributes.expires";
const seconds = (day: string): number => Date.parse(day) / 1000;
const rotated = (expiryTime: string) => key({ properties: { rotationPolicy: { attributes: { expiryTime } } } });

export const cases: Cases = {
    "azure-keyvault-rbac-authorisation": {
        compliant: { "by roles": vault({ properties: { ...properties, enableRbacAuthorization: true } }) },
        violating: {
            "left out": [vault({ properties }), RBAC],
            "by access policies, said outright": [vault({ properties: { ...properties, enableRbacAuthorization: false, accessPolicies: [] } }), RBAC],
        },
        undetermined: { "known only after the update": [vault({ properties: { ...properties, enableRbacAuthorization: UNKNOWN } }), RBAC] },
    },
    "azure-keyvault-key-and-secret-expiry": {
        compliant: {
            "within a year": [
                secret({ properties: { value: UNKNOWN, attributes: { expires: seconds("2027-11-22T23:59:59Z") } } }),
                key({ properties: { kty: "RSA", attributes: { expires: seconds("2027-01-01T00:00:00Z") } } }),
            ],
            "a key that changes by itself": [rotated("P1Y"), rotated("P90D"), rotated("P6M")],
        },
        violating: {
            "left out": [secret({ properties: { value: UNKNOWN } }), EXPIRES],
            "left out of a key": [key({ properties: { attributes: { enabled: true } } }), EXPIRES],
            "a day too long": [secret({ properties: { attributes: { expires: seconds("2027-11-23T00:00:00Z") } } }), EXPIRES],
            "a key that changes too seldom": [rotated("P2Y"), EXPIRES],
            "a shorter time, where that is asked": {
                resources: [secret({ properties: { attributes: { expires: seconds("2027-06-01T00:00:00Z") } } })],
                settings: { maxDays: 90 },
                property: EXPIRES,
            },
        },
        undetermined: {
            "known only after the update": [secret({ properties: { attributes: { expires: UNKNOWN } } }), EXPIRES],
            "a rotation known only after the update": [key({ properties: { rotationPolicy: UNKNOWN } }), EXPIRES],
        },
    },
};
