import { type Cases, UNKNOWN, of } from "../support/cases";

const instance = of("aws:ec2/instance:Instance");
const template = of("aws:ec2/launchTemplate:LaunchTemplate");
const configuration = of("aws:ec2/launchConfiguration:LaunchConfiguration");
const stack = of("aws:cloudformation/stack:Stack");
const document = of("aws:ssm/document:Document");
const script = (...lines: readonly string[]) => instance({ ami: "ami-1", instanceType: "t3.micro", userData: ["#!/bin/bash", ...lines].join("\n") });
const base64 = (text: string) => Buffer.from(text).toString("base64");
const LITERAL = "export DATABASE_PASSWORD=correct-horse-battery";

export const cases: Cases = {
    "aws-ec2-user-data-no-secrets": {
        compliant: {
            "an ordinary script": script("yum update -y", "systemctl enable app"),
            "a secret that the machine reads itself": script(
                "DATABASE_PASSWORD=$(aws secretsmanager get-secret-value --secret-id db --query SecretString)",
            ),
            "a variable of another": script('export API_TOKEN="${TOKEN_FROM_ELSEWHERE}"'),
            "where a secret is kept": script("SECRET_ARN=arn:aws:secretsmanager:eu-west-2:111122223333:secret:db"),
            "the machine's metadata with a token": script("aws ec2 modify-instance-metadata-options --http-tokens required", "HttpTokens=required"),
            "what is nested under a word of secrets": script("secrets:", "  location_of_database: records"),
            "an action of a policy": document({ documentType: "Command", content: '{"Action":"secretsmanager:GetSecretValue"}' }),
            "a path": script("TOKEN_LOCATION=/run/secrets/token"),
            "a template, encoded": template({ userData: base64("#!/bin/bash\nyum update -y") }),
            "a document with a parameter": document({
                documentType: "Command",
                content: '{"parameters":{"password":{"type":"String"}},"run":"login --password {{ password }}"}',
            }),
            "a stack's ordinary parameter": stack({ parameters: { Stage: "production", DatabaseSecretName: "records" } }),
            "a stack's parameter that is looked up": stack({
                parameters: { DatabasePassword: "{{resolve:secretsmanager:records:SecretString:password}}" },
            }),
        },
        violating: {
            "a literal": [script(LITERAL), "userData"],
            "a literal of an option": [script("mysql --password=correct-horse-battery"), "userData"],
            "a literal in quotes": [script("api_key: 'abcdefghijkl'"), "userData"],
            "a key by its form": [script(`aws configure set x ${["AKIA", "IOSFODNN7EXAMPLE"].join("")}`), "userData"],
            "a private key": [script(["-----BEGIN RSA", " PRIVATE KEY-----"].join("")), "userData"],
            "encoded, on an instance": [instance({ ami: "ami-1", instanceType: "t3.micro", userDataBase64: base64(LITERAL) }), "userDataBase64"],
            "a template, encoded": [template({ userData: base64(LITERAL) }), "userData"],
            "a launch configuration": [configuration({ imageId: "ami-1", instanceType: "t3.micro", userData: LITERAL }), "userData"],
            "a document": [document({ documentType: "Command", content: `{"run":"${LITERAL}"}` }), "content"],
            "a stack's parameter": [stack({ parameters: { DatabasePassword: "correct horse" } }), "parameters.DatabasePassword"],
        },
        undetermined: {
            "a script that is not known": [instance({ ami: "ami-1", instanceType: "t3.micro", userData: UNKNOWN }), "userData"],
            "a compressed one": [
                instance({ ami: "ami-1", instanceType: "t3.micro", userDataBase64: "H4sIAAAAAAAAA0tMSgYAwkEkNQMAAAA=" }),
                "userDataBase64",
            ],
            "a parameter that is not known under a word of secrets": [
                stack({ parameters: { DatabasePassword: UNKNOWN } }),
                "parameters.DatabasePassword",
            ],
        },
        notApplicable: {
            "no script": instance({ ami: "ami-1", instanceType: "t3.micro" }),
            "a stack without parameters": stack({ templateBody: "{}" }),
        },
    },
};
