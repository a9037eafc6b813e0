import { type Cases, UNKNOWN, of } from "../support/cases";

const lambda = of("aws:lambda/function:Function");

export const cases: Cases = {
    "aws-lambda-function-runtime-in-support": {
        compliant: {
            "a runtime in support": lambda({ runtime: "nodejs24.x" }),
            "one that ends soon, with advice": { resources: [lambda({ runtime: "nodejs22.x" })], advice: true },
        },
        violating: {
            "a runtime past its end": [lambda({ runtime: "nodejs20.x" }), "runtime"],
            "one older than the table": [lambda({ runtime: "nodejs8.10" }), "runtime"],
            "on the day after the last": { resources: [lambda({ runtime: "nodejs24.x" })], today: "2028-05-01", property: "runtime" },
        },
        undetermined: {
            "known only after the update": [lambda({ runtime: UNKNOWN }), "runtime"],
            "a Zip function without a runtime": [lambda({}), "runtime"],
            "one newer than the table": [lambda({ runtime: "nodejs98.x" }), "runtime"],
        },
        notApplicable: { "a container image": lambda({ packageType: "Image" }) },
    },
};
