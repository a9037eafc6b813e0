import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { source as axe } from "axe-core";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { policies } from "../../policies";
import { assess } from "../../src/assessment/assessment";
import { assessmentHtml } from "../../src/assessment/html";
import { html } from "../../src/report/formats/html";
import { sampleReport } from "../report/sample";

const ROOT = path.join(__dirname, "../..");
const EXAMPLE = path.join(ROOT, "examples/assessment");
const CHROMIUM = process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
const PHONE = { width: 375, height: 800 };
const DESK = { width: 1280, height: 900 };

jest.setTimeout(60_000);

let browser: Browser;
let folder: string;
beforeAll(async () => {
    if (!CHROMIUM) throw new Error("no Chromium: install Debian's package chromium, or name one with CHROMIUM");
    folder = mkdtempSync(path.join(tmpdir(), "charter-pages-"));
    browser = await puppeteer.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
});
afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
});

const HOSTILE = "<img src=x onerror='window.stolen=1'><script>window.stolen=1</script> </script>";
const report = sampleReport(HOSTILE);
/** The pages under test, by name. */
const pages: Readonly<Record<string, () => string>> = {
    "the example assessment": () => readFileSync(path.join(EXAMPLE, "assessment.html"), "utf8"),
    "an assessment with findings": () =>
        assessmentHtml(assess({ reports: [report], policies, date: "2026-11-22", version: "1.0.0", lifecyclesCheckedOn: "2026-11-01" }), policies),
    "a report": () => html.render([report], { policies }),
};

interface Opened {
    readonly page: Page;
    /** What the page asked for beside itself, and what went wrong in it. */
    readonly troubles: string[];
}

async function open(text: string, viewport = DESK, options: { readonly dark?: boolean; readonly script?: boolean } = {}): Promise<Opened> {
    const file = path.join(folder, "page.html");
    writeFileSync(file, text);
    const page = await browser.newPage();
    const troubles: string[] = [];
    const url = pathToFileURL(file).href;
    page.on("request", request => {
        if (request.url() !== url) troubles.push(`asks for ${request.url()}`);
    });
    page.on("console", message => troubles.push(message.text()));
    page.on("pageerror", error => troubles.push(String(error)));
    await page.setViewport(viewport);
    await page.setJavaScriptEnabled(options.script ?? true);
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: options.dark ? "dark" : "light" }]);
    await page.goto(url);
    return { page, troubles };
}

/** The numbers that the filters tell: shown, and of how many. */
async function told(page: Page): Promise<readonly number[]> {
    await new Promise(resolve => setTimeout(resolve, 250));
    const text = await page.$eval(".filters output", output => output.textContent);
    return (text.match(/\d+/g) ?? []).map(Number);
}

describe.each(Object.keys(pages))("%s", name => {
    const text = (): string => pages[name]?.() ?? "";

    test.each([
        ["a desk", DESK],
        ["a phone", PHONE],
    ])("is no wider than %s, asks for nothing and runs nothing foreign", async (_, viewport) => {
        const { page, troubles } = await open(text(), viewport);
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(viewport.width);
        expect(troubles).toEqual([]);
        expect(await page.evaluate("window.stolen")).toBeUndefined();
        await page.close();
    });

    test.each([
        ["in light", false, DESK],
        ["in dark", true, DESK],
        ["on a phone", false, PHONE],
    ])("axe finds nothing serious %s", async (_, dark, viewport) => {
        const { page } = await open(text(), viewport, { dark });
        await page.evaluate("document.querySelectorAll('details').forEach(element => { element.open = true; })");
        await page.evaluate(axe);
        const violations = (await page.evaluate("axe.run().then(result => result.violations)")) as {
            id: string;
            impact: string;
            nodes: { html: string }[];
        }[];
        const serious = violations.filter(({ impact }) => ["serious", "critical"].includes(impact));
        expect(serious.map(({ id, nodes }) => `${id}: ${String(nodes[0]?.html)}`)).toEqual([]);
        await page.close();
    });

    test("can be read without a script", async () => {
        const { page } = await open(text(), DESK, { script: false });
        expect(await page.$eval(".filters", form => (form as unknown as { hidden: boolean }).hidden).catch(() => true)).toBe(true);
        const headings = await page.$$eval("h1, h2", found => found.map(h => h.textContent));
        expect(headings.length).toBeGreaterThan(2);
        await page.close();
    });
});

test("the example prints on as many pages as it has commitments, and some more", async () => {
    const { page } = await open(pages["the example assessment"]?.() ?? "");
    const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const count = (pdf.match(/\/Type\s*\/Page[^s]/g) ?? []).length;
    expect(count).toBeGreaterThan(8);
    expect(count).toBeLessThan(120);
    await page.close();
});

test("search and filters narrow the findings, and open what they find", async () => {
    const { page } = await open(pages["an assessment with findings"]?.() ?? "");
    const [all = 0] = await told(page);
    expect(all).toBe(report.findings.length);

    await page.type("input[name=search]", "aws-rds-backup");
    const [found = 0, of] = await told(page);
    expect(of).toBe(all);
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(all);
    expect(await page.$eval("#policy-aws-rds-backup-retention", group => (group as unknown as { open: boolean }).open)).toBe(true);

    await page.$eval("input[name=search]", input => ((input as unknown as { value: string }).value = ""));
    const expected: Readonly<Record<string, (finding: (typeof report.findings)[number]) => boolean>> = {
        severity: f => f.severity === "critical",
        verdict: f => f.verdict === "undetermined",
        commitment: f => f.commitment === "backup-and-recovery",
        stack: () => true,
    };
    const values = { severity: "critical", verdict: "undetermined", commitment: "backup-and-recovery", stack: "records/test" };
    for (const [choice, value] of Object.entries(values)) {
        await page.select(`select[name=${choice}]`, value);
        const count = report.findings.filter(expected[choice] ?? (() => false)).length;
        expect({ choice, shown: (await told(page))[0] }).toEqual({ choice, shown: count });
        await page.select(`select[name=${choice}]`, "");
    }
    await page.close();
});

test("a violation leads to its policy's page", async () => {
    const { page } = await open(pages["a report"]?.() ?? "");
    await page.$eval("#policy-aws-rds-backup-retention summary", summary => {
        (summary as unknown as { click(): void }).click();
    });
    const link = await page.$eval("#policy-aws-rds-backup-retention a", a => (a as unknown as { href: string }).href);
    const file = link.slice(link.indexOf("/docs/") + 1);
    expect(readFileSync(path.join(ROOT, file), "utf8")).toContain("aws-rds-backup-retention");
    await page.close();
});

test("the page is worked with keys alone", async () => {
    const { page } = await open(pages["a report"]?.() ?? "");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.className")).toBe("skip");
    for (let i = 0; i < 8; i++) await page.keyboard.press("Tab");
    await page.focus("details.policy summary");
    await page.keyboard.press("Enter");
    expect(await page.$eval("details.policy", group => (group as unknown as { open: boolean }).open)).toBe(true);
    await page.close();
});

test("ten thousand findings stay usable: a search is answered within a second", async () => {
    const many = {
        ...report,
        findings: Array.from({ length: 10_000 }, (_, i) => {
            const finding = report.findings[i % report.findings.length];
            if (!finding) throw new Error("no finding");
            return { ...finding, name: `resource-${String(i)}`, urn: `${finding.urn}-${String(i)}` };
        }),
    };
    const { page, troubles } = await open(html.render([many], { policies }));
    expect(await told(page)).toEqual([10_000]);
    const took = await page.evaluate(`new Promise(resolve => {
        const input = document.querySelector("input[name=search]");
        input.value = "resource-9999";
        const started = performance.now();
        new MutationObserver(() => requestAnimationFrame(() => resolve(performance.now() - started))).observe(document.querySelector("output"), { childList: true, characterData: true, subtree: true });
        input.dispatchEvent(new Event("input", { bubbles: true }));
    })`);
    expect(await told(page)).toEqual([1, 10_000]);
    expect(took).toBeLessThan(1000);
    expect(troubles).toEqual([]);
    await page.close();
});

test("the example is what `npm run assess` writes", () => {
    const again = path.join(folder, "again");
    execFileSync(process.execPath, [path.join(ROOT, "scripts/assess-example.mjs"), again], { stdio: "ignore" });
    for (const name of readdirSync(again))
        expect({ name, text: readFileSync(path.join(again, name), "utf8") }).toEqual({ name, text: readFileSync(path.join(EXAMPLE, name), "utf8") });
}, 600_000);
