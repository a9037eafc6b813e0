import { isOneOf } from "../../src/policy/check";
import { mustByType } from "../../src/policy/factories";
import { off, together } from "../../src/policy/facts";
import type { Props } from "../../src/policy/resource";
import { type Answer, and, is, or } from "../../src/policy/unknown";
import { isFilled, read, truth } from "../../src/policy/values";

export const containerAppsIngress = mustByType({
    name: "azure-container-apps-ingress-hardened",
    title: "Container apps answer HTTPS only",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    why: "Over plain HTTP, what people send and the cookies that let them in can be read and replayed.",
    fix: "Leave configuration.ingress.allowInsecure off; where environments must be internal, set vnetConfiguration.internal with a subnet.",
    remedies: [{ path: "configuration.ingress.allowInsecure", value: false }],
    references: [
        "azure-policy:0e80e269-43a4-4ae9-b5bc-178126b8a5cb",
        "azure-policy:8b346db6-85af-419b-8557-92cee2c0f9bb",
        "azure-policy:d074ddf8-01a5-4b5e-a2b8-964aed452c0a",
        "azure-policy:783ea2a8-b8fd-46be-896a-9ae79643a0b1",
    ],
    settings: {
        requireInternalEnvironment: { type: "boolean", default: false, description: "Ask that environments be closed to the internet." },
    },
    unless: c =>
        c.type === "azure-native:app:ManagedEnvironment" && !c.settings.requireInternalEnvironment
            ? "an environment, of which nothing is asked unless requireInternalEnvironment is set"
            : undefined,
    facts: ({ requireInternalEnvironment }) => ({
        "azure-native:app:ContainerApp": [off("configuration.ingress.allowInsecure", false, "The app answers plain HTTP.")],
        "azure-native:app:ManagedEnvironment": requireInternalEnvironment
            ? [together("vnetConfiguration.internal", "The environment is open to the internet.", isInternal)]
            : [],
    }),
});

function isInternal(props: Props): Answer {
    return or(
        isOneOf(read(props, "publicNetworkAccess"), ["Disabled"]),
        is(read(props, "vnetConfiguration"), network =>
            network === undefined ? false : and(truth(read(network, "internal")) ?? false, isFilled(network, "infrastructureSubnetId")),
        ),
    );
}
