import { spawnSync } from "node:child_process";
import path from "node:path";
import { COMMITMENTS, commitment, isCommitment } from "../../src/charter/commitments";
import { COMMITMENT_MAPPINGS, control, controlsOf, FRAMEWORKS, inCaf32 } from "../../src/charter/frameworks";
import { isTopic, topicControls, TOPICS, type Topic } from "../../src/charter/topics";

const ROOT = path.resolve(__dirname, "../..");

test("the eight commitments stand in the charter's order, and the framework of the charter lists them", () => {
    expect(COMMITMENTS.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(controlsOf("nhs-supplier-charter").map(({ id }) => id)).toEqual(COMMITMENTS.map(({ id }) => id));
    expect(commitment("incident-exercises").bestEvidence).toBe("supporting");
    expect(commitment("mfa-and-federation").parts?.map(({ id }) => id)).toEqual(["own-estate", "product"]);
    expect(isCommitment("backup-and-recovery")).toBe(true);
    expect(isCommitment("toString")).toBe(false);
});

test.each(COMMITMENTS.map(({ id }) => id))("%s maps to controls that exist", id => {
    const { primary, related } = COMMITMENT_MAPPINGS[id];
    expect([...primary, ...related].filter(reference => !control(reference))).toEqual([]);
    expect(new Set([...primary, ...related]).size).toBe(primary.length + related.length);
    expect(primary.length).toBeGreaterThan(0);
});

test.each(Object.keys(TOPICS) as Topic[])("topic %s maps to two to five controls that exist", topic => {
    const references = topicControls(topic);
    expect(references.filter(reference => !control(reference))).toEqual([]);
    expect(references.length).toBeGreaterThanOrEqual(1);
    expect(references.length).toBeLessThanOrEqual(5);
});

test("CAF 4.0 and 3.2 have their published numbers of outcomes", () => {
    for (const { id, outcomeCount } of FRAMEWORKS) if (outcomeCount !== undefined) expect([id, controlsOf(id).length]).toEqual([id, outcomeCount]);
    expect(inCaf32("ncsc-caf-4.0:B5.c")).toBe("ncsc-caf-3.2:B5.c");
    // The id is in both, and means something else.
    expect(inCaf32("ncsc-caf-4.0:A2.b")).toBeUndefined();
    expect(inCaf32("dspt-assertions:8.1")).toBeUndefined();
});

test("what a reference names", () => {
    expect(control("dspt-assertions:7.3.4")?.control.parent).toBe("7.3");
    expect(control("ncsc-caf-3.2:B5.c")?.control.title).toBe("Backups");
    expect(control("ncsc-vulnerability-management:triage")?.verify).toBe(true);
    expect(control("uk-gdpr:Art-33-1")?.control.deadlineHours).toBe(72);
    expect(control("ncsc-caf-4.0:Z9.z")).toBeUndefined();
    expect(control("B5.c")).toBeUndefined();
    expect(isTopic("backup-coverage")).toBe(true);
    expect(isTopic("constructor")).toBe(false);
});

test("the generated files are those of the YAML", () => {
    const run = spawnSync(process.execPath, ["scripts/generate.mjs", "charter", "--check"], { cwd: ROOT, encoding: "utf8" });
    expect(run.stderr).toBe("");
    expect(run.status).toBe(0);
});
