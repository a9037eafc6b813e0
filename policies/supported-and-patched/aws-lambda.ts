import { lifecycle } from "../../src/charter/lifecycles";
import { resourcePolicy } from "../../src/policy/definition";
import { isUnknown } from "../../src/policy/unknown";
import { judgeLifecycle } from "../shared/lifecycle";

export const lambdaRuntime = resourcePolicy({
    name: "aws-lambda-function-runtime-in-support",
    title: "Lambda functions run on runtimes that still receive security patches",
    commitment: "supported-and-patched",
    topic: "unsupported-runtime-or-engine",
    strength: "core",
    severity: "critical",
    evidence: "proved",
    since: "1.0",
    on: ["aws:lambda/function:Function"],
    why: "A runtime past its deprecation date gets no security patches from AWS.",
    fix: "Set runtime to one in support, such as nodejs24.x or python3.13.",
    references: [
        "aws-config:lambda-function-settings-check",
        "checkov:CKV_AWS_363",
        "cdk-nag:AwsSolutions-L1",
        "fsbp:Lambda.2",
        "endoflife:aws-lambda",
    ],
    settings: {
        warnWithinDays: { type: "integer", minimum: 0, default: 180, description: "Days before the end of support from which advice is given." },
    },
    check(c) {
        const kind = c.word("packageType") ?? "Zip";
        const runtime = c.word("runtime");
        if (!isUnknown(kind) && kind.toLowerCase() === "image") c.notApplicable("a container image");
        else if (isUnknown(kind) || isUnknown(runtime)) c.undetermined("runtime", "The runtime is not known before the update.");
        else if (runtime === undefined) c.undetermined("runtime", "A Zip function without a runtime.");
        else
            judgeLifecycle(
                c,
                "runtime",
                `Lambda runtime ${runtime}`,
                lifecycle("aws-lambda", runtime, c.today, { warnWithinDays: c.settings.warnWithinDays }),
            );
    },
});
