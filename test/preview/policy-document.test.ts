import { policyDocument } from "../../src/preview/answers/policy-document";

function json(args: Record<string, unknown>): unknown {
    return JSON.parse(String(policyDocument(args).json));
}

describe("getPolicyDocument", () => {
    it("renders as the provider does, to the letter", () => {
        const document = policyDocument({
            statements: [
                {
                    sid: "Read",
                    actions: ["s3:GetObject", "s3:ListBucket"],
                    resources: ["arn:aws:s3:::a/&{aws:username}"],
                    principals: [{ type: "AWS", identifiers: ["arn:aws:iam::1:root", "arn:aws:iam::2:root"] }],
                    conditions: [{ test: "StringLike", variable: "aws:PrincipalOrgID", values: ["o-1", "o-2"] }],
                },
            ],
        });
        expect(document.json).toBe(`{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Read",
      "Effect": "Allow",
      "Action": [
        "s3:ListBucket",
        "s3:GetObject"
      ],
      "Resource": "arn:aws:s3:::a/\${aws:username}",
      "Principal": {
        "AWS": [
          "arn:aws:iam::2:root",
          "arn:aws:iam::1:root"
        ]
      },
      "Condition": {
        "StringLike": {
          "aws:PrincipalOrgID": [
            "o-1",
            "o-2"
          ]
        }
      }
    }
  ]
}`);
        expect(document.minifiedJson).toMatch(/^\{"Version":"2012-10-17","Statement":\[\{"Sid":"Read",/);
        expect(document.id).toMatch(/^\d+$/);
    });

    it("makes lists of one text, and everyone a star", () => {
        expect(
            json({
                policyId: "p",
                statements: [
                    {
                        effect: "Deny",
                        notActions: ["iam:*"],
                        notResources: ["*"],
                        principals: [{ type: "*", identifiers: ["*"] }],
                        conditions: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
                    },
                    {
                        actions: ["sts:AssumeRole"],
                        principals: [{ type: "AWS", identifiers: ["*"] }],
                        notPrincipals: [{ type: "Service", identifiers: ["ec2.amazonaws.com"] }],
                    },
                ],
            }),
        ).toEqual({
            Version: "2012-10-17",
            Id: "p",
            Statement: [
                { Effect: "Deny", NotAction: "iam:*", NotResource: "*", Principal: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } },
                { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: "*" }, NotPrincipal: { Service: "ec2.amazonaws.com" } },
            ],
        });
    });

    it("gathers conditions by test and variable, and principals by type", () => {
        const condition = (test: string, variable: string, value: string): unknown => ({ test, variable, values: [value] });
        expect(
            json({
                statements: [
                    {
                        actions: ["a:b"],
                        principals: [
                            { type: "AWS", identifiers: ["1"] },
                            { type: "Service", identifiers: ["s"] },
                            { type: "AWS", identifiers: ["2"] },
                        ],
                        conditions: [condition("T", "v", "1"), condition("T", "w", "2"), condition("S", "v", "3"), condition("T", "v", "4")],
                    },
                ],
            }),
        ).toMatchObject({
            Statement: [{ Principal: { AWS: ["1", "2"], Service: "s" }, Condition: { S: { v: "3" }, T: { v: ["1", "4"], w: "2" } } }],
        });
    });

    it("puts sources below and overrides above, by Sid", () => {
        const source = JSON.stringify({
            Version: "2008-10-17",
            Statement: [
                { Sid: "A", Effect: "Allow", Action: "a:a" },
                { Effect: "Allow", Action: "b:b" },
            ],
        });
        const override = JSON.stringify({ Statement: { Sid: "C", Effect: "Deny", Action: "c:d" } });
        expect(
            json({
                sourcePolicyDocuments: [source],
                overridePolicyDocuments: [override],
                statements: [
                    { sid: "A", actions: ["a:z"] },
                    { sid: "C", actions: ["c:c"] },
                ],
            }),
        ).toEqual({
            Version: "2012-10-17",
            Statement: [
                { Sid: "A", Effect: "Allow", Action: "a:z" },
                { Effect: "Allow", Action: "b:b" },
                { Sid: "C", Effect: "Deny", Action: "c:d" },
            ],
        });
    });

    it("is empty but for its version without statements, and refuses what is no JSON", () => {
        expect(json({})).toEqual({ Version: "2012-10-17" });
        expect(() => policyDocument({ sourceJson: "{" })).toThrow(/a source or override document is no JSON/);
    });
});
