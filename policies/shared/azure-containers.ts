import type { Resource } from "../../src/policy/resource";
import { UNKNOWN } from "../../src/policy/unknown";
import { type At, isRecord, read, readAll, text } from "../../src/policy/values";

export const CONTAINER_APP = "azure-native:app:ContainerApp";
export const JOB = "azure-native:app:Job";
export const GROUP = "azure-native:containerinstance:ContainerGroup";
export const APP = "azure-native:web:WebApp";
export const SLOT = "azure-native:web:WebAppSlot";
export const SIDECAR = "azure-native:web:WebAppSiteContainer";
export const SLOT_SIDECAR = "azure-native:web:WebAppSiteContainerSlot";

/** Where containers stand, by type. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
    [CONTAINER_APP]: ["template.containers[]", "template.initContainers[]"],
    [JOB]: ["template.containers[]", "template.initContainers[]"],
    [GROUP]: ["containers[]", "initContainers[]"],
};

/** The containers of a container app, a job or a group, each at its path. A list that is not known is one unknown container. */
export function containersOf({ type, props }: Resource): readonly At[] {
    return (PLACES[type] ?? []).flatMap(place => readAll(props, place));
}

const RUNTIMES = ["siteConfig.linuxFxVersion", "siteConfig.windowsFxVersion"] as const;

/** The images that a resource runs, each at its path; several stand at one path where Docker Compose names them. */
export function imagesOf(resource: Resource): readonly At[] {
    const { props, type } = resource;
    if (type === SIDECAR || type === SLOT_SIDECAR) return readAll(props, "image");
    if (type === APP || type === SLOT) {
        return RUNTIMES.flatMap((path): readonly At[] => {
            const runtime = read(props, path);
            if (runtime === undefined) return [];
            return runtime === UNKNOWN ? [{ path, value: UNKNOWN }] : ofRuntime(text(runtime)).map(value => ({ path, value }));
        });
    }
    return containersOf(resource).flatMap(({ path, value }) =>
        isRecord(value) ? readAll(value, "image").map(at => ({ path: `${path}.${at.path}`, value: at.value })) : [{ path, value }],
    );
}

/** "DOCKER|image", or "COMPOSE|" with a file of Docker Compose in base64. Other runtimes are no images. */
function ofRuntime(runtime: string): readonly string[] {
    const [kind = "", ...rest] = runtime.split("|");
    const image = rest.join("|");
    if (/^docker$/i.test(kind)) return image === "" ? [] : [image];
    if (!/^compose$/i.test(kind)) return [];
    return [
        ...Buffer.from(image, "base64")
            .toString("utf8")
            .matchAll(/^\s*image:\s*["']?([^\s"'#]+)/gm),
    ].map(([, named = ""]) => named);
}
