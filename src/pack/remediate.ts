import { type AnalyzeRequest, Remediation, RemediateResponse } from "@pulumi/pulumi/proto/analyzer_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { canonicalType } from "../policy/families";
import { isAtRemediate } from "../policy/remediation";
import type { Resource } from "../policy/resource";
import { remedied } from "../preview/remedied";
import { type Wire, toProps } from "../preview/wire";
import type { Session } from "./session";

/**
 * The answer to `Remediate`: what the policies at the level `remediate` set right, one after the other. What they do not change stays as the
 * engine wrote it, unknowns and secrets too; the SDK would write all of it anew.
 */
export function remediated(session: Session, packName: string, packVersion: string, request: AnalyzeRequest): RemediateResponse {
    const response = new RemediateResponse();
    const entries = session.fault ? [] : session.judge.policiesFor(canonicalType(request.getType())).filter(isAtRemediate);
    if (entries.length === 0) return response;
    const bag = (request.getProperties()?.toJavaScript() ?? {}) as Wire;
    for (const step of remedied(session.judge, observed(request, bag), bag, entries)) {
        const remediation = new Remediation();
        remediation.setPolicyname(step.policy.name);
        remediation.setPolicypackname(packName);
        remediation.setPolicypackversion(packVersion);
        remediation.setDescription(step.policy.title);
        remediation.setProperties(Struct.fromJavaScript(step.bag as Record<string, JavaScriptValue>));
        response.addRemediations(remediation);
    }
    return response;
}

function observed(request: AnalyzeRequest, bag: Wire): Resource {
    const provider = request.getProvider();
    const token = request.getType();
    return {
        urn: request.getUrn(),
        token,
        type: canonicalType(token),
        name: request.getName(),
        props: toProps(bag),
        custom: provider !== undefined,
        ...(provider
            ? {
                  provider: {
                      urn: provider.getUrn(),
                      type: provider.getType(),
                      name: provider.getName(),
                      props: toProps(provider.getProperties()?.toJavaScript() ?? {}),
                  },
              }
            : {}),
        dependencies: [],
        propertyDependencies: {},
    };
}
