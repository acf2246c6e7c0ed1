/** What was printed, and above it what was typed; the title is the window's. */
export interface TerminalText {
  readonly title: string;
  /** Undefined where the title says it. */
  readonly typed?: string;
  /** As it went to the terminal, colours and moves of the cursor included. */
  readonly printed: string;
}

/** The codes of Select Graphic Rendition (ECMA-48, 8.3.117) that our screen uses, as classes of the page. */
const classes: Readonly<Record<string, string>> = { 1: 'strong', 2: 'quiet', 31: 'bad', 32: 'good', 33: 'careful' };

const escape = String.fromCodePoint(27);
const upAndClear = new RegExp(`${escape}\\[(\\d+)F(?:${escape}\\[0J)?`, 'u');
const colour = new RegExp(`${escape}\\[(\\d+)m`, 'gu');
const clear = `${escape}[0J`;

/** What stands on the terminal at the end: lines that were replaced are gone. */
function standing(printed: string): string {
  const [first = '', ...moves] = printed.split(new RegExp(`(?=${escape}\\[\\d+F)`, 'u'));
  const all = moves.reduce((before, after) => {
    const up = Number(upAndClear.exec(after)?.[1] ?? 0);
    const lines = before.split('\n');
    return [...lines.slice(0, lines.length - 1 - up), after.replace(upAndClear, '')].join('\n');
  }, first);
  return all.replaceAll(clear, '');
}

function asHtml(text: string): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return safe.replace(colour, (_code, number: string) => {
    const name = classes[number];
    return name === undefined ? '</span>' : `<span class="${name}">`;
  });
}

const style = `
  :root { color-scheme: light dark; --paper: light-dark(#fff, #0d1117); --ink: light-dark(#1b1f26, #f2f5f9); }
  body { margin: 0; display: inline-block; }
  main { border: 1px solid light-dark(#d5d9e0, #30363d); border-radius: 10px; overflow: hidden; background: var(--paper); color: var(--ink); }
  h1 { margin: 0; padding: 10px 18px; font: 15px 'DejaVu Sans', sans-serif; color: light-dark(#57606a, #8b949e);
    background: light-dark(#e9edf2, #161b22); border-bottom: 1px solid light-dark(#d5d9e0, #30363d); }
  pre { margin: 0; padding: 16px 20px 24px; font: 15px/1.45 'DejaVu Sans Mono', monospace; }
  .strong { font-weight: bold; }
  .quiet { color: light-dark(#57606a, #8b949e); }
  .bad { color: light-dark(#b42318, #ff7b72); }
  .good { color: light-dark(#116329, #56d364); }
  .careful { color: light-dark(#7d4e00, #e3b341); }`;

/** A page that looks like the terminal's window. */
export function terminalPage({ title, typed, printed }: TerminalText): string {
  const prompt =
    typed === undefined ? '' : `<span class="quiet">$</span> <span class="strong">${asHtml(typed)}</span>\n`;
  return `<!doctype html><meta charset="utf-8"><style>${style}</style>
    <main><h1>${asHtml(title)}</h1><pre>${prompt}${asHtml(standing(printed).trimEnd())}</pre></main>`;
}
