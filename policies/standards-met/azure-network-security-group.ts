import { stackPolicy } from "../../src/policy/definition";
import { type Answer, and, not, or } from "../../src/policy/unknown";
import { GROUP, MANAGEMENT_PORTS, type Opening, RULE, openings } from "../shared/azure-network-rules";

export const nsgNoManagementPorts = stackPolicy({
    name: "azure-nsg-no-management-ports-from-internet",
    title: "No security rule opens administration to the internet",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "core",
    severity: "critical",
    evidence: "partial",
    since: "1.0",
    on: [GROUP, RULE],
    why: "Ports of remote administration that face the internet are tried with stolen passwords and fresh exploits within minutes.",
    fix: "Take the open source out of the rule and reach the machine through Azure Bastion, or name the few addresses that need it.",
    references: [
        "azure-policy:22730e10-96f6-4aac-ad84-9383d35b5917",
        "azure-policy:9daedab3-fb2d-461e-b861-71790eead4f6",
        "azure-policy:b0f33259-77d7-4c9e-aac6-3aabcfae693c",
        "checkov:CKV_AZURE_9",
        "checkov:CKV_AZURE_10",
        "cis-azure-2.0:6.1",
        "cis-azure-2.0:6.2",
        "mcsb:NS-1",
        "mcsb:NS-3",
        "mcsb:PA-2",
        "ms-caf-3.2",
        "ncsc-cloud-principles:11",
    ],
    settings: {
        managementPorts: {
            type: "array",
            items: { type: "integer" },
            default: MANAGEMENT_PORTS,
            description: "Ports of administration, file sharing and databases.",
        },
    },
    checkResource(c) {
        const message = "A port of remote administration is open to the internet.";
        for (const { path, reaches } of openings(c, message)) c.requireAt(not(or(...c.settings.managementPorts.map(reaches))), path, message);
    },
});

export const nsgNoUnrestrictedInbound = stackPolicy({
    name: "azure-nsg-no-unrestricted-inbound",
    title: "Security rules open only the web's ports to the internet",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "core",
    severity: "medium",
    evidence: "partial",
    since: "1.0",
    on: [GROUP, RULE],
    why: "Every open port is a service that everyone may try; databases and consoles are the ones that get found first.",
    fix: "Put the service behind a gateway, or limit the rule to the addresses and service tags that need it.",
    references: [
        "azure-policy:9daedab3-fb2d-461e-b861-71790eead4f6",
        "checkov:CKV_AZURE_77",
        "checkov:CKV_AZURE_160",
        "mcsb:NS-1",
        "ncsc-cloud-principles:11",
    ],
    settings: {
        allowedPublicPorts: {
            type: "array",
            items: { type: "integer" },
            default: [80, 443],
            description: "TCP ports that may be open to the internet.",
        },
        allowedPublicUdpPorts: { type: "array", items: { type: "integer" }, default: [], description: "UDP ports that may be open to the internet." },
    },
    checkResource(c) {
        const message = "A port that is not among the allowed ones is open to the internet.";
        const beyond = ({ reaches, edges }: Opening, allowed: readonly number[]): Answer =>
            or(...[...edges, ...allowed.map(port => port + 1)].filter(port => port <= 65535 && !allowed.includes(port)).map(reaches));
        for (const opening of openings(c, message)) {
            // Rules that open administration are reported by azure-nsg-no-management-ports-from-internet.
            if (or(...MANAGEMENT_PORTS.map(opening.reaches)) === true) continue;
            const { allowedPublicPorts, allowedPublicUdpPorts } = c.settings;
            const open = or(and(opening.tcp, beyond(opening, allowedPublicPorts)), and(opening.udp, beyond(opening, allowedPublicUdpPorts)));
            c.requireAt(not(open), opening.path, message);
        }
    },
});
