import { instantOf } from '../model/ids.ts';
import type { CsvOptions } from '../report/csv.ts';
import { exceptionCsv } from '../report/exception-csv.ts';
import { exceptionPage } from '../report/exception-page.ts';
import { gatherExceptionReport, type ExceptionReport, type ReportedProblem } from '../report/exception-report.ts';
import type { ShopSettings } from '../settings/settings.ts';
import { markedValue } from '../validation/marked-value.ts';
import { groupWords } from '../validation/problem-words.ts';
import type { ProblemFilter } from '../validation/problem-filter.ts';
import type { Problem } from '../validation/problem.ts';
import type { Problems } from '../validation/problems.ts';

/** Problems of one moment, gathered by cause, and as documents for people. */
export interface Exceptions {
  readonly report: ExceptionReport;
  /** One page that needs nothing else. */
  page(): string;
  /** RFC 4180, safe to open in a spreadsheet. */
  table(options?: CsvOptions): string;
}

/** Which problems, and for whom. */
export interface ExceptionsAsked {
  readonly shop: ShopSettings;
  /** Epoch milliseconds. */
  readonly now: number;
  /** The open ones where nothing is said. */
  readonly filter?: ProblemFilter;
}

function reported({ name, stake, ...problem }: Problem): ReportedProblem {
  return { ...problem, title: name, money: stake, parts: markedValue(problem) };
}

/** What the problems say at this moment. */
export function gatherExceptions(problems: Problems, { shop, now, filter }: ExceptionsAsked): Exceptions {
  const report = gatherExceptionReport({
    shop,
    problems: problems.list({ state: 'open', ...filter }).map(reported),
    madeAt: instantOf(now),
    titleOf: groupWords,
  });
  return { report, page: () => exceptionPage(report), table: (options) => exceptionCsv(report, options) };
}
