import { ATTESTATION_QUESTIONS } from "../charter/attestations";
import { COMMITMENTS } from "../charter/commitments";

/** `attestations.yaml` with every question, none of them answered. */
export function attestationsTemplate(): string {
    const head = `# What people attest beside what code shows, for \`charter assess\`. The questions are this project's own, not NHS England's form.
#
# answer:     yes, partly, no, not-applicable or unanswered: is the commitment met in what the question asks?
# statement:  the answer in words (with yes); reason: why only partly, why not, why it does not apply
# evidence:   what somebody else can check: a link, or a path beside this file (with sha256, it must stay what it is)
# owner, approvedBy, madeOn, validUntil: who states it, who agreed, from when and until when (YYYY-MM-DD)
# scope:      products and stacks of which alone it speaks; without it, all
#
# An entry that is stale, dated in the future, without owner, approver or evidence, or out of scope is refused: it counts as missing.
# Example:
#   - question: supported-and-patched/inventory
#     answer: yes
#     statement: The inventory holds everything that we run, and is compared with the clouds' own every week.
#     evidence:
#       - { title: Inventory of 1 November, location: evidence/inventory.csv, date: 2026-11-01 }
#     owner: { name: A. Person, role: Head of infrastructure }
#     approvedBy: B. Person, CTO
#     madeOn: 2026-11-02
#     validUntil: 2027-01-31
organisation:
  name: ""
scope:
  products: []
attestations:
`;
    const body = COMMITMENTS.map(({ id, number, title, owner, statement }) => {
        const questions = ATTESTATION_QUESTIONS.filter(question => question.commitment === id).map(
            question => `  # ${question.question}
  # Evidence: ${question.evidence}. Renew every ${String(question.renewalMonths)} months.
  - question: ${question.id}
    answer: unanswered
`,
        );
        return `\n  # ${String(number)} ${title}: ${statement}\n  # Usually owned by: ${owner}.\n\n${questions.join("\n")}`;
    });
    return head + body.join("");
}
