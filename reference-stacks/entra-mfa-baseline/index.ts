import "./alerts";
import { policyIds } from "./access";
import { directoryAdministrators, securityAdministrators } from "./administrators";
import { deliveryClientId, portalClientId } from "./applications";
import * as breakGlass from "./break-glass";
import { offices } from "./locations";
import { platformAdministrators } from "./owners";
import "./partner";
import * as strengths from "./strengths";

export const breakGlassGroupId = breakGlass.group.objectId;
export const administratorGroupIds = {
    directory: directoryAdministrators.objectId,
    security: securityAdministrators.objectId,
    platform: platformAdministrators.objectId,
};
export const conditionalAccessPolicyIds = policyIds;
export const strengthIds = { everyone: strengths.forEveryone.id, administrators: strengths.forAdministrators.id };
export const officesId = offices.objectId;
export { deliveryClientId, portalClientId };
