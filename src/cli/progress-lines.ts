import type { Progress } from '../sync/agent-contract.ts';
import type { Words } from '../support/words.ts';
import { manyOf, oneOf } from '../support/kind-words.ts';
import { cutTo } from './legible.ts';
import { manyOnWebsite, websiteCounts } from './website-words.ts';

type Of<S extends Progress['stage']> = Extract<Progress, { stage: S }>;

/** The last that was heard of every part of a run. */
export interface Seen {
  /** By source and kind. */
  readonly read: ReadonlyMap<string, Of<'read'>>;
  readonly check: ReadonlyMap<Of<'check'>['kind'], Of<'check'>>;
  readonly send: ReadonlyMap<Of<'send'>['destination'], Of<'send'>>;
}

/** Nothing heard yet. */
export const nothingSeen: Seen = { read: new Map(), check: new Map(), send: new Map() };

/** What is known after one more piece of news. */
export function withNews(seen: Seen, news: Progress): Seen {
  switch (news.stage) {
    case 'read':
      return { ...seen, read: new Map(seen.read).set(`${news.source ?? ''} ${news.kind}`, news) };
    case 'join':
      return seen;
    case 'check':
      return { ...seen, check: new Map(seen.check).set(news.kind, news) };
    case 'send':
      return { ...seen, send: new Map(seen.send).set(news.destination, news) };
    default:
      return news satisfies never;
  }
}

/** What the lines are written with. */
export interface ProgressWording {
  readonly words: Words;
  /** Destinations as people call them, by id. */
  readonly labels: Readonly<Record<string, string>>;
}

const labelWidth = 11;
const cellWidth = 15;
const gap = '  ';
const barWidth = 20;
const shownKinds = ['customer', 'product', 'sale'] as const;

/** One line of the display: its name, and what stands in its columns. */
export type DisplayLine = readonly [label: string, ...cells: string[]];

function websiteLine(source: string, seen: Seen, { words, labels }: ProgressWording): string {
  const reads = [...seen.read.values()].filter((news) => news.source === source);
  const counts = Object.fromEntries(reads.map(({ kind, rows }) => [kind, rows] as const));
  return progressLine('Website', [labels[source] ?? source, ...websiteCounts(counts, words)]);
}

/** A line while the figures still grow: its columns stay where they are. */
function progressLine(label: string, cells: readonly string[]): string {
  return `  ${[label.padEnd(labelWidth), ...cells.map((cell) => cell.padEnd(cellWidth))].join(gap)}`.trimEnd();
}

/** The lines of a display that stands: each column as wide as what is in it, but for the last cell of a line. */
export function displayLines(lines: readonly DisplayLine[]): readonly string[] {
  const widths = lines.reduce<readonly number[]>((before, line) => {
    const length = Math.max(before.length, line.length - 1);
    return Array.from({ length }, (_, index) =>
      Math.max(before[index] ?? 0, index < line.length - 1 ? (line[index]?.length ?? 0) : 0),
    );
  }, []);
  return lines.map((line) => `  ${line.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(gap)}`.trimEnd());
}

/** A bar of twenty places. */
function bar(done: number, of: number): string {
  const full = of > 0 ? Math.min(barWidth, Math.floor((done / of) * barWidth)) : 0;
  return '█'.repeat(full) + '░'.repeat(barWidth - full);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function sendLine({ destination, sent, of, perSecond }: Of<'send'>, { words, labels }: ProgressWording): string {
  const left = perSecond > 0 && of > sent ? `${words.span(((of - sent) / perSecond) * 1000)} left` : '';
  const speed = perSecond > 0 ? `${words.number(Math.round(perSecond))}/s` : '';
  const label = labels[destination] ?? destination;
  return progressLine(label, [bar(sent, of), `${words.number(sent)} of ${words.number(of)}`, speed, left]);
}

/** The display of a run as it stands: a line for the till, one for the website, one for the check, one for each destination. Never wider than the terminal. */
export function progressLines(seen: Seen, wording: ProgressWording, width: number): readonly string[] {
  const { words } = wording;
  const lines: string[] = [];
  const reads = shownKinds.flatMap((kind) => seen.read.get(` ${kind}`) ?? []);
  if (reads.length > 0) {
    lines.push(
      progressLine(
        'Till',
        reads.map(({ kind, rows }) => words.count(rows, oneOf(kind), manyOf(kind))),
      ),
    );
  }
  const websites = new Set([...seen.read.values()].flatMap(({ source }) => source ?? []));
  for (const source of websites) lines.push(websiteLine(source, seen, wording));
  const checks = [...seen.check.values()];
  if (checks.length > 0) {
    const checked = sum(checks.map((one) => one.checked));
    lines.push(
      progressLine('Checked', [`${words.number(checked)} of ${words.number(sum(checks.map((one) => one.of)))}`]),
    );
  }
  for (const send of seen.send.values()) lines.push(sendLine(send, wording));
  return lines.map((line) => cutTo(line, width - 1));
}

/** The same news as one sentence, for where lines cannot be rewritten. */
export function progressSentence(news: Progress, { words, labels }: ProgressWording): string {
  const share = (done: number, of: number | null) =>
    of === null || of < done ? words.number(done) : `${words.number(done)} of ${words.number(of)}`;
  switch (news.stage) {
    case 'read':
      if (news.source === undefined) return `Reading the till: ${share(news.rows, news.of)} ${manyOf(news.kind)}.`;
      return `Reading ${labels[news.source] ?? news.source}: ${share(news.rows, news.of)} ${manyOnWebsite(news.kind) ?? manyOf(news.kind)}.`;
    case 'join':
      return `Seeing who is whom: ${words.number(news.customers)} ${manyOf('customer')}.`;
    case 'check':
      return `Checking: ${share(news.checked, news.of)} ${manyOf(news.kind)}.`;
    case 'send':
      return `Sending to ${labels[news.destination] ?? news.destination}: ${share(news.sent, news.of)}.`;
    default:
      return news satisfies never;
  }
}
