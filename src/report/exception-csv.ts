import { currency, decimalFromMinor } from '../model/money.ts';
import { csv, type CsvOptions } from './csv.ts';
import type { ExceptionReport, ReportedProblem } from './exception-report.ts';
import { consequenceOf } from '../support/severity-words.ts';
import { oneOf } from '../support/kind-words.ts';

const headings = [
  'No.',
  'Kind',
  'Till number',
  'Name',
  'Field in the till',
  'It says',
  'What is wrong',
  'What to do',
  'Suggestion',
  'Certain',
  'Until then',
  'At stake',
  'Currency',
  'First seen',
  'Last seen',
];

function certainty({ suggestion }: ReportedProblem): string | null {
  if (suggestion === null) return null;
  return suggestion.certain ? 'yes' : 'ask first';
}

/** The open problems as a table for a spreadsheet: one row each, in the report's order. */
export function exceptionCsv(report: ExceptionReport, options: CsvOptions = {}): string {
  const { shop, causes } = report;
  const code = currency.parse(shop.currency);
  const rows = causes
    .flatMap(({ problems }) => problems)
    .map((problem) => [
      problem.id,
      oneOf(problem.kind),
      problem.key,
      problem.title,
      problem.origin,
      problem.value,
      problem.says,
      problem.advice,
      problem.suggestion?.value ?? null,
      certainty(problem),
      consequenceOf(problem.severity),
      decimalFromMinor(problem.money, code),
      shop.currency,
      problem.firstSeenAt,
      problem.lastSeenAt,
    ]);
  return csv(headings, rows, options);
}
