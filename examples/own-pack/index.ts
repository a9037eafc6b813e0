import { PolicyPack } from "@pulumi/policy";
import type { ResourceValidationPolicy } from "@pulumi/policy";
import { charterPolicies } from "nhs-supplier-charter";

/** A policy of your own, as Pulumi's documentation shows it. */
const ownerTag: ResourceValidationPolicy = {
    name: "acme-owner-tag",
    description: "Buckets say which team owns them.",
    enforcementLevel: "mandatory",
    validateResource(args, reportViolation) {
        if (args.type !== "aws:s3/bucket:Bucket") return;
        const tags: unknown = args.props.tags;
        if (typeof tags !== "object" || tags === null || !("owner" in tags)) reportViolation("The bucket has no tag 'owner'.");
    },
};

// The charter's policies on backups on AWS, with the stack's configuration of them, and one of our own.
new PolicyPack("acme", { policies: [...charterPolicies({ only: ["backup-and-recovery", "aws"] }), ownerTag] });
