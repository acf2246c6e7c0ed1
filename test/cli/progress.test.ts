import { describe, expect, test } from 'vitest';
import { createProgress } from '../../src/cli/progress.ts';
import { displayLines, nothingSeen, progressLines, progressSentence, withNews } from '../../src/cli/progress-lines.ts';
import { createScreen } from '../../src/cli/screen.ts';
import type { DestinationId } from '../../src/model/ids.ts';
import type { Progress } from '../../src/sync/agent-contract.ts';
import { createWords } from '../../src/support/words.ts';
import { keptStream } from '../../scripts/kept-stream.ts';

const words = createWords({ country: 'GB', currency: 'GBP', timeZone: 'Europe/London' });
const wording = { words, labels: { genieai: 'GenieAI', squarespace: 'Squarespace' } };
const genieai = 'genieai' as DestinationId;
const squarespace = 'squarespace' as DestinationId;

const news: readonly Progress[] = [
  { stage: 'read', kind: 'customer', rows: 12_006, of: 12_006 },
  { stage: 'read', kind: 'product', rows: 8_003, of: null },
  { stage: 'read', kind: 'saleLine', rows: 90_000, of: null },
  { stage: 'check', kind: 'customer', checked: 12_006, of: 12_006 },
  { stage: 'check', kind: 'product', checked: 1_000, of: 8_003 },
  { stage: 'send', destination: genieai, kind: 'customer', sent: 12_000, of: 20_000, perSecond: 1_500 },
  { stage: 'send', destination: genieai, kind: 'product', sent: 15_000, of: 20_000, perSecond: 2_000 },
];

describe('the display of a run', () => {
  test('has a line for the till, the check and each destination', () => {
    expect(progressLines(news.reduce(withNews, nothingSeen), wording, 120)).toEqual([
      '  Till         12,006 customers  8,003 articles',
      '  Checked      13,006 of 20,009',
      '  GenieAI      ███████████████░░░░░  15,000 of 20,000  2,000/s          2.5 s left',
    ]);
  });

  test('tells the website apart from the till, in words of its own', () => {
    const website: readonly Progress[] = [
      { stage: 'read', kind: 'customer', rows: 12_006, of: null },
      { stage: 'read', source: squarespace, kind: 'customer', rows: 2_210, of: null },
      { stage: 'read', source: squarespace, kind: 'buyer', rows: 700, of: null },
      { stage: 'read', source: squarespace, kind: 'sale', rows: 914, of: null },
    ];
    expect(progressLines(website.reduce(withNews, nothingSeen), wording, 120)).toEqual([
      '  Till         12,006 customers',
      '  Website      Squarespace      914 orders       2,210 customers',
    ]);
    expect(website.slice(1).map((one) => progressSentence(one, wording))).toEqual([
      'Reading Squarespace: 2,210 customers.',
      'Reading Squarespace: 700 buyers.',
      'Reading Squarespace: 914 orders.',
    ]);
  });

  test('is never wider than the terminal', () => {
    const lines = progressLines(news.reduce(withNews, nothingSeen), wording, 40);
    expect(lines.every((line) => line.length < 40)).toBe(true);
  });

  test('says the same in sentences', () => {
    expect(news.map((one) => progressSentence(one, wording)).filter((_one, index) => index % 3 === 0)).toEqual([
      'Reading the till: 12,006 of 12,006 customers.',
      'Checking: 12,006 of 12,006 customers.',
      'Sending to GenieAI: 15,000 of 20,000.',
    ]);
  });

  test('where lines cannot be rewritten, says a sentence every five seconds at most', () => {
    const out = keptStream();
    const screen = createScreen({ json: false, stdout: out.stream, stderr: keptStream().stream });
    let now = 0;
    const progress = createProgress({ ...wording, screen, now: () => now });
    for (let rows = 0; rows <= 12_000; rows += 1_000) {
      progress.onProgress({ stage: 'read', kind: 'customer', rows, of: 12_000 });
      now += 1_000;
    }
    progress.done();
    expect(out.text().trimEnd().split('\n')).toEqual([
      'Reading the till: 0 of 12,000 customers.',
      'Reading the till: 5,000 of 12,000 customers.',
      'Reading the till: 10,000 of 12,000 customers.',
    ]);
  });
});

test('a display that stands lines its columns up, and none is wider for what ends a line', () => {
  expect(
    displayLines([
      ['Till', '12,114 customers', '8,000 articles', 'read in 2 s'],
      ['Checked', '82,163 good', '883 to mend'],
      ['Squarespace', '12 changed · 87 held until their customer is mended'],
    ]),
  ).toEqual([
    '  Till         12,114 customers  8,000 articles  read in 2 s',
    '  Checked      82,163 good       883 to mend',
    '  Squarespace  12 changed · 87 held until their customer is mended',
  ]);
});
