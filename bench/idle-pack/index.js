// One stack policy that does nothing: what the SDK itself costs at the end of a preview.
const { PolicyPack } = require("@pulumi/policy");
new PolicyPack("idle-pack", {
    policies: [{ name: "idle", description: "Does nothing.", enforcementLevel: "advisory", validateStack: () => undefined }],
});
