// Registers what resources.json describes: the resources of the policies' own test cases.
"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const pulumi = require("@pulumi/pulumi");
const { unknown } = require("@pulumi/pulumi/output");

/** Stands for a value that is not known. */
const UNKNOWN = "(unknown)";

/** @type {Record<string, pulumi.CustomResource>} */
const made = {};

function holdsUnknown(value) {
    return value === UNKNOWN || (typeof value === "object" && value !== null && Object.values(value).some(holdsUnknown));
}

function withUnknowns(value, ids) {
    if (value === UNKNOWN) return ids;
    if (Array.isArray(value)) return value.map(element => withUnknowns(element, ids));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, withUnknowns(element, ids)]));
}

/** A property's value, which depends on the resources it is linked to. */
function valueOf(value, links) {
    const linked = links.map(name => made[name]);
    if (holdsUnknown(value)) {
        const ids = linked.length > 0 ? pulumi.all(linked.map(resource => resource.id)).apply(all => all.join()) : pulumi.output(unknown);
        return withUnknowns(value, ids);
    }
    return linked.length > 0 ? pulumi.all([pulumi.output(value), ...linked.map(resource => resource.urn)]).apply(([known]) => known) : value;
}

for (const { type, name, props, links, read } of JSON.parse(readFileSync(join(__dirname, "resources.json"), "utf8"))) {
    const inputs = {};
    for (const key of new Set([...Object.keys(props), ...Object.keys(links)])) inputs[key] = valueOf(props[key], links[key] ?? []);
    made[name] = new pulumi.CustomResource(type, name, inputs, read ? { id: name } : {});
}
