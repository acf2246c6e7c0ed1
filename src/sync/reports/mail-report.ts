import { createHash } from 'node:crypto';
import type { LocalDate } from '../../model/ids.ts';
import { sendMail, type Refused } from '../../report/mail/send-mail.ts';
import { shortReport } from '../../report/mail/short-report.ts';
import { groupWords } from '../../validation/problem-words.ts';
import type { Engine } from '../engine.ts';
import { gatherExceptions } from '../exceptions.ts';
import { statusOf } from '../status.ts';
import { mailAccount, mailPatience } from './mail-account.ts';
import { reportName } from './report-folder.ts';

/** Which report, and to whom. */
export interface MailedReport {
  readonly day: LocalDate;
  /** One and the same for all tries of a report, and for no other. */
  readonly name: string;
  readonly to: readonly string[];
}

/** Mails a report as things stand now; answers whom it was not taken for. Throws a `TillbridgeError` where nobody got it. */
export async function mailReport(
  engine: Engine,
  { day, name, to }: MailedReport,
  signal: AbortSignal,
): Promise<readonly Refused[]> {
  const { home, settings, clock, problems } = engine;
  const { mail } = settings.reports;
  const account = await mailAccount(mail, engine);
  const now = clock();
  const { report, page, table } = gatherExceptions(problems, { shop: settings.shop, now });
  // Groups without words of their own go by a rule's sentence, and of that nobody can say what it holds.
  const causes = report.causes.map((cause) => ({
    ...cause,
    title: groupWords({
      field: cause.problems[0]?.field.replace(/\[\d+\]/gu, '[]') ?? '',
      code: cause.code,
      count: cause.problems.length,
      says: 'something else',
    }),
  }));
  const short = shortReport({
    report: { ...report, causes },
    sentence: statusOf(engine).sentence,
    list: engine.listAddress(),
    attached: mail.attach,
  });
  const attachments = mail.attach
    ? [
        { name: `${reportName(day)}.html`, type: 'text/html; charset=utf-8', content: page() },
        { name: `${reportName(day)}.csv`, type: 'text/csv; charset=utf-8', content: table({ bom: true }) },
      ]
    : [];
  const id = `${idOf(home, name)}@${mail.from.slice(mail.from.lastIndexOf('@') + 1)}`;
  return sendMail(
    account,
    { ...short, id, from: mail.from, to, attachments, at: now },
    { signal, patience: mailPatience },
  );
}

/** Two homes on one computer never send the same. */
function idOf(home: string, name: string): string {
  return `report.${name}.${createHash('sha256').update(home).digest('hex').slice(0, 16)}`;
}
