import type { Policy } from "../../policy/definition";
import type { StackReport } from "../model";

export interface Rendering {
    /** The pack's policies, for titles and pages. A report may speak of others. */
    readonly policies: readonly Policy[];
    readonly failOnUndetermined?: boolean;
    readonly colour?: boolean;
}

/** How reports are written. The same reports give the same bytes. */
export interface Format {
    readonly extension: string;
    render(reports: readonly StackReport[], rendering: Rendering): string;
}
