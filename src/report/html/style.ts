/** The style of every page: the system's theme, one column on a phone, A4 on paper. */
export const STYLE = `
:root {
    color-scheme: light dark;
    --ink: #1b2328; --soft: #4c5a63; --line: #c9d1d6; --paper: #fff; --panel: #f3f6f8; --link: #005a9c; --focus: #b35900;
    --bad: #a4161a; --bad-panel: #fdecec; --warn: #7a4a00; --warn-panel: #fff3dc; --open: #5b2a86; --open-panel: #f3ebfa; --good: #0b6137; --good-panel: #e5f4ec;
}
@media (prefers-color-scheme: dark) {
    :root {
        --ink: #e6ebee; --soft: #aab6bd; --line: #3c474e; --paper: #12171a; --panel: #1c2327; --link: #7cc0f4; --focus: #ffb454;
        --bad: #ff9a94; --bad-panel: #3a1719; --warn: #f3c26b; --warn-panel: #352807; --open: #d2aaf2; --open-panel: #2c1b3a; --good: #7fd6a5; --good-panel: #10301f;
    }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 5rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
header, main, footer { max-width: 70rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: .5rem 0; }
h2 { font-size: 1.3rem; line-height: 1.25; margin: 2.5rem 0 .5rem; padding-top: .75rem; border-top: 2px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .4rem; }
p, ul { margin: .5rem 0; max-width: 48rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
code { font: .9em ui-monospace, monospace; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; z-index: 2; }
.soft { color: var(--soft); }
.note { border-left: 4px solid var(--line); padding-left: .75rem; color: var(--soft); }
.badge { display: inline-block; padding: .05rem .5rem; border-radius: .25rem; font-size: .85rem; font-weight: 600; white-space: nowrap; background: var(--panel); color: var(--ink); }
.bad { background: var(--bad-panel); color: var(--bad); }
.warn { background: var(--warn-panel); color: var(--warn); }
.open { background: var(--open-panel); color: var(--open); }
.good { background: var(--good-panel); color: var(--good); }
.glance { list-style: none; padding: 0; margin: 1rem 0; max-width: none; display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); }
.glance li { border: 1px solid var(--line); border-radius: .4rem; padding: .75rem; background: var(--panel); break-inside: avoid; }
.glance a { font-weight: 600; }
.glance p { margin: .4rem 0 0; font-size: .92rem; }
.chart { width: 100%; height: 1.1rem; display: block; border-radius: .2rem; background: var(--panel); }
.chart .pass { fill: #2a8f5c; } .chart .fail { fill: #c0392b; } .chart .waived { fill: #c98a1b; } .chart .undetermined { fill: #8e5bb8; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; padding: 0; font-size: .9rem; }
.legend svg { display: inline-block; width: .8rem; height: .8rem; vertical-align: baseline; margin-right: .3rem; }
.filters { position: sticky; top: 0; z-index: 1; background: var(--paper); border-bottom: 1px solid var(--line); padding: .6rem 0; display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; }
.filters label { font-size: .85rem; color: var(--soft); display: grid; flex: 1 1 8rem; min-width: 0; }
.filters label:first-child { flex-grow: 2; }
.filters input, .filters select { font: inherit; width: 100%; padding: .3rem; border: 1px solid var(--soft); border-radius: .25rem; background: var(--paper); color: var(--ink); }
.filters output { flex: 1 0 100%; font-size: .9rem; }
[hidden] { display: none !important; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; margin: .5rem 0; }
caption { text-align: left; color: var(--soft); padding-bottom: .25rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
details { border: 1px solid var(--line); border-radius: .4rem; margin: .5rem 0; padding: .5rem .75rem; }
details.policy { content-visibility: auto; contain-intrinsic-size: auto 3rem; }
td ul { margin: 0; padding-left: 1rem; }
.date { white-space: nowrap; }
header { padding-bottom: 0; }
main { padding-top: 0; }
summary { cursor: pointer; }
summary strong { font-weight: 600; }
footer { color: var(--soft); font-size: .9rem; border-top: 1px solid var(--line); margin-top: 2rem; }
@media (max-width: 40rem) {
    .filters { position: static; }
    table, tbody, tr, td { display: block; width: 100%; }
    thead { position: absolute; left: -99rem; }
    tr { border-bottom: 1px solid var(--line); padding: .4rem 0; }
    td { border: 0; padding: .1rem 0; }
    td[data-of]::before { content: attr(data-of) ": "; color: var(--soft); }
    td.number { text-align: left; }
}
@page { size: A4; margin: 16mm 14mm; }
@media print {
    :root { color-scheme: light; --ink: #000; --soft: #444; --line: #bbb; --paper: #fff; --panel: #f3f6f8; --link: #000; --bad: #a4161a; --bad-panel: #fdecec; --warn: #7a4a00; --warn-panel: #fff3dc; --open: #5b2a86; --open-panel: #f3ebfa; --good: #0b6137; --good-panel: #e5f4ec; }
    body { font-size: 10pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
    header, main, footer { max-width: none; padding: 0; }
    .filters, .skip { display: none !important; }
    h2, h3, summary { break-after: avoid; }
    tr, .glance li { break-inside: avoid; }
    thead { display: table-header-group; }
    details { border: 0; padding: 0; content-visibility: visible; }
    details::details-content { content-visibility: visible; display: block; }
    section.commitment { break-before: page; }
}
`;
