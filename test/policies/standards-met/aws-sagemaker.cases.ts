import { type Cases, UNKNOWN, of } from "../support/cases";

const notebook = of("aws:sagemaker/notebookInstance:NotebookInstance");
const endpoint = of("aws:sagemaker/endpointConfiguration:EndpointConfiguration");
const model = of("aws:sagemaker/model:Model");
const domain = of("aws:sagemaker/domain:Domain");

const closed = { directInternetAccess: "Disabled", rootAccess: "Disabled", kmsKeyId: "alias/records" };
const variant = (instanceType: string) => [{ variantName: "v", modelName: "m", initialInstanceCount: 1, instanceType }];

export const cases: Cases = {
    "aws-sagemaker-isolated-and-encrypted": {
        compliant: {
            "a notebook": notebook(closed),
            "an endpoint with a key": endpoint({ kmsKeyArn: UNKNOWN, productionVariants: variant("ml.m5.large") }),
            "an endpoint on disks of the host": endpoint({ productionVariants: variant("ml.g5.xlarge") }),
            "a serverless endpoint": endpoint({
                productionVariants: [{ modelName: "m", serverlessConfig: { maxConcurrency: 1, memorySizeInMb: 1024 } }],
            }),
            "a model": model({ enableNetworkIsolation: true }),
            "a domain": domain({ kmsKeyId: UNKNOWN }),
        },
        violating: {
            "left open": [notebook({ rootAccess: "Disabled", kmsKeyId: "k" }), "directInternetAccess"],
            "root said outright": [notebook({ ...closed, rootAccess: "Enabled" }), "rootAccess"],
            "no key": [notebook({ directInternetAccess: "Disabled", rootAccess: "Disabled" }), "kmsKeyId"],
            "an endpoint without a key": [endpoint({ productionVariants: variant("ml.m5.large") }), "kmsKeyArn"],
            "a model on the network": [model({ executionRoleArn: UNKNOWN }), "enableNetworkIsolation"],
            "a domain without a key": [domain({ domainName: "d" }), "kmsKeyId"],
        },
        undetermined: {
            "known only after the update": [notebook({ ...closed, directInternetAccess: UNKNOWN }), "directInternetAccess"],
            "an endpoint whose instances are not known": [endpoint({ productionVariants: UNKNOWN }), "kmsKeyArn"],
        },
    },
};
