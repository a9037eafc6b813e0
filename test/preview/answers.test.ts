import { Answers, readAnswersFile } from "../../src/preview/answers";
import { removeScratch, scratch } from "./scratch";

afterAll(removeScratch);

const IDENTITY = { token: "aws:index/getCallerIdentity:getCallerIdentity", args: {}, region: "eu-west-2" };

test.each(['"111122223333"', "111122223333"])("the account that an answers file gives as the caller's (%s) is the program's own, too", account => {
    const folder = scratch({ "answers.yaml": `invokes:\n  aws:getCallerIdentity: {accountId: ${account}}\n` });
    const answers = new Answers(folder, readAnswersFile(`${folder}/answers.yaml`));
    expect([...answers.accounts]).toEqual(["123456789012"]);
    expect(answers.invoke(IDENTITY)).toMatchObject({ userId: "AIDACKCEVSQ6C2EXAMPLE" });
    expect([...answers.accounts]).toEqual(["123456789012", "111122223333"]);
});
