/** What `--policy-pack` loads: constructs the pack, and nothing else. */
import { PolicyPack } from "@pulumi/policy";
import { policies } from "../../policies";
import { NAMESPACE } from "../policy/configuration";
import { VERSION } from "../version";
import { ABOUT } from "./about";
import { environment } from "./environment";
import { routed } from "./routing";
import { sdkPolicies } from "./sdk-policies";
import { Session } from "./session";

const session = new Session({ policies, ...environment() });

routed(session, NAMESPACE, VERSION, () => {
    new PolicyPack(NAMESPACE, { ...ABOUT, policies: sdkPolicies(session) });
});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
        session.writeUnfinished();
        process.exit(0);
    });
}
process.once("exit", () => {
    session.writeUnfinished();
});
