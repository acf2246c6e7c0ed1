import { greetServer } from '../../report/mail/send-mail.ts';
import { createWords } from '../../support/words.ts';
import type { CheckLine } from '../agent-contract.ts';
import type { Engine } from '../engine.ts';
import { troubleOf } from '../trouble.ts';
import { mailAccount, mailPatience } from './mail-account.ts';
import { reportFolder, tryFolder } from './report-folder.ts';
import { reportLabels, type Reports, type ReportWay } from './reports-contract.ts';

/** Tries every way in which reports go out by themselves; what waits is said, too. Sends nothing; no line where none is on. */
export async function checkReports(
  engine: Engine,
  { reports, signal }: { readonly reports: Reports; readonly signal: AbortSignal },
): Promise<readonly CheckLine[]> {
  const { home, settings } = engine;
  const { folder, mail } = settings.reports;
  const { nextAt, waiting } = reports.standing();
  const next = nextAt === null ? 'no day is chosen' : `next ${createWords(settings.shop).moment(nextAt)}`;

  async function line(way: ReportWay, work: () => Promise<string>): Promise<CheckLine> {
    const what = reportLabels[way];
    try {
      const detail = await work();
      const late = waiting.find((each) => each.way === way);
      if (!late) return { what, ok: true, detail: `${detail}; ${next}` };
      return { what, ok: false, detail: `that of ${late.day} waits: ${late.what}`, hint: late.hint };
    } catch (error) {
      const { reason, hint, errorReason } = troubleOf(error);
      return { what, ok: false, detail: reason, hint, errorReason };
    }
  }

  return Promise.all([
    ...(folder.on
      ? [
          line('folder', async () => {
            const where = reportFolder(home, folder);
            await tryFolder(where);
            return where;
          }),
        ]
      : []),
    ...(mail.on
      ? [
          line('mail', async () => {
            await greetServer(await mailAccount(mail, engine), { signal, patience: mailPatience });
            return `${mail.host} lets us in`;
          }),
        ]
      : []),
  ]);
}
