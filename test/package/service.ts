import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { gunzipSync } from "node:zlib";

/** What a pack's publication told the service. */
export interface Publication {
    readonly name: string;
    readonly policies: readonly { readonly name: string; readonly enforcementLevel: string }[];
}

/** Stands in for Pulumi Cloud on this machine, as far as `pulumi policy publish` asks it anything. */
export class Service {
    /** The pack as it was announced. */
    publication: Publication | undefined;
    /** The archive that was uploaded. */
    upload: Buffer | undefined;
    completed = false;

    private constructor(private readonly server: Server) {}

    static async start(): Promise<Service> {
        const server = createServer();
        const service = new Service(server);
        server.on("request", (request, response) => {
            void service.answer(request, response);
        });
        await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
        return service;
    }

    stop(): void {
        this.server.closeAllConnections();
        this.server.close();
    }

    get address(): string {
        const at = this.server.address();
        if (at === null || typeof at === "string") throw new Error("the service does not listen");
        return `http://127.0.0.1:${String(at.port)}`;
    }

    private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        const body = Buffer.concat(chunks);
        const result = this.resultOf(request.method ?? "", new URL(request.url ?? "/", this.address).pathname, () =>
            request.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body,
        );
        response.writeHead(result === undefined ? 404 : 200, { "content-type": "application/json" });
        response.end(JSON.stringify(result ?? { code: 404, message: `there is no ${request.url ?? ""}` }));
    }

    private resultOf(method: string, path: string, body: () => Buffer): unknown {
        if (path === "/api/user")
            return { githubLogin: "tester", name: "tester", organizations: [{ githubLogin: "tester", name: "tester" }], identities: [] };
        if (path === "/api/user/organizations/default") return { GitHubLogin: "tester" };
        if (path === "/api/capabilities") return { capabilities: [] };
        if (path === "/api/cli/version") return { latestVersion: "3.0.0", oldestWithoutWarning: "3.0.0" };
        if (method === "POST" && path.endsWith("/policypacks")) {
            this.publication = JSON.parse(body().toString("utf8")) as Publication;
            return { version: 1, uploadURI: `${this.address}/upload`, requiredHeaders: {} };
        }
        if (method === "PUT" && path === "/upload") {
            this.upload = body();
            return {};
        }
        if (path.endsWith("/complete")) {
            this.completed = true;
            return {};
        }
        return undefined;
    }
}
