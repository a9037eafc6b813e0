import { type Cases, UNKNOWN, of } from "../support/cases";

const app = of("azure-native:web:WebApp");
const slot = of("azure-native:web:WebAppSlot");
const environment = of("azure-native:web:AppServiceEnvironment");

export const cases: Cases = {
    "azure-app-service-ftp-disabled": {
        compliant: {
            disabled: app({ siteConfig: { ftpsState: "Disabled" } }),
            "only over TLS": slot({ siteConfig: { ftpsState: "ftpsOnly" } }),
        },
        violating: {
            "left out": [app({ siteConfig: {} }), "siteConfig.ftpsState"],
            "all allowed, said outright": [app({ siteConfig: { ftpsState: "AllAllowed" } }), "siteConfig.ftpsState"],
            "over TLS, where that is not accepted": {
                resources: [app({ siteConfig: { ftpsState: "FtpsOnly" } })],
                settings: { acceptFtps: false },
                property: "siteConfig.ftpsState",
            },
        },
        undetermined: { "known only after the update": [app({ siteConfig: UNKNOWN }), "siteConfig.ftpsState"] },
    },
    "azure-app-remote-debugging-off": {
        compliant: {
            "left out": app({ siteConfig: {} }),
            "off, said outright": slot({ siteConfig: { remoteDebuggingEnabled: false } }),
            "an environment": environment({ networkingConfiguration: { remoteDebugEnabled: false } }),
        },
        violating: {
            on: [app({ siteConfig: { remoteDebuggingEnabled: true } }), "siteConfig.remoteDebuggingEnabled"],
            "on in an environment": [
                environment({ networkingConfiguration: { remoteDebugEnabled: true } }),
                "networkingConfiguration.remoteDebugEnabled",
            ],
        },
        undetermined: {
            "known only after the update": [app({ siteConfig: { remoteDebuggingEnabled: UNKNOWN } }), "siteConfig.remoteDebuggingEnabled"],
        },
    },
};
