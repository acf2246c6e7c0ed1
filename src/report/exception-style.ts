/** The looks of the exception report: light and dark by the system, one accent, and paper. */
export const exceptionStyle = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f6f6f4, #17181a);
  --sheet: light-dark(#fff, #202225);
  --ink: light-dark(#1d1f21, #e9e9e6);
  --quiet: light-dark(#5d6164, #a6aaad);
  --line: light-dark(#dcdcd7, #383b3f);
  --accent: light-dark(#0b5c6b, #7cc7d6);
  --bad: light-dark(#9b2226, #ff9b93);
  --bad-page: light-dark(#fdeceb, #3a2425);
  --good: light-dark(#1d6b3a, #8fd6a6);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.45 system-ui, 'Segoe UI', sans-serif; font-variant-numeric: tabular-nums; }
main, header, footer { max-width: 75rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 1.5rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0.2rem 0; }
h2 { font-size: 1.15rem; margin: 0; }
p { margin: 0.35rem 0; max-width: 46rem; }
a { color: var(--accent); }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.quiet { color: var(--quiet); }
.lead { font-size: 1.05rem; }
.causes { list-style: none; margin: 1rem 0 0; padding: 0; border-top: 1px solid var(--line); }
.causes li { display: grid; grid-template-columns: 1fr auto; gap: 0.75rem; padding: 0.4rem 0; border-bottom: 1px solid var(--line); }
section { background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; padding: 1rem 1.25rem; margin: 1.25rem 0; }
.cure::before { content: 'What to do: '; font-weight: 600; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin-top: 0.75rem; }
th:nth-child(1) { width: 24%; } th:nth-child(2) { width: 17%; } th:nth-child(5) { width: 7.5rem; } th:nth-child(6) { width: 6.5rem; }
th { text-align: left; font-weight: 600; color: var(--quiet); font-size: 0.85rem; border-bottom: 1px solid var(--line); padding: 0.3rem 0.9rem 0.3rem 0; }
td { vertical-align: top; border-bottom: 1px solid var(--line); padding: 0.4rem 0.9rem 0.4rem 0; overflow-wrap: anywhere; }
tr:last-child td { border-bottom: 0; }
.figure { text-align: right; padding-right: 0; white-space: nowrap; }
code { font: 0.92em ui-monospace, Consolas, monospace; white-space: pre-wrap; display: inline-block; max-width: 100%; }
mark { color: var(--bad); background: var(--bad-page); border-radius: 3px; padding: 0.05em 0.15em; }
.type { color: var(--good); font-weight: 600; }
footer { padding-bottom: 2rem; font-size: 0.9rem; }
@media (max-width: 46rem) {
  main, header, footer { padding-left: 0.8rem; padding-right: 0.8rem; }
  section { padding: 0.9rem; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr, td { display: block; }
  tr { padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
  tr:last-child { border-bottom: 0; }
  td { border: 0; padding: 0 0.5rem 0 0; }
  td:not(:first-child) { display: inline; }
  td:empty { display: none; }
  td[data-label]::before { content: attr(data-label) ' '; color: var(--quiet); font-size: 0.85rem; }
}
@media print {
  :root { color-scheme: light; --page: #fff; }
  body { font-size: 10pt; }
  section { border: 0; padding: 0; }
  h2, .cure { break-after: avoid; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
  mark { background: none; text-decoration: underline; }
  a { color: inherit; text-decoration: none; }
}
`;
