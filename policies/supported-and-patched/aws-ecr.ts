import { stackPolicy } from "../../src/policy/definition";
import { isOneOf } from "../../src/policy/check";
import { differ, regionOf } from "../../src/policy/place";
import type { Resource } from "../../src/policy/resource";
import { type Answer, UNKNOWN, and, is, not, or, some } from "../../src/policy/unknown";
import { list, read, readAll, text } from "../../src/policy/values";
import { matchesWildcard } from "../../src/policy/wildcard";

const REGISTRY = "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration";

/** A filter without "*" matches every name that holds it. */
function matchesFilter(filter: string, repository: Resource): Answer {
    const pattern = filter.includes("*") ? filter : `*${filter}*`;
    if (/^\*+$/.test(pattern)) return true;
    const name = read(repository.props, "name");
    // Without a name, the repository gets one that begins with its name in the program.
    return name === undefined || name === UNKNOWN ? UNKNOWN : matchesWildcard(pattern, text(name));
}

function scans(registry: Resource, repository: Resource): Answer {
    const rules = readAll(registry.props, "rules[]").map(({ value: rule }) => {
        if (rule === UNKNOWN) return UNKNOWN;
        const filters = list(read(rule, "repositoryFilters"));
        return and(
            isOneOf(read(rule, "scanFrequency"), ["SCAN_ON_PUSH", "CONTINUOUS_SCAN"]),
            some(filters, filter => (filter === UNKNOWN ? UNKNOWN : is(read(filter, "filter"), f => matchesFilter(text(f ?? ""), repository)))),
        );
    });
    return and(not(differ(regionOf(registry), regionOf(repository)) === true), or(...rules));
}

export const ecrImageScanning = stackPolicy({
    name: "aws-ecr-image-scanning-enabled",
    title: "Images are scanned for known flaws when they are pushed",
    commitment: "supported-and-patched",
    topic: "image-scanning",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: ["aws:ecr/repository:Repository"],
    reads: [REGISTRY],
    why: "An image carries an operating system and libraries of its own; without scans nobody learns of the flaws that come to light in them.",
    fix: "Set imageScanningConfiguration.scanOnPush to true, or declare a RegistryScanningConfiguration with a rule that matches the repository.",
    references: ["aws-config:ecr-private-image-scanning-enabled", "checkov:CKV_AWS_163", "fsbp:ECR.1"],
    checkResource({ graph, resource, on, require }) {
        const scanned = or(on("imageScanningConfiguration.scanOnPush", false), ...graph.of(REGISTRY).map(registry => scans(registry, resource)));
        require(scanned, "imageScanningConfiguration.scanOnPush", "Neither the repository nor the registry scans the images that are pushed.");
    },
});
