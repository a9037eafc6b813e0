// For maintainers: what the vendors' data say otherwise than src/charter/lifecycles.yaml, as lines of a diff. It changes nothing.
//   node scripts/refresh-lifecycles.mjs [cfn_lint-….whl]
// Node.js comes from the dev dependency node-releases; AWS Lambda from a wheel of cfn-lint (`pip download --no-deps cfn-lint`; its name may be
// given, else the working directory is searched); Ubuntu and Debian from the Debian package distro-info-data, where it is installed. The other
// rows name their source, mostly a page of endoflife.date or of the vendor: compare them by hand, then set `checkedOn` to the day.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { rows } = parse(fs.readFileSync(path.join(root, "src/charter/lifecycles.yaml"), "utf8"));
let differences = 0;

/** Compares what a source says of a product's cycles. `ends` maps a cycle to its standard and extended end; cycles only in the source are shown from `since` on. */
function compare(product, source, ends, since = "") {
    const ours = new Map(rows.filter(row => row.product === product).map(row => [row.cycle, row]));
    for (const [cycle, [standard, extended]] of ends) {
        const row = ours.get(cycle);
        if (!row && standard < since) continue;
        if (row?.standardEnds === standard && (extended === undefined || row.extendedEnds === extended)) continue;
        differences++;
        const line = (mark, from, to) =>
            console.log(`${mark} ${product} ${cycle}: ${from ?? "no end"}${to ? `, extended ${to}` : ""}${mark === "+" ? `  (${source})` : ""}`);
        if (row) line("-", row.standardEnds, row.extendedEnds);
        line("+", standard, extended ?? row?.extendedEnds);
    }
}

const require = createRequire(import.meta.url);
const release = require("node-releases/data/release-schedule/release-schedule.json");
const today = new Date().toISOString().slice(0, 10);
const node = Object.entries(release).filter(([, { start }]) => start <= today);
compare(
    "nodejs",
    "node-releases",
    node.map(([name, { end }]) => [name.slice(1), [end]]),
    today,
);

const wheel = process.argv[2] ?? fs.readdirSync(".").find(file => /^cfn_lint-.*\.whl$/.test(file));
if (wheel) {
    const text = execFileSync("unzip", ["-p", wheel, "cfnlint/data/AdditionalSpecs/LmbdRuntimeLifecycle.json"], { encoding: "utf8" });
    compare(
        "aws-lambda",
        path.basename(wheel),
        Object.entries(JSON.parse(text)).map(([name, { deprecated }]) => [name, [deprecated]]),
    );
} else console.error("No cfn-lint wheel: AWS Lambda is not compared.");

/** Columns by name; a distro-info file quotes nothing. */
function distroInfo(name, standardColumn, extendedColumn) {
    const file = `/usr/share/distro-info/${name}.csv`;
    if (!fs.existsSync(file)) return void console.error(`No ${file}: ${name} is not compared.`);
    const [head, ...lines] = fs
        .readFileSync(file, "utf8")
        .trim()
        .split("\n")
        .map(line => line.split(","));
    const column = (line, title) => line[head.indexOf(title)] || undefined;
    const long = lines.filter(line => column(line, extendedColumn) && /^\d/.test(line[0]));
    compare(
        name,
        "distro-info-data",
        long.map(line => [line[0].replace(" LTS", ""), [column(line, standardColumn), column(line, extendedColumn)]]),
        today,
    );
}
distroInfo("ubuntu", "eol-server", "eol-esm");
distroInfo("debian", "eol", "eol-lts");

if (differences === 0) console.log("No differences.");
