import { home } from "./config";
import { logsOf } from "./logs";

/** A log group beside the portal. */
export const homeLogs = logsOf("logs", home);
