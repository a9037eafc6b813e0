/** Where in a file a mistake stands, and what to do about it. */
export interface Place {
    readonly file?: string;
    /** Counted from 1. */
    readonly line?: number;
    /** What to do, as a clause: "give it with --stack NAME". */
    readonly mend?: string;
}

/** `FILE:LINE: what is wrong; what to mend`, on one line. */
function oneLine(what: string, place: Place): string {
    const where = place.file === undefined ? "" : `${place.file}${place.line === undefined ? "" : `:${String(place.line)}`}: `;
    const mend = place.mend === undefined ? "" : `; ${place.mend}`;
    return `${where}${what}${mend}`.replace(/\s*\n\s*/g, " ");
}

/** Bad usage, configuration or input. The message is one line that names file, line and what to mend. */
export class InputError extends Error {
    readonly exitCode = 2;
    readonly file?: string;
    readonly line?: number;
    readonly mend?: string;

    constructor(what: string, place: Place = {}) {
        super(oneLine(what, place));
        this.name = "InputError";
        this.file = place.file;
        this.line = place.line;
        this.mend = place.mend;
    }
}

/** The program failed, did not end in time, or cannot be run here. The message is the program's own words, in as many lines as it takes. */
export class ProgramError extends Error {
    readonly exitCode = 3;
    readonly file?: string;
    readonly line?: number;
    readonly mend?: string;

    constructor(what: string, place: Place = {}) {
        const where = place.file === undefined ? "" : `${place.file}${place.line === undefined ? "" : `:${String(place.line)}`}: `;
        super(`${where}${what}${place.mend === undefined ? "" : `\n${place.mend}`}`);
        this.name = "ProgramError";
        this.file = place.file;
        this.line = place.line;
        this.mend = place.mend;
    }
}
