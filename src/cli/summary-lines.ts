import { oneOf } from '../support/kind-words.ts';
import type { Exceptions } from '../sync/exceptions.ts';
import type { RunReport } from '../sync/agent-contract.ts';
import { legible } from './legible.ts';
import { advised, standing } from './problem-lines.ts';
import { lengthOf, sentIn, type RunWording } from './run-lines.ts';

type Cause = Exceptions['report']['causes'][number];

const shownCauses = 3;
const longestNumber = 20;
const numberWords = ['nothing', 'one cause', 'two causes', 'three causes'] as const;

function example({ problems }: Cause): string {
  const shown = problems.find(({ suggestion }) => suggestion !== null) ?? problems[0];
  if (!shown) return '';
  const { kind, key, title, origin, value, suggestion } = shown;
  const stands = origin === '' ? '' : `: ${legible(origin)} ${standing(value)}`;
  const becomes = suggestion === null ? '' : ` → ${advised(suggestion)}`;
  // A number that nobody could read out on the telephone says less than the name.
  const called = key.length > longestNumber ? title : key;
  return `e.g. ${oneOf(kind)} ${legible(called)}${stands}${becomes}`;
}

/** The causes with the most problems, each on one line with an example and its remedy. */
function causeLines(causes: readonly Cause[]): readonly string[] {
  const most = causes.toSorted((one, other) => other.problems.length - one.problems.length).slice(0, shownCauses);
  // The title begins with its count: figures stand under each other, and so do the examples.
  const heads = most.map(({ title }) => title.split(' '));
  const figures = Math.max(0, ...heads.map(([figure = '']) => figure.length));
  const titles = heads.map(([figure = '', ...rest]) => `${figure.padStart(figures)}  ${rest.join(' ')}`);
  const width = Math.max(0, ...titles.map(({ length }) => length));
  return most.map((cause, index) => `  ${(titles[index] ?? '').padEnd(width)}   ${example(cause)}`);
}

function mostOfIt({ count, causes }: Exceptions['report']): string {
  const most = causes
    .map(({ problems }) => problems.length)
    .sort((one, other) => other - one)
    .slice(0, shownCauses);
  const share = most.reduce((sum, one) => sum + one, 0) / count;
  const which = numberWords[most.length] ?? '';
  if (causes.length <= shownCauses) return ` ${causes.length === 1 ? 'It has' : 'They have'} ${which}:`;
  return share > 0.5 ? ` Most of it has ${which}:` : ' The most frequent causes:';
}

/** What a completed run means, for somebody who sells rings: how long, how much went, what is to mend and why, and what next. */
export function summaryLines(report: RunReport, { report: open }: Exceptions, wording: RunWording): readonly string[] {
  const { words, screen } = wording;
  const sent = sentIn(report);
  const done = `Done in ${words.span(lengthOf(report))}.`;
  const went = sent === 0 ? 'Nothing had to be sent.' : `${words.number(sent)} sent`;
  const untouched = screen.paint('quiet', 'Nothing was changed in your till.');
  if (open.count === 0) {
    return [`${done} ${sent === 0 ? went : `${went}, nothing to mend.`} ${untouched}`];
  }
  const money = open.money > 0 ? ` (${words.money(open.money)} of sales waits with them)` : '';
  const mend = `${words.number(open.count)} to mend${money}.`;
  return [
    `${done} ${sent === 0 ? `${went} ` : `${went}, `}${mend}${mostOfIt(open)}`,
    ...causeLines(open.causes),
    `Next: ${screen.paint('strong', 'tillbridge problems')}      ${untouched}`,
  ];
}
