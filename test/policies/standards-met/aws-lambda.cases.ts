import { type Cases, UNKNOWN, of } from "../support/cases";

const permission = of("aws:lambda/permission:Permission");
const url = of("aws:lambda/functionUrl:FunctionUrl");
const layer = of("aws:lambda/layerVersionPermission:LayerVersionPermission");

export const cases: Cases = {
    "aws-lambda-not-publicly-invocable": {
        compliant: {
            "a named service": permission({ principal: "events.amazonaws.com", sourceArn: UNKNOWN }),
            "everyone of an organisation": permission({ principal: "*", principalOrgId: "o-abcdefghij" }),
            "a source that is made in the same update": permission({ principal: "*", sourceArn: UNKNOWN }),
            "the topics of one account": permission({ principal: "*", sourceArn: "arn:aws:sns:eu-west-2:111122223333:*" }),
            "a URL for signed requests": url({ functionName: "f", authorizationType: "AWS_IAM" }),
            "a layer for an organisation": layer({ principal: "*", organizationId: "o-abcdefghij" }),
        },
        violating: {
            everyone: [permission({ principal: "*" }), "principal"],
            "every AWS account, by a URL": [permission({ principal: "*", functionUrlAuthType: "AWS_IAM" }), "principal"],
            "a source of nothing but a wildcard": [permission({ principal: "*", sourceArn: "*" }), "principal"],
            "anybody's topics": [permission({ principal: "*", sourceArn: "arn:aws:sns:eu-west-2:*:*" }), "principal"],
            "a URL for everyone": [url({ functionName: "f", authorizationType: "NONE" }), "authorizationType"],
            "a layer for everyone": [layer({ principal: "*" }), "principal"],
        },
        undetermined: {
            "a principal that is not known": [permission({ principal: UNKNOWN }), "principal"],
            "an authorisation that is not known": [url({ functionName: "f", authorizationType: UNKNOWN }), "authorizationType"],
        },
    },
};
