import { mustByType } from "../../src/policy/factories";
import { fact, oneOf } from "../../src/policy/facts";
import { unlessFips } from "../../src/policy/remediation";
import { text } from "../../src/policy/values";

/** The year in the name of a security policy, "TransferSecurityPolicy-FIPS-2024-01". */
function yearOf(policy: string): number {
    return Number(/-(\d{4})-\d{2}$/.exec(policy)?.[1] ?? 0);
}

export const transferServerSecure = mustByType({
    name: "aws-transfer-server-secure",
    title: "File transfer servers use modern ciphers inside the VPC, and no FTP",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    why: "FTP sends passwords and files in plain text, and old ciphers can be broken.",
    fix: "Set protocols to SFTP, FTPS or AS2, endpointType to 'VPC' and securityPolicyName to 'TransferSecurityPolicy-2024-01' or later.",
    remedies: [{ path: "securityPolicyName", value: unlessFips("TransferSecurityPolicy-2024-01"), types: ["aws:transfer/server:Server"] }],
    references: ["aws-config:transfer-family-server-no-ftp", "checkov:CKV_AWS_164", "checkov:CKV_AWS_357", "checkov:CKV_AWS_380", "fsbp:Transfer.2"],
    settings: {
        minSecurityPolicyYear: { type: "integer", minimum: 2018, default: 2023, description: "Year from which on a security policy must be." },
        allowPublicEndpoint: { type: "boolean", default: false, description: "Accept servers with an endpoint on the internet." },
    },
    facts({ minSecurityPolicyYear, allowPublicEndpoint }) {
        const modern = (absent: string) =>
            fact(
                "securityPolicyName",
                "The security policy still allows old ciphers.",
                policy => yearOf(text(policy ?? absent)) >= minSecurityPolicyYear,
            );
        return {
            "aws:transfer/server:Server": [
                fact("protocols[]", "The server offers FTP.", protocol => protocol !== undefined && text(protocol).toUpperCase() !== "FTP"),
                oneOf(
                    "endpointType",
                    ["VPC", "VPC_ENDPOINT", ...(allowPublicEndpoint ? ["PUBLIC"] : [])],
                    "PUBLIC",
                    "The server's endpoint is on the internet.",
                ),
                modern("TransferSecurityPolicy-2018-11"),
            ],
            "aws:transfer/connector:Connector": [
                modern("TransferSFTPConnectorSecurityPolicy-2024-03"),
                fact("url", "The connector sends over HTTP.", url => !/^http:/i.test(text(url ?? ""))),
            ],
        };
    },
});
