import "./alerts";
import { archive } from "./archive";
import "./defender";
import { supplier } from "./governance";
import { workspace } from "./logs";
import { virtualNetwork } from "./network";
import "./sentinel";

export const managementGroupId = supplier.id;
export const workspaceId = workspace.id;
export const archiveId = archive.id;
export const virtualNetworkId = virtualNetwork.id;
