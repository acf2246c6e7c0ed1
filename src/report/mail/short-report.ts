import { oneOf } from '../../support/kind-words.ts';
import { createWords } from '../../support/words.ts';
import type { ExceptionReport } from '../exception-report.ts';
import { html } from '../markup.ts';

/** What a short report is made from. */
export interface ShortReportParts {
  readonly report: ExceptionReport;
  /** How the shop stands, as the tray and the window say it. */
  readonly sentence: string;
  /** Where the list is opened: an address in the shop's network; null where there is none. */
  readonly list: string | null;
  /** The whole page and table go along. */
  readonly attached: boolean;
}

/** A report as a mail: numbers and causes, and nobody's name, value or till number. */
export interface ShortReport {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** So many of the dearest are named, by the number under which the list has them. */
const dearest = 5;

/** The few words of a report that may leave the shop. */
export function shortReport({ report, sentence, list, attached }: ShortReportParts): ShortReport {
  const { shop, count, money, causes, madeAt } = report;
  const words = createWords(shop);
  const toMend = count === 0 ? 'Nothing to mend.' : `${words.number(count)} to mend.`;
  const waits = money > 0 ? ` ${words.money(money)} of sales waits with ${count === 1 ? 'it' : 'them'}.` : '';
  const lines = causes.map(({ title, money: stake }) => ({ title, stake: stake > 0 ? words.money(stake) : '' }));
  const few = causes
    .flatMap(({ kind, problems }) => problems.map(({ id, money: stake }) => ({ id, stake, kind })))
    .filter(({ stake }) => stake > 0)
    .toSorted((one, other) => other.stake - one.stake || one.id - other.id)
    .slice(0, dearest)
    .map(({ id, stake, kind }) => `no. ${id} (${oneOf(kind)}, ${words.money(stake)})`);
  const where = list
    ? `Open the list, in the shop’s network: ${list}`
    : 'Open the list: Tillbridge on the shop’s computer, under Problems.';
  const along = attached
    ? 'The whole list is attached. It holds customers’ data: keep it in the shop.'
    : 'This mail holds numbers and causes, and nobody’s data.';
  const when = `${shop.name} · ${words.moment(madeAt)}`;
  const text = [
    when,
    '',
    sentence,
    `${toMend}${waits}`,
    ...(lines.length > 0 ? ['', 'What is wrong:'] : []),
    ...lines.map(({ title, stake }) => `- ${title}${stake === '' ? '' : ` (${stake} at stake)`}`),
    ...(few.length > 0 ? ['', `The dearest: ${few.join(', ')}`] : []),
    '',
    where,
    along,
    '',
  ].join('\n');
  return {
    subject: `${shop.name}: ${sentence} ${toMend}`.replace(/\s+/gu, ' '),
    text,
    html: html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="color-scheme" content="light dark" />
          <title>${toMend}</title>
        </head>
        <body style="font: 16px/1.5 system-ui, sans-serif; max-width: 40em; margin: 1.5em auto; padding: 0 1em">
          <p style="opacity: 0.75; margin: 0">${when}</p>
          <h1 style="font-size: 1.5em; margin: 0.25em 0">${toMend}</h1>
          <p>${sentence}${waits}</p>
          ${
            lines.length === 0
              ? ''
              : html`<table style="border-collapse: collapse; width: 100%">
                  <thead>
                    <tr>
                      <th scope="col" style="text-align: left; padding: 0.3em 0">What is wrong</th>
                      <th scope="col" style="text-align: right; padding: 0.3em 0">At stake</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${lines.map(
                      ({ title, stake }) =>
                        html`<tr>
                          <td style="padding: 0.3em 1em 0.3em 0; border-top: 1px solid #8886">${title}</td>
                          <td style="padding: 0.3em 0; border-top: 1px solid #8886; text-align: right">${stake}</td>
                        </tr> `,
                    )}
                  </tbody>
                </table>`
          }
          ${few.length > 0 ? html`<p>The dearest: ${few.join(', ')}</p>` : ''}
          <p>${list ? html`<a href="${list}">Open the list</a> (in the shop’s network)` : where}</p>
          <p style="opacity: 0.75">${along}</p>
        </body>
      </html> `.html,
  };
}
