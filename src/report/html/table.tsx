import type { ComponentChildren, VNode } from "preact";

export type Cell = ComponentChildren;

/** A table of which each cell knows its column, so that it can be read one below the other on a phone. */
export function Table({ caption, head, rows }: { caption?: string; head: readonly string[]; rows: readonly (readonly Cell[])[] }): VNode {
    return (
        <table>
            {caption === undefined ? null : <caption>{caption}</caption>}
            <thead>
                <tr>
                    {head.map(text => (
                        <th scope="col">{text}</th>
                    ))}
                </tr>
            </thead>
            <tbody>
                {rows.map(cells => (
                    <tr>
                        {cells.map((cell, i) => (
                            <td data-of={head[i]} class={typeof cell === "number" ? "number" : undefined}>
                                {cell}
                            </td>
                        ))}
                    </tr>
                ))}
            </tbody>
        </table>
    );
}
