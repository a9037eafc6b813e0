import { must } from "../../src/policy/factories";
import { on, oneOf, together } from "../../src/policy/facts";
import { isOneOf } from "../../src/policy/check";
import { and, is, or } from "../../src/policy/unknown";
import { list, read, truth } from "../../src/policy/values";

const APPS = ["azure-native:web:WebApp", "azure-native:web:WebAppSlot"] as const;
const MODERN = ["1.2", "1.3"];

export const appHttpsOnly = must({
    name: "azure-app-service-https-only",
    title: "Web and function apps answer HTTPS only",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: APPS,
    why: "Over plain HTTP, what people send and the cookies that let them in can be read and replayed.",
    fix: "Set httpsOnly to true, on slots too.",
    remedies: [{ path: "httpsOnly", value: true }],
    references: [
        "azure-policy:a4af4a39-4135-47fb-b175-47fbdf85311d",
        "azure-policy:6d555dd1-86f2-4f1c-8ed7-5abae7c6cbab",
        "azure-policy:ae1b9a8c-dfce-4605-bd91-69213b4a26fc",
        "azure-policy:5e5dbe3f-2702-4ffc-8b1e-0cae008a5c71",
        "checkov:CKV_AZURE_14",
        "checkov:CKV_AZURE_70",
        "checkov:CKV_AZURE_153",
        "cis-azure-2.0:9.2",
        "cis-azure-3.0:9.1",
        "mcsb:DP-3",
        "ncsc-cloud-principles:1",
    ],
    facts: [on("httpsOnly", false, "The app answers plain HTTP.")],
});

export const appMinTls = must({
    name: "azure-app-service-min-tls-1-2",
    title: "Web and function apps take TLS 1.2 or later",
    commitment: "standards-met",
    topic: "tls-in-transit",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: APPS,
    why: "TLS 1.0 and 1.1 have known weaknesses, and the NCSC advises against both.",
    fix: "Set siteConfig.minTlsVersion and siteConfig.scmMinTlsVersion to '1.2', or leave them out.",
    remedies: [
        { path: "siteConfig.minTlsVersion", value: "1.2" },
        { path: "siteConfig.scmMinTlsVersion", value: "1.2" },
    ],
    references: [
        "azure-policy:f0e6e85b-9b9f-4a4b-b67b-f730d42f1b0b",
        "azure-policy:f9d614c5-c173-4d56-95a7-b4437057d193",
        "azure-policy:4ee5b817-627a-435a-8932-116193268172",
        "azure-policy:deb528de-8f89-4101-881c-595899253102",
        "checkov:CKV_AZURE_15",
        "checkov:CKV_AZURE_145",
        "checkov:CKV_AZURE_154",
        "cis-azure-2.0:9.3",
        "cis-azure-3.0:9.4",
        "mcsb:DP-3",
        "mcsb:NS-8",
    ],
    facts: [
        oneOf("siteConfig.minTlsVersion", MODERN, "1.2", "The app takes versions of TLS before 1.2."),
        oneOf("siteConfig.scmMinTlsVersion", MODERN, "1.2", "The app's deployment site takes versions of TLS before 1.2."),
    ],
});

export const appInboundRestricted = must({
    name: "azure-app-service-inbound-restricted",
    title: "Web and function apps, and their deployment sites, let in only those whom they name",
    commitment: "standards-met",
    topic: "public-exposure",
    strength: "supporting",
    severity: "medium",
    evidence: "supporting",
    since: "1.0",
    on: APPS,
    why: "An app that answers every address can be reached past the gateway or firewall in front of it, and its deployment site with it.",
    fix: "Set publicNetworkAccess to 'Disabled', or siteConfig.ipSecurityRestrictionsDefaultAction to 'Deny' with rules for those who may come in.",
    references: [
        "azure-policy:1b5ef780-c53c-4a64-87f3-bb9c8c8094ba",
        "azure-policy:969ac98b-88a8-449f-883c-2e9adb123127",
        "azure-policy:701a595d-38fb-4a66-ae6d-fb3735217622",
        "azure-policy:11c82d0c-db9f-4d7b-97c5-f3f9aa957da2",
        "checkov:CKV_AZURE_221",
        "checkov:CKV_AZURE_222",
    ],
    facts: [
        together("siteConfig.ipSecurityRestrictionsDefaultAction", "The app answers every address.", props =>
            or(
                isOneOf(read(props, "publicNetworkAccess"), ["Disabled"]),
                and(
                    isOneOf(read(props, "siteConfig.ipSecurityRestrictionsDefaultAction"), ["Deny"]),
                    is(list(read(props, "siteConfig.ipSecurityRestrictions")), rules => rules.length > 0),
                ),
            ),
        ),
        together("siteConfig.scmIpSecurityRestrictionsDefaultAction", "The app's deployment site answers every address.", props =>
            or(
                isOneOf(read(props, "publicNetworkAccess"), ["Disabled"]),
                truth(read(props, "siteConfig.scmIpSecurityRestrictionsUseMain")) ?? false,
                isOneOf(read(props, "siteConfig.scmIpSecurityRestrictionsDefaultAction"), ["Deny"]),
            ),
        ),
    ],
});
