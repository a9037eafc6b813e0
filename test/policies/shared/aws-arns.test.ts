import { arnPart, matchesArn } from "../../../policies/shared/aws-arns";
import { parseArn } from "../../../src/policy/place";
import { UNKNOWN } from "../../../src/policy/unknown";

const known = "arn:aws:dynamodb:eu-west-2:111122223333:table/records";
const partly = `arn:aws:dynamodb:${arnPart(UNKNOWN)}:${arnPart(undefined)}:table/records`;
const nameless = `arn:aws:dynamodb:eu-west-2:${arnPart(undefined)}:table/${arnPart(UNKNOWN)}`;

test.each([
    ["*", known, true],
    ["arn:aws:dynamodb:*:*:table/*", known, true],
    ["arn:aws:dynamodb:*:*:table/other", known, false],
    ["arn:aws:dynamodb:*:*:table/records", partly, true],
    ["arn:aws:dynamodb:eu-west-2:111122223333:table/records", partly, UNKNOWN],
    ["arn:aws:dynamodb:eu-west-2:111122223333:table/sessions", partly, false],
    ["arn:aws:dynamodb:*", nameless, true],
    ["arn:aws:dynamodb:*:*:table/rec*", nameless, UNKNOWN],
    ["arn:aws:dynamodb:eu-west-1:*", nameless, false],
    ["arn:aws:rds:*:*:db:*", nameless, false],
])("%s against an ARN", (pattern, arn, expected) => {
    expect(matchesArn(pattern, arn)).toBe(expected);
});

test("an ARN in parts", () => {
    expect(parseArn("arn:aws:backup:eu-west-2:111122223333:backup-vault:daily")).toEqual({
        service: "backup",
        region: "eu-west-2",
        account: "111122223333",
        rest: "backup-vault:daily",
    });
    expect(parseArn("daily")).toBeUndefined();
    expect(parseArn("arn:aws:backup:eu-west-2")).toBeUndefined();
});
