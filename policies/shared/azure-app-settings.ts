import type { Graph, Linked } from "../../src/policy/graph";
import type { Resource, Value } from "../../src/policy/resource";
import { type Answer, UNKNOWN, type Unknown, is } from "../../src/policy/unknown";
import { isRecord, list, read, text } from "../../src/policy/values";
import { ofSameParent } from "./azure-parents";

const APP = "azure-native:web:WebApp";
const SLOT = "azure-native:web:WebAppSlot";
const OF_APP = "azure-native:web:WebAppApplicationSettings";
const OF_SLOT = "azure-native:web:WebAppApplicationSettingsSlot";

/** The resources in which the settings of apps and of their slots may stand. */
export const SETTINGS_OF = [OF_APP, OF_SLOT] as const;

/** The settings resources of an app or a slot. */
function settingsOf(graph: Graph, app: Resource): Linked {
    return app.type === SLOT ? ofSameParent(graph, graph.into(app, OF_SLOT, "slot"), app, "name", APP) : graph.into(app, OF_APP, "name");
}

/** A setting of an app, from its own list and from a settings resource; `undefined` where neither has it. */
export function appSetting(graph: Graph, app: Resource, name: string): string | Unknown | undefined {
    const entries = list(read(app.props, "siteConfig.appSettings"));
    const { certain, possible } = settingsOf(graph, app);
    const values: (Value | undefined)[] = [
        ...(entries === UNKNOWN ? [UNKNOWN as Value] : entries.map(entry => ofEntry(entry, name))),
        ...certain.map(settings => ofBag(read(settings.props, "properties"), name)),
    ];
    const known = values.find(value => value !== undefined && value !== UNKNOWN);
    if (known !== undefined) return text(known);
    const perhaps = possible.some(settings => ofBag(read(settings.props, "properties"), name) !== undefined);
    return values.includes(UNKNOWN) || perhaps ? UNKNOWN : undefined;
}

/** An entry's value, if it has the name, or may have it. */
function ofEntry(entry: Value, name: string): Value | undefined {
    const same = is(read(entry, "name"), own => text(own ?? "").toLowerCase() === name.toLowerCase());
    return same === true ? (read(entry, "value") ?? "") : same === UNKNOWN ? UNKNOWN : undefined;
}

function ofBag(bag: Value | undefined, name: string): Value | undefined {
    if (!isRecord(bag)) return bag === UNKNOWN ? UNKNOWN : undefined;
    const key = Object.keys(bag).find(own => own.toLowerCase() === name.toLowerCase());
    return key === undefined ? undefined : (bag[key] ?? undefined);
}

/** Is it a function app, and not a logic app on the same runtime? An app without a kind is a web app. */
export function isFunctionApp({ props }: Resource): Answer {
    return is(read(props, "kind"), kind => /functionapp/i.test(text(kind ?? "")) && !/workflowapp/i.test(text(kind ?? "")));
}
