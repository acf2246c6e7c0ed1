import { styleText } from 'node:util';
import { legible } from './legible.ts';

/** The meanings that colours have here. Nothing is told by colour alone. */
export type Tone = 'good' | 'bad' | 'careful' | 'quiet' | 'strong';

const colours = {
  good: 'green',
  bad: 'red',
  careful: 'yellow',
  quiet: 'dim',
  strong: 'bold',
} as const satisfies Record<Tone, Parameters<typeof styleText>[0]>;

/** Where a command speaks. With `--json` the words go to stderr, and stdout carries one document. */
export interface Screen {
  readonly json: boolean;
  /** Whether the words go to a terminal, where lines can be rewritten. */
  readonly isTerminal: boolean;
  /** Columns of the terminal; null where lines may be as long as they are. */
  readonly width: number | null;
  /** The text in the colour of its meaning, on a terminal that wants colours. */
  paint(tone: Tone, text: string): string;
  /** Says lines to the person. */
  say(...lines: readonly string[]): void;
  /** Says lines on stderr, whatever is asked for. */
  complain(...lines: readonly string[]): void;
  /** Shows lines that the next call replaces; on a terminal only. */
  live(lines: readonly string[]): void;
  /** The one document of `--json`; without `--json` nothing. */
  answer(document: unknown): void;
}

/** What a screen writes to. */
export interface ScreenParts {
  readonly json: boolean;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

const clearToEnd = '\u001B[0J';
const upBy = (lines: number) => (lines > 0 ? `\u001B[${lines}F` : '');

/** Makes the screen of one command. */
export function createScreen({ json, stdout, stderr }: ScreenParts): Screen {
  const words = json ? stderr : stdout;
  const isTerminal = words.isTTY;
  let shown = 0;

  const wipe = () => {
    if (shown > 0) words.write(upBy(shown) + clearToEnd);
    shown = 0;
  };
  const print = (stream: NodeJS.WriteStream, lines: readonly string[]) => {
    wipe();
    for (const line of lines) stream.write(`${line}\n`);
  };

  return {
    json,
    isTerminal,
    get width() {
      return isTerminal ? words.columns || 80 : null;
    },
    paint: (tone, text) => styleText(colours[tone], text, { stream: words }),
    say: (...lines) => print(words, lines),
    complain: (...lines) => print(stderr, lines),
    live(lines) {
      if (!isTerminal) return;
      words.write(`${upBy(shown)}${clearToEnd}${lines.map((line) => `${line}\n`).join('')}`);
      shown = lines.length;
    },
    answer(document) {
      wipe();
      if (json) stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
    },
  };
}

/** An error as people read it: what happened, and what to do. */
export function errorLines(screen: Screen, what: string, hint?: string): readonly string[] {
  const [first = '', ...rest] = what.split('\n').map(legible);
  return [
    `${screen.paint('bad', 'Stopped:')} ${first}`,
    ...rest.map((line) => `  ${line.trim()}`),
    ...(hint === undefined ? [] : [`What to do: ${hint}`]),
  ];
}
