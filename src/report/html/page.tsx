import { createHash } from "node:crypto";
import type { ComponentChildren, VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { CLIENT } from "./client";
import { STYLE } from "./style";

/** A whole document that needs no network. Only its own style and script run in it, whatever a name holds. */
export function pageOf(title: string, body: VNode): string {
    return `<!doctype html>\n${renderToString(<Document title={title}>{body}</Document>)}\n`;
}

const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const POLICY = `default-src 'none'; style-src ${hash(STYLE)}; script-src ${hash(CLIENT)}; base-uri 'none'; form-action 'none'`;

function Document({ title, children }: { title: string; children: ComponentChildren }): VNode {
    return (
        <html lang="en-GB">
            <head>
                <meta charset="utf-8" />
                <meta http-equiv="Content-Security-Policy" content={POLICY} />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>{title}</title>
                <style dangerouslySetInnerHTML={{ __html: STYLE }} />
            </head>
            <body>
                <a class="skip" href="#main">
                    Skip to the content
                </a>
                {children}
                <script dangerouslySetInnerHTML={{ __html: CLIENT }} />
            </body>
        </html>
    );
}
