/** What an image's reference says: "REGISTRY/NAME:TAG@DIGEST". Without a registry it is Docker Hub's. */
export interface ImageReference {
    /** Lower-cased host, with its port. */
    readonly registry: string;
    readonly tag: string | undefined;
    readonly digest: boolean;
}

export function imageReference(text: string): ImageReference {
    const [named = "", digest] = text.trim().split("@");
    const parts = named.split("/");
    const host = parts[0] ?? "";
    const registry = parts.length > 1 && (/[.:]/.test(host) || host === "localhost") ? host.toLowerCase() : "docker.io";
    const tag = /:([^:]+)$/.exec(parts.at(-1) ?? "")?.[1];
    return { registry, tag, digest: digest !== undefined };
}
