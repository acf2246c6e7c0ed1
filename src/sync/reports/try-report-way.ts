import { sendMail } from '../../report/mail/send-mail.ts';
import type { ReportSettings } from '../../settings/reports.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import type { Clock } from '../../support/clock.ts';
import type { CheckLine } from '../agent-contract.ts';
import { mailAccount, mailPatience, refusedTrouble, type AccountParts } from './mail-account.ts';
import { reportFolder, tryFolder } from './report-folder.ts';
import { reportLabels, type ReportWay } from './reports-contract.ts';

/** What a trial needs besides the settings. */
export interface TrialParts extends AccountParts {
  readonly shop: ShopSettings;
  readonly now: Clock;
  readonly signal: AbortSignal;
}

/** Tries one way of settings that need not be kept: a file in the folder, a short mail to everybody. Throws a `TillbridgeError`. */
export async function tryReportWay(way: ReportWay, reports: ReportSettings, parts: TrialParts): Promise<CheckLine> {
  const what = reportLabels[way];
  if (way === 'folder') {
    const folder = reportFolder(parts.home, reports.folder);
    await tryFolder(folder);
    return { what, ok: true, detail: `${folder} can be written to` };
  }
  const { mail } = reports;
  const at = parts.now();
  const text = `This is a test of the reports of ${parts.shop.name}. They will arrive like this one.`;
  const refused = await sendMail(
    await mailAccount(mail, parts),
    {
      id: `test.${at}@${mail.from.slice(mail.from.lastIndexOf('@') + 1)}`,
      from: mail.from,
      to: mail.to,
      subject: `${parts.shop.name}: a test of the reports`,
      text: `${text}\n`,
      html: '',
      attachments: [],
      at,
    },
    { signal: parts.signal, patience: mailPatience },
  );
  const trouble = refusedTrouble(refused, mail.to);
  if (trouble) throw trouble;
  return { what, ok: true, detail: `${mail.host} has taken a test mail for everybody; see that it arrives` };
}
