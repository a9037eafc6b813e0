import type { StackCheck } from "../../src/policy/check";
import { stackPolicy } from "../../src/policy/definition";
import { linkedSatisfies } from "../../src/policy/graph";
import { type Answer, is, not, or } from "../../src/policy/unknown";
import { read, truth } from "../../src/policy/values";
import { ofSameParent } from "../shared/azure-parents";

const APP = "azure-native:web:WebApp";
const SLOT = "azure-native:web:WebAppSlot";
const FTP = { [APP]: "azure-native:web:WebAppFtpAllowed", [SLOT]: "azure-native:web:WebAppFtpAllowedSlot" } as const;
const SCM = { [APP]: "azure-native:web:WebAppScmAllowed", [SLOT]: "azure-native:web:WebAppScmAllowedSlot" } as const;
type AppCheck = StackCheck<typeof APP | typeof SLOT>;

export const basicPublishingDisabled = stackPolicy({
    name: "azure-app-service-basic-publishing-disabled",
    title: "Web and function apps are not published with a password",
    commitment: "mfa-and-federation",
    part: "own-estate",
    topic: "least-privilege",
    strength: "core",
    severity: "medium",
    evidence: "proved",
    since: "1.0",
    on: [APP, SLOT],
    reads: [...Object.values(FTP), ...Object.values(SCM)],
    why: "The publishing password replaces the app's code without a second factor, and everyone who may read the publish profile has it.",
    fix: "Put a WebAppScmAllowed and a WebAppFtpAllowed (…Slot for a slot) with allow: false beside the app; FTP may be closed by siteConfig.ftpsState 'Disabled' instead.",
    references: [
        "azure-policy:871b205b-57cf-4e1e-a234-492616998bf7",
        "azure-policy:aede300b-d67f-480a-ae26-4b3dfb1a1fdc",
        "azure-policy:ec71c0bc-6a45-4b1f-9587-80dc83e6898c",
        "azure-policy:847ef871-e2fe-4e6e-907e-4adbf71de5cf",
    ],
    checkResource(c) {
        const contained = is(c.get("managedEnvironmentId"), id => id !== undefined && id !== "");
        if (contained === true) {
            c.notApplicable("an app on Container Apps, which has no deployment site");
            return;
        }
        c.require(or(contained, forbids(c, SCM[c.type])), "", "The publishing password opens the app's deployment site.");
        c.require(
            or(contained, c.oneOf("siteConfig.ftpsState", ["Disabled"]), forbids(c, FTP[c.type])),
            "siteConfig.ftpsState",
            "The publishing password opens the app by FTP.",
        );
    },
});

/** Does a resource beside the app, or beside the slot of the same app, say that the password opens nothing? */
function forbids({ graph, resource }: AppCheck, type: string): Answer {
    const named =
        resource.type === SLOT ? ofSameParent(graph, graph.into(resource, type, "slot"), resource, "name", APP) : graph.into(resource, type, "name");
    return linkedSatisfies(named, ({ props }) => not(truth(read(props, "allow")) ?? true));
}
