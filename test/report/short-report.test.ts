import { expect, test } from 'vitest';
import { gatherExceptionReport } from '../../src/report/exception-report.ts';
import { shortReport } from '../../src/report/mail/short-report.ts';
import type { Instant } from '../../src/model/ids.ts';
import { sampleProblems } from './reported-problems.ts';

const shop = { name: 'Harper & Daughters', country: 'GB', currency: 'GBP', timeZone: 'Europe/London' };
const madeAt = '2026-11-20T07:30:00.000Z' as Instant;
const report = gatherExceptionReport({
  shop,
  madeAt,
  problems: sampleProblems(),
  titleOf: ({ code, count }) => `${count} × ${code}`,
});
const parts = { report, sentence: 'Everything is up to date.', list: null, attached: false };

test('says in its subject how things stand and how much is to mend', () => {
  expect(shortReport(parts).subject).toBe('Harper & Daughters: Everything is up to date. 7 to mend.');
  const none = gatherExceptionReport({ shop, madeAt, problems: [], titleOf: () => '' });
  expect(shortReport({ ...parts, report: none }).subject).toBe(
    'Harper & Daughters: Everything is up to date. Nothing to mend.',
  );
  expect(shortReport({ ...parts, sentence: 'A line\r\nBcc: x@y.example' }).subject).not.toMatch(/[\r\n]/);
});

test('holds numbers, causes and the dearest few, and nobody’s name, value or till number', () => {
  const { text, html } = shortReport(parts);
  expect(text).toContain('3 × bad_phone (£1,329.50 at stake)');
  expect(text).toContain('The dearest: no. 4 (customer, £3,100), no. 1 (customer, £1,240)');
  for (const said of [text, html]) {
    for (const { title, value, key, suggestion } of sampleProblems()) {
      for (const secret of [title, value, key.length > 2 ? key : null, suggestion?.value]) {
        if (secret) expect(said).not.toContain(secret);
      }
    }
    expect(said).not.toMatch(/Harper(?! &)|Quill|Ashdown/);
  }
});

test('leads to the list: by its address where there is one, else in words', () => {
  const list = 'https://192.0.2.10:7717/problems';
  expect(shortReport({ ...parts, list }).html).toContain(`href="${list}"`);
  expect(shortReport({ ...parts, list }).text).toContain(list);
  expect(shortReport(parts).text).toContain('Tillbridge on the shop’s computer');
  expect(shortReport({ ...parts, attached: true }).text).toContain('holds customers’ data');
});
