import type { CommitmentId, Part } from "./commitments";

/**
 * A question that only a person with authority can answer, and the evidence that belongs to the answer. They are this project's own: NHS England's
 * self-assessment form, where there is one, may ask other things.
 */
export interface AttestationQuestion {
    readonly commitment: CommitmentId;
    /** Half of the commitment that the answer speaks for. */
    readonly part?: Part;
    /** "supported-and-patched/inventory"; never changes. */
    readonly id: `${CommitmentId}/${string}`;
    readonly question: string;
    readonly evidence: string;
    /** After how many months an answer is stale: this project's suggestion. */
    readonly renewalMonths: number;
}

type Row = readonly [id: string, renewalMonths: number, question: string, evidence: string, part?: Part];

function questions(commitment: CommitmentId, rows: readonly Row[]): readonly AttestationQuestion[] {
    return rows.map(([id, renewalMonths, question, evidence, part]) => ({
        commitment,
        ...(part && { part }),
        id: `${commitment}/${id}`,
        question,
        evidence,
        renewalMonths,
    }));
}

export const ATTESTATION_QUESTIONS: readonly AttestationQuestion[] = [
    ...questions("supported-and-patched", [
        [
            "inventory",
            3,
            "Is there a full inventory of hardware and software, including what is outside infrastructure code, with the dates on which support ends?",
            "dated export of the inventory",
        ],
        [
            "patched-in-time",
            3,
            "Are critical and high fixes applied within 14 days of release? Give the share met over the last quarter.",
            "patch report and list of exceptions",
        ],
        [
            "unsupported",
            3,
            "What is unsupported today, why, who accepted the risk, what limits it, and when does it go?",
            "extracts of the risk register and the retirement plan",
        ],
        ["extended-support", 3, "Where extended support is bought, does it still bring security fixes?", "vendor contract or notice"],
        ["customer-deployments", 3, "Are customers' on-site and device deployments kept in support too?", "support matrix of the products"],
    ]),
    ...questions("standards-met", [
        ["profile", 12, "What are the ODS code, the type and category of organisation, and the version of the toolkit?", "DSPT profile"],
        [
            "status",
            12,
            "What are the latest published status and its date? Is it Standards Met or better, with no open improvement plan?",
            "publication record or link to the public search",
        ],
        ["scope", 12, "Does the scope that was assessed cover the products and hosting of this assessment?", "statement of scope"],
        [
            "audit",
            12,
            "Where an independent audit is compulsory for the category, is it done and are its findings closed?",
            "audit report and action log",
        ],
        [
            "certificates",
            12,
            "Which other certificates are held (Cyber Essentials or Plus, ISO 27001), with number, scope and expiry?",
            "certificates",
        ],
    ]),
    ...questions("mfa-and-federation", [
        [
            "enforced",
            6,
            "Is MFA enforced for all remote and all privileged access, including SaaS, code hosting, CI, support tools and backup consoles?",
            "the identity provider's report of users without MFA",
            "own-estate",
        ],
        [
            "root-accounts",
            6,
            "Are root and global administrator accounts held with phishing-resistant factors, and when was break-glass access last tested?",
            "record of the test",
            "own-estate",
        ],
        [
            "products",
            6,
            "For each product sold: is MFA built in or federation supported (SAML, OIDC, NHS identity services), at no extra charge?",
            "product documentation",
            "product",
        ],
        ["exemptions", 6, "Which products or accounts are exempt, and when does that end?", "register of exemptions"],
    ]),
    ...questions("monitoring-and-logging", [
        [
            "watch",
            6,
            "Who watches at all hours, in-house or a provider, and how fast are alerts acknowledged and escalated?",
            "rota or contract, and service-level report",
        ],
        ["coverage", 6, "Which critical systems are not logged?", "coverage matrix"],
        ["detection-test", 12, "When was detection last tested (purple team, simulated attack), and what was missed?", "test report"],
        [
            "retrieval",
            6,
            "Can logs be searched for the whole retention period, and within what time are they with investigators?",
            "record of a timed retrieval",
        ],
        ["protection", 6, "Are clocks synchronised, and are logs out of reach of ordinary administrators?", "design note"],
    ]),
    ...questions("backup-and-recovery", [
        ["objectives", 12, "Which services are essential, with what agreed recovery times and points (RTO, RPO)?", "continuity plan"],
        ["restore", 3, "When was each last restored in full, how long did it take, and who verified the data?", "signed restore log"],
        ["one-credential", 3, "Could any one credential, or the identity platform itself, destroy the backups?", "access review"],
        [
            "products",
            3,
            "Are source, build tools, signing keys, configuration, infrastructure state and documentation backed up immutably?",
            "register of backups",
        ],
        ["tenant-loss", 12, "How would service run if the cloud tenant were lost?", "exercised runbook"],
    ]),
    ...questions("incident-exercises", [
        [
            "held",
            12,
            "When was the last board-level exercise, on what scenario, run by whom, and which directors took part?",
            "attendance list and exercise report",
        ],
        [
            "scenario",
            12,
            "Did it cover ransomware, loss of a clinical service, customers and NHS England, the media, the stance on ransom, and out of hours?",
            "scenario pack",
        ],
        ["lessons", 12, "Which lessons were drawn, with what owners and dates, and how many are closed?", "action log and board minute"],
        ["next", 12, "When is the next exercise?", "plan"],
    ]),
    ...questions("incident-reporting", [
        ["customers", 6, "How soon do contracts and the plan require customers to be told?", "plan and contract clause"],
        [
            "contacts",
            3,
            "Is there a current list of NHS customers' contacts and of NHS England's cyber contact, and when was it last tested?",
            "dated record of the test",
        ],
        [
            "regimes",
            6,
            "Which regimes apply (UK GDPR as processor or controller; NIS 2018; the Cyber Security and Resilience Bill as proposed), and who files?",
            "regulatory matrix",
        ],
        [
            "incidents",
            6,
            "For each incident of the last 12 months: when did you become aware, when was the customer told, and when the regulator?",
            "incident register",
        ],
        ["communications", 6, "Who may speak, and what happens when email is down?", "communications plan"],
    ]),
    ...questions("secure-software", [
        ["framework", 12, "Which secure development framework is followed? (Code of practice 1.1)", "procedure and mapping"],
        ["components", 12, "Is there an SBOM for each release, and how is third-party risk handled? (1.2)", "SBOM and triage record"],
        ["testing", 12, "How is each release and update tested, and against which pass criteria? (1.3)", "test reports"],
        ["design", 12, "Are there threat models and reviews of default settings? (1.4)", "threat models"],
        ["build-environment", 12, "Who can reach the build environment, and are its changes logged and reviewed? (2.1, 2.2)", "access review"],
        ["delivery", 12, "How do customers verify what they received? (3.1)", "signing procedure"],
        ["disclosure", 12, "Is a vulnerability disclosure policy published, and how fast are reports answered? (3.2, 3.4)", "link and metrics"],
        ["fixes", 12, "How are flaws in components found, ranked and fixed, and how long until a fix is released? (3.3, 3.5)", "metrics"],
        [
            "support",
            12,
            "Is the support period published, with at least a year's notice of its end and notice of notable incidents? (4.1 to 4.3)",
            "statement of support",
        ],
        ["none-supplied", 12, "If no software is supplied: say so, and why.", "statement"],
    ]),
];
