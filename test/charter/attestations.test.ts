import { ATTESTATION_QUESTIONS } from "../../src/charter/attestations";
import { COMMITMENTS, commitment } from "../../src/charter/commitments";

test("every commitment has questions, each with an id of its own", () => {
    for (const { id } of COMMITMENTS) expect(ATTESTATION_QUESTIONS.filter(question => question.commitment === id).length).toBeGreaterThanOrEqual(4);
    expect(new Set(ATTESTATION_QUESTIONS.map(({ id }) => id)).size).toBe(ATTESTATION_QUESTIONS.length);
    for (const question of ATTESTATION_QUESTIONS) {
        expect(question.id).toMatch(new RegExp(`^${question.commitment}/[a-z-]+$`));
        expect([3, 6, 12]).toContain(question.renewalMonths);
        if (question.part) expect(commitment(question.commitment).parts?.map(({ id }) => id)).toContain(question.part);
    }
});

test("a commitment's longest renewal is the one it states", () => {
    for (const { id, renewalMonths } of COMMITMENTS) {
        const months = ATTESTATION_QUESTIONS.filter(
            question => question.commitment === id && question.id !== "monitoring-and-logging/detection-test",
        );
        expect(Math.max(...months.map(question => question.renewalMonths))).toBe(renewalMonths);
    }
});
