import { type Cases, UNKNOWN, of } from "../support/cases";

const registry = of("azure-native:containerregistry:Registry");
const token = of("azure-native:containerregistry:Token");

const password = (expiry?: string | typeof UNKNOWN) =>
    token({ registryName: "records", credentials: { passwords: [{ name: "password1", ...(expiry === undefined ? {} : { expiry }) }] } });

export const cases: Cases = {
    "azure-acr-no-shared-credentials": {
        compliant: {
            "left out: both are off": registry({ registryName: "records" }),
            "the default said outright": registry({ adminUserEnabled: false, anonymousPullEnabled: false }),
            "a token whose password expires": password("2026-12-31T00:00:00Z"),
            "a token whose password expires on a day known only after the update": password(UNKNOWN),
            "a token without credentials": token({ registryName: "records", scopeMapId: UNKNOWN }),
        },
        violating: {
            "an administrator's account": [registry({ adminUserEnabled: true }), "adminUserEnabled"],
            "pull without sign-in": [registry({ anonymousPullEnabled: true }), "anonymousPullEnabled"],
            "a token whose password never expires": [password(), "credentials.passwords[0].expiry"],
        },
        undetermined: {
            "known only after the update": [registry({ adminUserEnabled: UNKNOWN }), "adminUserEnabled"],
            "passwords known only after the update": [token({ credentials: { passwords: UNKNOWN } }), "credentials.passwords"],
        },
    },
};
