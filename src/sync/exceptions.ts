import { instantOf } from '../model/ids.ts';
import type { CsvOptions } from '../report/csv.ts';
import { exceptionCsv } from '../report/exception-csv.ts';
import { exceptionPage } from '../report/exception-page.ts';
import { gatherExceptionReport, type ExceptionReport, type ReportedProblem } from '../report/exception-report.ts';
import type { ShopSettings } from '../settings/settings.ts';
import type { Problem, Problems } from '../validation/problems.ts';

/** The open problems of one moment, gathered by cause, and as documents for people. */
export interface Exceptions {
  readonly report: ExceptionReport;
  /** One page that needs nothing else. */
  page(): string;
  /** RFC 4180, safe to open in a spreadsheet. */
  table(options?: CsvOptions): string;
}

/** What the problems say at this moment, in epoch milliseconds. */
export function gatherExceptions(problems: Problems, shop: ShopSettings, now: number): Exceptions {
  const report = gatherExceptionReport(shop, problems.list({ state: 'open' }).map(reported), instantOf(now));
  return { report, page: () => exceptionPage(report), table: (options) => exceptionCsv(report, options) };
}
