/** The library: the charter's policies for a `PolicyPack` of your own. It constructs none itself. */
export { charterPolicies, type CharterPoliciesOptions } from "./pack/library";
export { SCHEMA_VERSION, type Finding, type StackReport, type Verdict } from "./report/model";
