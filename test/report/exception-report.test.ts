import { describe, expect, test } from 'vitest';
import type { Instant } from '../../src/model/ids.ts';
import { exceptionCsv } from '../../src/report/exception-csv.ts';
import { exceptionPage } from '../../src/report/exception-page.ts';
import { gatherExceptionReport, type ReportedProblem } from '../../src/report/exception-report.ts';
import { reported, sampleProblems } from './reported-problems.ts';

const shop = { name: 'Harper & Daughters', country: 'GB', currency: 'GBP', timeZone: 'Europe/London' };
const madeAt = '2026-11-21T14:32:00.000Z' as Instant;
const titleOf = ({ count, says }: { count: number; says: string }) => `${count} × ${says}`;
const gather = (problems: readonly ReportedProblem[]) => gatherExceptionReport({ shop, problems, madeAt, titleOf });

describe('the exception report', () => {
  test('puts problems of one cause together, the dearest first', () => {
    const { causes, count, money } = gather(sampleProblems());
    expect(causes.map(({ code, problems }) => [code, problems.length])).toEqual([
      ['bad_postcode', 2],
      ['bad_phone', 3],
      ['bad_email', 1],
      ['bad_barcode', 1],
    ]);
    expect(causes[1]?.problems.map(({ money: waiting }) => waiting)).toEqual([124_000, 8_950, 0]);
    expect(count).toBe(7);
    expect(money).toBe(442_950);
  });

  test('counts the sales of a customer once, however many faults the customer has', () => {
    expect(gather([reported(), reported({ id: 2, code: 'bad_postcode', field: 'postcode' })]).money).toBe(124_000);
    expect(gather([reported(), reported({ id: 2, kind: 'sale' })]).money).toBe(248_000);
    expect(gather([reported({ severity: 'warn' }), reported({ id: 2, kind: 'product' })]).money).toBe(0);
  });

  test('says what to do with the example that stands first below', () => {
    const [cause] = gather([
      reported({ id: 1, suggestion: null, advice: 'Type it: 01632 960123.', money: 5 }),
      reported({ id: 2, key: '2', advice: 'Type it: 07700 900124.', money: 3 }),
      reported({ id: 3, key: '3', advice: 'Type it: 07700 900125.', money: 4 }),
    ]).causes;
    expect(cause?.advice).toBe('Type it: 07700 900125.');
  });

  test('puts the oldest first where the money is the same', () => {
    const old = '2026-10-01T08:00:00.000Z' as Instant;
    const [cause] = gather([reported({ id: 2 }), reported({ id: 1, firstSeenAt: old, key: '5' })]).causes;
    expect(cause?.problems.map(({ id }) => id)).toEqual([1, 2]);
  });
});

describe('the page', () => {
  test('runs nothing that a till holds', () => {
    const attack = `<script>alert(1)</script><img src=x onerror="alert(1)">' onload='x`;
    const page = exceptionPage(
      gather([
        reported({
          title: attack,
          value: attack,
          suggestion: { value: attack, certain: false },
          key: attack,
          origin: attack,
        }),
      ]),
    );
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<img');
    expect(page).not.toContain(`onload='x`);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('asks no other computer for anything', () => {
    expect(exceptionPage(gather(sampleProblems()))).not.toMatch(/(?:src|href)="(?!#)|@import|url\(|https?:/u);
  });

  test('shows what cannot be seen', () => {
    expect(exceptionPage(gather([reported({ value: ' 07700\t900123\r\n\u0007' })]))).toContain(
      '<mark>␣07700⇥900123↵□</mark>',
    );
    expect(exceptionPage(gather([reported({ value: null })]))).toContain('empty');
    const parts = [
      { text: '07700 9', faulty: false },
      { text: 'O', faulty: true },
    ];
    expect(exceptionPage(gather([reported({ value: '07700 9O', parts })]))).toContain('07700 9<mark>O</mark>');
  });

  test('says what waits, and so in the shop’s own money and time', () => {
    const page = exceptionPage(gather(sampleProblems()));
    expect(page).toContain('7 to mend');
    expect(page).toContain('£4,429.50 of sales waits with them.');
    expect(page).toContain('21 Nov 2026, 14:32');
  });

  test('says so where there is nothing to mend', () => {
    const page = exceptionPage(gather([]));
    expect(page).toContain('Nothing to mend');
    expect(page).not.toContain('<table');
  });
});

test('the table has a row for every problem, with money as decimal text', () => {
  const lines = exceptionCsv(gather([reported({ money: 8_950, title: 'Harper, Ada' })]), { bom: true }).split('\r\n');
  expect(lines[0]).toMatch(/^\uFEFFNo\.,Kind,Till number/u);
  expect(lines[1]).toBe(
    '1,customer,10433,"Harper, Ada",CUST.TEL,O7700 900123,The phone number cannot be called.,Type the number with its area code.,07700 900123,yes,not sent until it is mended,89.50,GBP,2026-11-19T09:12:00.000Z,2026-11-19T09:12:00.000Z',
  );
});
