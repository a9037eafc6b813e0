import path from "node:path";
import { policies } from "../../policies";
import { readConfiguration } from "../../src/policy/configuration";
import { previewProgram } from "../../src/preview";
import { judgeStack } from "../../src/report/assemble";
import { TODAY } from "./support/world";

/** Programs of ordinary resources, configured well in the ways people really do it; the real CLI runs them too (test/cli). */
const PROGRAMS = path.join(__dirname, "../cli/programs");

/** What stays undetermined: a document that is built from an output, and the setting of a database by an id that the cloud makes up. */
const NOT_KNOWN = {
    "well-configured-aws": ["function policy"],
    "well-configured-azure": ["reports "],
    "well-configured-azure-apps": ["records "],
};

test.each(Object.entries(NOT_KNOWN))(
    "on %s the pack is silent, with every policy mandatory",
    async (program, notKnown) => {
        const run = await previewProgram({ directory: path.join(PROGRAMS, program) });
        const report = judgeStack(
            run.resources,
            {
                policies,
                configuration: { ...readConfiguration({}, policies, TODAY), preset: "strict" },
                today: TODAY,
                project: run.project,
                stack: run.stack,
                packVersion: "1.0.0",
            },
            { kind: "preview", path: program, preset: "strict", selection: "all" },
        );
        expect(
            report.findings.filter(f => f.verdict !== "undetermined").map(f => `${f.policy} on ${f.name} (${f.property ?? ""}): ${f.message}`),
        ).toEqual([]);
        expect(report.source.resources).toBeGreaterThanOrEqual(30);
        expect([...new Set(report.findings.map(f => `${f.name} ${f.property ?? ""}`))]).toEqual(notKnown);
    },
    60_000,
);
