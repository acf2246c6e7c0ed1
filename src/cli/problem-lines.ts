import type { Words } from '../support/words.ts';
import { consequenceOf } from '../support/severity-words.ts';
import type { Exceptions } from '../sync/exceptions.ts';
import { legible } from './legible.ts';
import type { Screen } from './screen.ts';
import { table, type Column } from './table.ts';

type Report = Exceptions['report'];
type Cause = Report['causes'][number];
type Reported = Cause['problems'][number];

/** What lists of problems are written with. */
export interface ProblemWording {
  readonly screen: Screen;
  readonly words: Words;
  readonly now: number;
  /** How many of each cause are shown. */
  readonly each: number;
}

const columns: readonly Column[] = [
  { heading: 'No.', align: 'right' },
  { heading: 'Who or what', elastic: true },
  { heading: 'Field' },
  { heading: 'It says', elastic: true },
  { heading: 'Type', elastic: true },
  { heading: 'At stake', align: 'right' },
  { heading: 'Since' },
];

/** What stands in a till, on one line and in quotes; a word where nothing does. */
export function standing(value: string | null): string {
  return value === null || value === '' ? 'empty' : `"${legible(value)}"`;
}

/** What to type instead; with a question mark where somebody should be asked first. */
export function advised(suggestion: Reported['suggestion']): string {
  return suggestion === null ? '' : `${legible(suggestion.value)}${suggestion.certain ? '' : ' ?'}`;
}

function cells(problem: Reported, { words, now }: ProblemWording): readonly string[] {
  return [
    String(problem.id),
    `${legible(problem.title)} (${legible(problem.key)})`,
    legible(problem.origin),
    standing(problem.value),
    advised(problem.suggestion),
    problem.money > 0 ? words.money(problem.money) : '',
    words.ago(problem.firstSeenAt, now),
  ];
}

function causeBlock(cause: Cause, wording: ProblemWording): readonly string[] {
  const { screen, words, each } = wording;
  const { kind, title, says, advice, severity, money, problems } = cause;
  const shown = problems.slice(0, each);
  const waits = money > 0 ? `; ${words.money(money)} of ${kind === 'product' ? 'stock' : 'sales'} at stake` : '';
  const more = problems.length - shown.length;
  return [
    `${screen.paint('strong', title)} ${screen.paint('quiet', `(${consequenceOf(severity)}${waits})`)}`,
    `  ${says}`,
    `  What to do: ${advice}`,
    ...table(
      columns,
      shown.map((problem) => cells(problem, wording)),
      screen.width === null ? null : screen.width - 2,
    ).map((line, index) => `  ${index === 0 ? screen.paint('quiet', line) : line}`),
    ...(more > 0
      ? [
          screen.paint(
            'quiet',
            `  … and ${words.number(more)} more: tillbridge problems --rule ${cause.code} --kind ${kind} --all`,
          ),
        ]
      : []),
    '',
  ];
}

/** The open problems by cause, the dearest first, each cause with its cure. */
export function problemLines(report: Report, wording: ProblemWording): readonly string[] {
  const { words } = wording;
  if (report.count === 0) return ['Nothing to mend.'];
  const money = report.money > 0 ? ` (${words.money(report.money)} of sales waits with them)` : '';
  return [
    `${words.number(report.count)} to mend${money}.`,
    '',
    ...report.causes.flatMap((cause) => causeBlock(cause, wording)),
    'One of them in full: tillbridge problems show <No.>    As a page to print: tillbridge report',
  ];
}
