// The floor: a pack of nothing.
const { PolicyPack } = require("@pulumi/policy");
new PolicyPack("empty-pack", { policies: [] });
