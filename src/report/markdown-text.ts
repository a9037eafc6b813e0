export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
    const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
    return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** One line of text without markup: names, reasons and titles come from people and programs. */
export function plain(text: string): string {
    return text
        .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
        .replace(/[\\`*_{}[\]()#+!|~]/g, "\\$&")
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;");
}
