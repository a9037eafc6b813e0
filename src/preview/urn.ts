import { STACK_TYPE } from "../policy/resource";

/** `urn:pulumi:STACK::PROJECT::PARENT_TYPE$TYPE::NAME`, as the engine makes it: a parent's types are kept, the root stack's left out. */
export function makeUrn(stack: string, project: string, parent: string, type: string, name: string): string {
    const parentType = parent === "" ? "" : qualifiedType(parent);
    const qualified = parentType === "" || parentType === STACK_TYPE ? type : `${parentType}$${type}`;
    return `urn:pulumi:${stack}::${project}::${qualified}::${name}`;
}

/** "my:component:Type$aws:s3/bucket:Bucket". */
export function qualifiedType(urn: string): string {
    return urn.split("::", 4)[2] ?? "";
}

/** The last part; it may itself hold "::". */
export function nameOf(urn: string): string {
    return urn.split("::").slice(3).join("::");
}

/** "aws" of "aws:s3/bucket:Bucket". */
export function packageOf(token: string): string {
    return token.split(":", 1)[0] ?? "";
}

/** The URN in a provider reference `URN::ID`. */
export function providerUrn(reference: string): string {
    const end = reference.lastIndexOf("::");
    return end < 0 ? reference : reference.slice(0, end);
}
