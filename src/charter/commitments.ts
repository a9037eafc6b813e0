/**
 * The eight commitments of NHS England's cyber security charter for suppliers (open letter of 15 May 2025,
 * https://digital.nhs.uk/cyber-and-data-security/guidance-and-assurance/cyber-security-charter-for-suppliers-to-the-nhs), paraphrased.
 * The charter is voluntary: meeting it is no legal pass and no advantage in procurement. The renewal periods are this project's suggestions;
 * the charter sets none.
 */
export type CommitmentId =
    | "supported-and-patched"
    | "standards-met"
    | "mfa-and-federation"
    | "monitoring-and-logging"
    | "backup-and-recovery"
    | "incident-exercises"
    | "incident-reporting"
    | "secure-software";

/** Half of a commitment that is shown on its own. */
export type Part = "own-estate" | "product";

/** The most that code can show for a commitment; `supporting` can never make it green. */
export type BestEvidence = "proved" | "partial" | "supporting";

export interface CommitmentPart {
    readonly id: Part;
    readonly title: string;
    readonly statement: string;
}

export interface Commitment {
    readonly id: CommitmentId;
    /** Its place in the charter, from 1. */
    readonly number: number;
    readonly title: string;
    /** What the charter asks, in this project's words. */
    readonly statement: string;
    readonly bestEvidence: BestEvidence;
    /** What code shows at best, and what stays for people to say. */
    readonly evidenceLimit: string;
    /** The role that attests what code cannot show. */
    readonly owner: string;
    /** After how many months an attestation is stale, unless its question says otherwise. */
    readonly renewalMonths: number;
    readonly parts?: readonly CommitmentPart[];
}

export const COMMITMENTS: readonly Commitment[] = [
    {
        id: "supported-and-patched",
        number: 1,
        title: "Supported and patched",
        statement: "Systems are kept in vendor support and carry the latest patches for known vulnerabilities.",
        bestEvidence: "proved",
        evidenceLimit: "Proved for the versions that code declares; partial for the state of patches, which only shows at run time.",
        owner: "head of infrastructure or CTO",
        renewalMonths: 3,
    },
    {
        id: "standards-met",
        number: 2,
        title: "DSPT Standards Met",
        statement: "At least “Standards Met” in the Data Security and Protection Toolkit is reached and kept.",
        bestEvidence: "partial",
        evidenceLimit: "Partial: technical hygiene supports assertions of the toolkit; the published status is never a matter of code.",
        owner: "SIRO, with the data protection officer or information governance lead",
        renewalMonths: 12,
    },
    {
        id: "mfa-and-federation",
        number: 3,
        title: "MFA and federation",
        statement:
            "Multi-factor authentication is used on the supplier's own networks and systems, and products either support identity federation or offer multi-factor authentication.",
        bestEvidence: "proved",
        evidenceLimit: "Proved where the directory is managed in code, else partial: settings made elsewhere are not seen.",
        owner: "CISO or head of IT",
        renewalMonths: 6,
        parts: [
            {
                id: "own-estate",
                title: "Own networks and systems",
                statement: "Multi-factor authentication is used on the supplier's own networks and systems.",
            },
            { id: "product", title: "Products", statement: "Products support identity federation or offer multi-factor authentication." },
        ],
    },
    {
        id: "monitoring-and-logging",
        number: 4,
        title: "Monitoring and logging",
        statement: "Critical IT infrastructure is monitored round the clock and logged, so that attacks are detected and can be investigated.",
        bestEvidence: "proved",
        evidenceLimit:
            "Proved for logs, their protection and retention; partial for “round the clock” and “effective”: that someone answers is not in code.",
        owner: "SOC manager or head of security operations",
        renewalMonths: 6,
    },
    {
        id: "backup-and-recovery",
        number: 5,
        title: "Immutable backup and recovery",
        statement:
            "Critical business data, and the products, have immutable backups, with tested plans for continuity and rapid recovery of essential systems.",
        bestEvidence: "proved",
        evidenceLimit: "Proved for immutability, coverage and retention; partial for recovery: a plan to restore is not a restore.",
        owner: "head of operations or service continuity",
        renewalMonths: 12,
    },
    {
        id: "incident-exercises",
        number: 6,
        title: "Board-level exercises",
        statement: "Exercises at board level have been run, so that the organisation is confident in its response to an attack.",
        bestEvidence: "supporting",
        evidenceLimit: "Supporting only: recovery accounts and fault-injection templates help an exercise; none of them is one.",
        owner: "CEO or the board's cyber lead, with the company secretary",
        renewalMonths: 12,
    },
    {
        id: "incident-reporting",
        number: 7,
        title: "Incident reporting",
        statement: "An attack is reported to customers promptly, NHS England is worked with, and regulatory requirements are met.",
        bestEvidence: "partial",
        evidenceLimit: "Partial: contacts and alert routes can be declared; that they are used is not in code.",
        owner: "incident manager, with the data protection officer or legal",
        renewalMonths: 6,
    },
    {
        id: "secure-software",
        number: 8,
        title: "Secure software",
        statement:
            "Software supplied to the NHS is made in line with the Software Security Code of Practice of DSIT and NCSC: secure design and development, build environment, deployment and maintenance, and communication with customers.",
        bestEvidence: "proved",
        evidenceLimit: "Proved in part (the build estate), else partial: a pipeline exists, not that every release went through it.",
        owner: "senior responsible owner for software security",
        renewalMonths: 12,
    },
];

const BY_ID: ReadonlyMap<string, Commitment> = new Map(COMMITMENTS.map(commitment => [commitment.id, commitment]));

export function isCommitment(id: string): id is CommitmentId {
    return BY_ID.has(id);
}

export function commitment(id: CommitmentId): Commitment {
    const found = BY_ID.get(id);
    if (!found) throw new Error(`There is no commitment "${id}"`);
    return found;
}
