import { policies } from "../../policies";
import { readConfiguration } from "../../src/policy/configuration";
import { type Policy, resourcePolicy } from "../../src/policy/definition";
import { judgeStack } from "../../src/report/assemble";
import type { StackReport } from "../../src/report/model";
import { UNKNOWN, holding, of } from "../policies/support/cases";
import { worldOf } from "../policies/support/world";

const TODAY = "2026-11-22";
const instance = of("aws:rds/instance:Instance");
const bucket = of("aws:s3/bucket:Bucket");
const topic = of("aws:sns/topic:Topic" as never) as (props: object, links: object, name: string) => ReturnType<typeof bucket>;

function judge(resources: ReturnType<typeof bucket>[], raw: Readonly<Record<string, unknown>> = {}, own: readonly Policy[] = policies): StackReport {
    const options = {
        policies: own,
        configuration: readConfiguration(raw, own, TODAY),
        today: TODAY,
        project: "records",
        stack: "test",
        packVersion: "1.0.0",
    };
    return judgeStack(worldOf({ resources }), options, { kind: "preview", path: ".", preset: "charter", selection: "all" });
}

const retention = policies.filter(p => p.name === "aws-rds-backup-retention");
const waiver = {
    policy: "aws-rds-backup-retention",
    resource: "reports",
    reason: "Rebuilt nightly.",
    approvedBy: "Head of operations",
    approvedOn: "2026-11-01",
    expires: "2027-01-01",
};
const broken = [instance({ backupRetentionPeriod: 0 }, {}, "reports"), instance({ backupRetentionPeriod: 0 }, {}, "records")];

function retentionPolicy(): Policy {
    const [policy] = retention;
    if (!policy) throw new Error("the policy is gone");
    return policy;
}

test("every policy in force is paired with every judged resource and the root stack, and the verdicts add up", () => {
    const report = judge([...broken, instance({ backupRetentionPeriod: UNKNOWN }, {}, "later"), bucket({}, {}, "plain"), topic({}, {}, "topic")]);
    const total = Object.values(report.summary).reduce((sum, n) => sum + n, 0);
    expect(report.source.resources).toBe(5);
    expect(total).toBe(policies.length * 6);
    for (const row of report.policies) expect(row.pass + row.fail + row.waived + row.undetermined + row.notApplicable + row.error).toBe(6);
});

test("resources that are only read are no pair", () => {
    expect(judge([{ ...instance({ backupRetentionPeriod: 0 }, {}, "read"), read: true }]).source.resources).toBe(0);
});

describe("waivers", () => {
    const verdicts = (report: StackReport) => report.findings.map(f => `${f.name} ${f.verdict} ${f.enforcementLevel}`);

    test("cover the one resource that they name, and stay visible as advisory", () => {
        const report = judge(broken, { waivers: [waiver] }, retention);
        expect(verdicts(report)).toEqual(["records fail mandatory", "reports waived advisory"]);
        expect(report.findings[1]?.waiver).toMatchObject({ reason: "Rebuilt nightly.", approvedBy: "Head of operations", expires: "2027-01-01" });
        expect(report.waivers).toMatchObject([{ state: "used" }]);
    });
    test("take a pattern for policies that are not critical", () => {
        expect(verdicts(judge(broken, { waivers: [{ ...waiver, resource: "re*s" }] }, retention))).toEqual([
            "records waived advisory",
            "reports waived advisory",
        ]);
    });
    test("never reach another policy, or another name", () => {
        expect(verdicts(judge(broken, { waivers: [{ ...waiver, resource: "report" }] }, retention))).toEqual([
            "records fail mandatory",
            "reports fail mandatory",
        ]);
        expect(verdicts(judge(broken, { waivers: [{ ...waiver, resource: "stack" }] }, retention))).toEqual([
            "records fail mandatory",
            "reports fail mandatory",
        ]);
    });
    test("hold to the end of their last day and not a day longer", () => {
        expect(verdicts(judge(broken, { waivers: [{ ...waiver, expires: TODAY }] }, retention))).toContain("reports waived advisory");
        const late = judge(broken, { waivers: [{ ...waiver, expires: "2026-11-21" }] }, retention);
        expect(verdicts(late)).toContain("reports fail mandatory");
        expect(late.findings.find(f => f.name === "reports")?.message).toMatch(/The waiver for it expired on 2026-11-21\.$/);
        expect(late.waivers).toMatchObject([{ state: "expired" }]);
    });
    test("of more than the days allowed count for nothing", () => {
        const long = judge(broken, { waivers: [{ ...waiver, expires: "2027-01-31" }] }, retention);
        expect(verdicts(long)).toContain("reports fail mandatory");
        expect(long.waivers).toMatchObject([{ state: "overlong" }]);
    });
    test("that match nothing are told", () => {
        expect(judge(broken, { waivers: [{ ...waiver, resource: "gone" }] }, retention).waivers).toMatchObject([{ state: "unused" }]);
    });
});

describe("inherited controls", () => {
    const { resources, estate } = holding("account-baseline", topic({}, {}, "topic"));
    const detector = policies.filter(p => p.name === "aws-guardduty-enabled");
    const inherited = {
        policy: "aws-guardduty-enabled",
        from: "supplier/security/prod",
        reason: "Delegated administrator.",
        approvedBy: "CISO",
        expires: "2027-06-30",
    };

    test("cover what the stack lacks as a whole", () => {
        expect(judge([...resources], { estate }, detector).summary.fail).toBe(1);
        const report = judge([...resources], { estate, inheritedFrom: [inherited] }, detector);
        expect(report.summary).toMatchObject({ fail: 0, notApplicable: 2 });
        expect(report.inherited).toMatchObject([{ from: "supplier/security/prod", state: "used" }]);
    });
    test("cover it by commitment, and no longer than they last", () => {
        const { policy: _, ...rest } = inherited;
        expect(judge([...resources], { estate, inheritedFrom: [{ ...rest, commitment: "monitoring-and-logging" }] }, detector).summary.fail).toBe(0);
        expect(judge([...resources], { estate, inheritedFrom: [{ ...inherited, expires: "2026-11-21" }] }, detector).summary.fail).toBe(1);
    });
    test("cover no resource", () => {
        expect(judge(broken, { inheritedFrom: [{ ...inherited, policy: "aws-rds-backup-retention" }] }, retention).summary.fail).toBe(2);
    });
});

describe("presets", () => {
    const level = (preset: string): string | undefined => judge(broken, { preset }, retention).findings[0]?.enforcementLevel;
    test("set the level", () => {
        expect([level("charter"), level("adopt"), level("strict")]).toEqual(["mandatory", "advisory", "mandatory"]);
        expect(
            judge(
                [bucket()],
                {},
                policies.filter(p => p.name === "aws-s3-bucket-versioning"),
            ).findings[0]?.enforcementLevel,
        ).toBe("advisory");
    });
    test("a policy newer than the last major is advisory under charter", () => {
        const newer = retention.map(policy => ({ ...policy, since: "1.2" }));
        expect(judge(broken, {}, newer).findings[0]?.enforcementLevel).toBe("advisory");
        expect(judge(broken, { preset: "strict" }, newer).findings[0]?.enforcementLevel).toBe("mandatory");
    });
});

test("a check that throws is an error of that policy and resource, without the error's text", () => {
    const throwing: Policy = {
        ...retentionPolicy(),
        check() {
            throw new TypeError("secret hunter2");
        },
    };
    const report = judge(broken, {}, [throwing]);
    expect(report.summary.error).toBe(2);
    expect(JSON.stringify(report)).not.toContain("hunter2");
});

test("advice makes no verdict worse, and a violation hides what is undetermined beside it", () => {
    const policy = resourcePolicy({
        ...retentionPolicy(),
        name: "aws-rds-backup-retention",
        on: ["aws:rds/instance:Instance"],
        settings: {},
        remedies: [],
        check({ resource, advice, violation, undetermined }) {
            advice("engine", "Better so.");
            if (resource.name === "reports") violation("engine", "Wrong.");
            undetermined("engine", "Not known.");
        },
    });
    const report = judge(broken, {}, [policy]);
    expect(report.findings.map(f => [f.name, f.verdict, f.advice ?? false])).toEqual([
        ["records", "pass", true],
        ["records", "undetermined", false],
        ["reports", "pass", true],
        ["reports", "fail", false],
    ]);
    expect(report.summary).toMatchObject({ fail: 1, undetermined: 1 });
});

describe("a role in the estate", () => {
    const trail = policies.filter(p => p.name === "aws-cloudtrail-multi-region-and-logging");
    const group = of("azure-native:resources:ResourceGroup" as never) as (props: object) => ReturnType<typeof bucket>;
    const failures = (resources: ReturnType<typeof bucket>[]): number =>
        judge(resources, { estate: { holds: ["account-baseline"] } }, trail).summary.fail;

    test("is played in the clouds that the stack uses", () => {
        expect(failures([bucket({})])).toBe(1);
        expect(failures([group({}), bucket({})])).toBe(1);
        expect(failures([group({})])).toBe(0);
    });

    test("is played in every cloud by a stack that uses none: something is missing", () => {
        expect(failures([])).toBe(1);
    });
});
