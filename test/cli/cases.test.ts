import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { COMMITMENTS } from "../../src/charter/commitments";
import { runBoth } from "./both";
import { resourcesOf } from "./case-resources";
import { Staged } from "./staged";
import { showable, shown, verdictsOf } from "./verdicts";

jest.setTimeout(300_000);

let staged: Staged;
beforeAll(() => {
    staged = Staged.make();
});
afterAll(() => {
    staged.remove();
});

/** In the harder of the two modes only: there are thousands of resources. */
test.each(COMMITMENTS.map(({ id }) => id))("the resources of all cases of %s, in one stack", async commitment => {
    const { real, offline } = await runBoth(
        join(__dirname, "cases"),
        staged,
        {
            mode: "computed",
            stackConfig: { "nhs-supplier-charter:estate": { holds: ["account-baseline", "security-account", "organisation", "identity"] } },
        },
        directory => {
            writeFileSync(join(directory, "resources.json"), JSON.stringify(resourcesOf(commitment)));
        },
    );
    if (!real.report || !offline.report) throw new Error(`${real.stdout.slice(-2000)}${real.stderr}${offline.stderr}`);
    expect(verdictsOf(real.report)).toEqual(verdictsOf(offline.report));
    expect(shown(real.violations)).toEqual(showable(real.report));
});
