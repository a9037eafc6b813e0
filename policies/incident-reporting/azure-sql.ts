import { must } from "../../src/policy/factories";
import { oneOf, together } from "../../src/policy/facts";
import { UNKNOWN, or, some } from "../../src/policy/unknown";
import { list, read, text, truth } from "../../src/policy/values";

export const sqlAlertsNotify = must({
    name: "azure-sql-alerts-notify",
    title: "Alerts of SQL servers and databases are mailed to somebody",
    commitment: "incident-reporting",
    topic: "alert-routing",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: ["azure-native:sql:ServerSecurityAlertPolicy", "azure-native:sql:DatabaseSecurityAlertPolicy"],
    why: "An injection that was noticed helps nobody while the notice stays on the server.",
    fix: "Set state 'Enabled', and emailAccountAdmins or an address in emailAddresses.",
    references: ["checkov:CKV_AZURE_26", "checkov:CKV_AZURE_27"],
    facts: [
        oneOf("state", ["Enabled"], undefined, "The alert policy is off."),
        together("emailAddresses", "The alerts are mailed to nobody.", props =>
            or(
                truth(read(props, "emailAccountAdmins")) ?? false,
                // Azure itself writes an empty list as one of an empty word.
                some(list(read(props, "emailAddresses")), address => address === UNKNOWN || text(address) !== ""),
            ),
        ),
    ],
});
