import { createWords, type Words } from '../support/words.ts';
import { consequenceOf } from '../support/severity-words.ts';
import type { Cause, ExceptionReport, ReportedProblem } from './exception-report.ts';
import { exceptionStyle } from './exception-style.ts';
import { html, type Markup } from './markup.ts';

// What cannot be seen is often what is wrong.
function visible(text: string): string {
  return text
    .replaceAll('\t', '⇥')
    .replace(/\r?\n|\r/gu, '↵')
    .replace(/\p{Cc}/gu, '□');
}

function standing({ value, parts }: ReportedProblem): Markup {
  if (value === null || value === '') return html`<span class="quiet">empty</span>`;
  const pieces = parts.map(({ text, faulty }) =>
    faulty ? html`<mark>${visible(text).replaceAll(' ', '␣')}</mark>` : visible(text),
  );
  return html`<code>${pieces}</code>`;
}

function advised({ suggestion }: ReportedProblem): Markup | null {
  if (suggestion === null) return null;
  const value = html`<code class="type">${suggestion.value}</code>`;
  return suggestion.certain ? value : html`${value} <span class="quiet">if the customer confirms it</span>`;
}

function row(problem: ReportedProblem, words: Words): Markup {
  const { key, title, origin, money, firstSeenAt } = problem;
  return html`<tr>
    <td><b>${title}</b> <span class="quiet">${key}</span></td>
    <td data-label="Field"><code>${origin}</code></td>
    <td data-label="It says">${standing(problem)}</td>
    <td data-label="Type">${advised(problem)}</td>
    <td data-label="Since" title="${words.moment(firstSeenAt)}">${words.day(firstSeenAt)}</td>
    <td class="figure" data-label="At stake">${money > 0 ? words.money(money) : ''}</td>
  </tr> `;
}

const headings = {
  customer: 'Customer',
  product: 'Article',
  sale: 'Sale',
  stock: 'Article',
  price: 'Article',
} as const;

function section(cause: Cause, index: number, words: Words): Markup {
  const { kind, severity, title, says, advice, money, problems } = cause;
  const waits = money > 0 ? ` · ${words.money(money)} of ${kind === 'product' ? 'stock' : 'sales'} at stake` : '';
  return html`<section id="cause-${index + 1}">
    <h2>${title}</h2>
    <p class="quiet">${says}${waits} · ${consequenceOf(severity)}</p>
    <p class="cure">${advice}</p>
    <table>
      <thead>
        <tr>
          <th>${headings[kind]}</th>
          <th>Field in the till</th>
          <th>It says</th>
          <th>What to type</th>
          <th>Since</th>
          <th class="figure">At stake</th>
        </tr>
      </thead>
      <tbody>
        ${problems.map((problem) => row(problem, words))}
      </tbody>
    </table>
  </section> `;
}

function contents(causes: readonly Cause[], words: Words): Markup {
  return html`<ol class="causes">
    <li class="quiet"><span>What is wrong</span> <span class="figure">At stake</span></li>
    ${causes.map(
      ({ title, money }, index) =>
        html`<li>
          <a href="#cause-${index + 1}">${title}</a>
          <span class="figure">${money > 0 ? words.money(money) : ''}</span>
        </li> `,
    )}
  </ol>`;
}

/** The open problems as one page that needs nothing else: for the screen, light or dark, for a telephone, and for paper. */
export function exceptionPage(report: ExceptionReport): string {
  const { shop, madeAt, count, money, causes } = report;
  const words = createWords(shop);
  const waits = money > 0 ? ` ${words.money(money)} of sales waits with ${count === 1 ? 'it' : 'them'}.` : '';
  const headline = count === 0 ? 'Nothing to mend' : `${words.number(count)} to mend`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${headline} · ${shop.name}</title>
        <style>
          ${{ html: exceptionStyle }}
        </style>
      </head>
      <body>
        <header>
          <p class="quiet">${shop.name} · ${words.moment(madeAt)}</p>
          <h1>${headline}</h1>
          <p class="lead">
            ${
              count === 0
                ? 'Everything that the till holds is as it should be.'
                : `Please mend these in the till; Tillbridge sees it by itself and sends what waited.${waits}`
            }
          </p>
          ${causes.length > 1 ? contents(causes, words) : ''}
        </header>
        <main>${causes.map((cause, index) => section(cause, index, words))}</main>
        <footer class="quiet">
          <p>This page holds customers’ data: keep it in the shop. Nothing was changed in the till.</p>
        </footer>
      </body>
    </html> `.html;
}
