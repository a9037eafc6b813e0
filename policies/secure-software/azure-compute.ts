import { resourcePolicy, stackPolicy } from "../../src/policy/definition";
import { daysBetween } from "../../src/policy/dates";
import { jsonValue } from "../../src/policy/documents";
import { linkedSatisfies } from "../../src/policy/graph";
import type { Resource, Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, is, isUnknown, not, or } from "../../src/policy/unknown";
import { type At, isRecord, read, readAll, text } from "../../src/policy/values";
import { holdsCredential, isPlainCredential, namesSecret } from "../shared/azure-credentials";

const MACHINE = "azure-native:compute:VirtualMachine";
const SCALE_SET = "azure-native:compute:VirtualMachineScaleSet";
const EXTENSION = "azure-native:compute:VirtualMachineExtension";
const SCALE_SET_EXTENSION = "azure-native:compute:VirtualMachineScaleSetExtension";
const RUN_COMMAND = "azure-native:compute:VirtualMachineRunCommandByVirtualMachine";
const SCALE_SET_RUN_COMMAND = "azure-native:compute:VirtualMachineScaleSetVMRunCommand";

/** Where scripts stand, in base64 and as they are, and where settings of extensions do. */
const ENCODED = ["osProfile.customData", "userData", "virtualMachineProfile.osProfile.customData", "virtualMachineProfile.userData"];
const PLAIN = ["source.script"];
const EXTENSION_SETTINGS = ["settings", "virtualMachineProfile.extensionProfile.extensions[].settings"];
/** Names in an extension's settings whose value is a script. */
const SCRIPTS = /^(commandToExecute|script|command)$/i;

/** The text of base64; UNKNOWN where it is compressed. What is no base64 is its own text. */
function decoded(encoded: Exclude<Value, typeof UNKNOWN>): string | typeof UNKNOWN {
    const plain = text(encoded);
    if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(plain)) return plain;
    const bytes = Buffer.from(plain, "base64");
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? UNKNOWN : bytes.toString("utf8");
}

/** Is a part of an extension's settings free of credentials, by its form and, where it is no script, by its name? */
function isClean(name: string, value: Value): Answer {
    if (isUnknown(value)) return SCRIPTS.test(name) || namesSecret(name) ? UNKNOWN : true;
    if (SCRIPTS.test(name)) {
        const script = decoded(value);
        return isUnknown(script) ? UNKNOWN : !holdsCredential(script);
    }
    return not(isPlainCredential(name, value));
}

/** Every scalar in a value, with the name of the property that it stands under. */
function leaves(at: At, name = ""): readonly (At & { readonly name: string })[] {
    const { path, value } = at;
    if (Array.isArray(value))
        return (value as readonly Value[]).flatMap((element, i) => leaves({ path: `${path}[${String(i)}]`, value: element }, name));
    if (!isRecord(value)) return value === null ? [] : [{ path, value, name }];
    return Object.entries(value).flatMap(([key, element]) => leaves({ path: `${path}.${key}`, value: element }, key));
}

export const vmBootstrapNoSecrets = resourcePolicy({
    name: "azure-vm-bootstrap-no-secrets",
    title: "No secret is handed to machines in what starts them",
    commitment: "secure-software",
    topic: "build-identity",
    strength: "core",
    severity: "high",
    evidence: "partial",
    since: "1.0",
    on: [MACHINE, SCALE_SET, EXTENSION, SCALE_SET_EXTENSION, RUN_COMMAND, SCALE_SET_RUN_COMMAND],
    why: "Custom data, user data and scripts are read by every process on the machine, and by everybody who may describe it.",
    fix: "Let the machine read the secret from Key Vault with its own identity, or hand it over in protectedSettings or protectedParameters.",
    references: ["checkov:CKV_AZURE_45"],
    check({ resource: { props }, requireAt, notApplicable }) {
        const message = "A secret is handed over in plain text.";
        const scripts = [...ENCODED, ...PLAIN].flatMap(place => readAll(props, place).map(at => ({ ...at, encoded: !PLAIN.includes(place) })));
        const settings = EXTENSION_SETTINGS.flatMap(place => readAll(props, place));
        const parameters = readAll(props, "parameters[]");
        if (scripts.length + settings.length + parameters.length === 0) notApplicable("hands nothing to the machine");
        for (const { path, value, encoded } of scripts) {
            const script = isUnknown(value) ? UNKNOWN : encoded ? decoded(value) : text(value);
            requireAt(
                is(script, known => !holdsCredential(known)),
                path,
                message,
            );
        }
        for (const { path, value } of settings) {
            const document = jsonValue(value);
            if (document === UNKNOWN || document === undefined) requireAt(UNKNOWN, path, message);
            else for (const leaf of leaves({ path, value: document })) requireAt(isClean(leaf.name, leaf.value), leaf.path, message);
        }
        for (const { path, value } of parameters) {
            const plain = isUnknown(value) ? UNKNOWN : isPlainCredential(read(value, "name"), read(value, "value"));
            requireAt(not(plain), path, message);
        }
    },
});

const IMAGE = "azure-native:compute:GalleryImage";
const VERSION = "azure-native:compute:GalleryImageVersion";

/** Is the end of support that a resource names far enough away? Absent: false. */
function maintained({ type, props }: Resource, today: string, minDaysLeft: number): Answer {
    const end = read(props, type === IMAGE ? "endOfLifeDate" : "publishingProfile.endOfLifeDate");
    return is(end, date => date !== undefined && daysBetween(today, text(date).slice(0, 10)) >= minDaysLeft);
}

export const gallerySupportPeriod = stackPolicy({
    name: "azure-gallery-image-support-period-published",
    title: "Machine images say until when they are maintained",
    commitment: "secure-software",
    topic: "unsupported-runtime-or-engine",
    strength: "supporting",
    severity: "low",
    evidence: "supporting",
    since: "1.0",
    on: [IMAGE, VERSION],
    reads: [IMAGE],
    why: "Those who build on an image plan their own updates by the day on which its own end.",
    fix: "Set endOfLifeDate (publishingProfile.endOfLifeDate of a version) to the day until which the image gets updates.",
    references: [],
    settings: { minDaysLeft: { type: "integer", minimum: 0, default: 30, description: "Days from today that must be left of the support period." } },
    checkResource(c) {
        const { minDaysLeft } = c.settings;
        const own = maintained(c.resource, c.today, minDaysLeft);
        const property = c.type === IMAGE ? "endOfLifeDate" : "publishingProfile.endOfLifeDate";
        // A version without a day of its own ends with its image.
        const inherited =
            c.type === VERSION && !c.has(property)
                ? linkedSatisfies(c.graph.from(c.resource, "galleryImageName", IMAGE), image => maintained(image, c.today, minDaysLeft))
                : false;
        c.require(or(own, inherited), property, "No day is named until which the image is maintained, or it is too near.");
    },
});
