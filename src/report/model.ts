/** The result of judging one stack: the shape that `charter preview`, `charter audit` and the pack's CHARTER_REPORT write (docs/schemas/report.schema.json). */
export const SCHEMA_VERSION = 1;

export const VERDICTS = ["error", "fail", "waived", "undetermined", "pass", "notApplicable"] as const;
/** Worst first. */
export type Verdict = (typeof VERDICTS)[number];
export type EnforcementLevel = "advisory" | "mandatory" | "disabled" | "remediate";
/** Gravest first. */
export const SEVERITIES = ["critical", "high", "medium", "low"] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface Finding {
    readonly policy: string;
    readonly commitment: string;
    readonly severity: Severity;
    readonly enforcementLevel: EnforcementLevel;
    readonly verdict: Verdict;
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly property?: string;
    readonly message: string;
    readonly fix: string;
    readonly references: readonly string[];
    readonly advice?: boolean;
    /** Told only where stand-ins answered for the cloud. */
    readonly resolved?: boolean;
    /** Those of which the value was made. */
    readonly standIns?: readonly string[];
    readonly baselined?: boolean;
    readonly location?: { readonly file: string; readonly line: number };
    readonly waiver?: { readonly reason: string; readonly approvedBy: string; readonly expires: string; readonly ticket?: string };
}

export interface PolicySummary {
    readonly name: string;
    readonly enforcementLevel: EnforcementLevel;
    readonly pass: number;
    readonly fail: number;
    readonly waived: number;
    readonly undetermined: number;
    readonly notApplicable: number;
    readonly error: number;
    /** Passes that are graded lower, such as a lock that can still be lifted. */
    readonly partial: number;
}

export interface WaiverUse {
    readonly policy: string;
    readonly resource: string;
    readonly reason: string;
    readonly approvedBy: string;
    readonly approvedOn: string;
    readonly expires: string;
    readonly owner?: string;
    readonly compensatingControl?: string;
    readonly ticket?: string;
    readonly state: "used" | "unused" | "expired" | "overlong";
}

export interface InheritedControl {
    readonly policy: string;
    readonly from: string;
    readonly reason: string;
    readonly approvedBy: string;
    readonly expires: string;
    readonly state: "used" | "unused" | "expired";
}

export type RunKind = "preview" | "update" | "state";

export interface StackReport {
    readonly schemaVersion: number;
    readonly tool: { readonly version: string; readonly lifecyclesCheckedOn: string };
    readonly run: { readonly kind: RunKind; readonly date: string; readonly preset: string; readonly selection: string };
    readonly source: {
        readonly path: string;
        readonly sha256: string;
        readonly project: string;
        readonly stack: string;
        readonly resources: number;
        readonly unseenTypes: readonly string[];
    };
    readonly summary: Readonly<Record<Verdict, number>>;
    /** With `--resolve`: how many pairs of policy and resource only stand-ins could tell. */
    readonly resolved?: number;
    readonly findings: readonly Finding[];
    readonly policies: readonly PolicySummary[];
    readonly waivers: readonly WaiverUse[];
    readonly inherited: readonly InheritedControl[];
    /** What became of the baseline that the run was held against. */
    readonly baseline?: BaselineUse;
    /** One line each about the run itself: a remote component that was not judged, a data source without an answer. */
    readonly notices?: readonly string[];
}

export interface BaselinedFinding {
    readonly policy: string;
    readonly urn: string;
    readonly property?: string;
}

/** What became of a baseline in a run. */
export interface BaselineUse {
    /** Findings that it holds. */
    readonly known: number;
    /** Entries of this stack that are violations no longer, and can be taken out of the file. */
    readonly mended: readonly BaselinedFinding[];
}
