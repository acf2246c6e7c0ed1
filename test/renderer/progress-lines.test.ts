import { describe, expect, test } from 'vitest';
import { progressLines } from '../../renderer/screens/today/progress-lines.ts';
import { stockAgeWords } from '../../renderer/screens/today/website-stock.ts';
import { createWords } from '../../renderer/words/create-words.ts';
import { destinationId, instantOf } from '../../src/model/ids.ts';
import type { Progress } from '../../src/sync/agent-contract.ts';

const words = createWords('en', { country: 'GB', currency: 'GBP', timeZone: 'Europe/London' });
const genieai = destinationId.parse('genieai');
const squarespace = destinationId.parse('squarespace');

const customers: Progress = { stage: 'read', kind: 'customer', rows: 12_006, of: 12_006 };
const sales: Progress = { stage: 'read', kind: 'sale', rows: 8214, of: 60_114 };
const website: Progress = { stage: 'read', source: squarespace, kind: 'product', rows: 10, of: null };
const checking: Progress = { stage: 'check', kind: 'customer', checked: 50, of: 200 };
const sending: Progress = { stage: 'send', destination: genieai, kind: 'customer', sent: 250, of: 1000, perSecond: 50 };

const lines = (...progress: readonly Progress[]) => progressLines(progress, words, {});

describe('how far a run has come', () => {
  test('nothing is said before there is anything to say', () => {
    expect(lines()).toEqual({ done: [], underWay: [] });
  });

  test('of one stage the newest line alone stands large', () => {
    expect(lines(customers, sales).underWay).toEqual([
      { key: 'read ', title: 'Reading the till: sales', detail: '8,214 of 60,114', share: 8214 / 60_114 },
    ]);
    expect(lines(customers, sales).done).toEqual([]);
  });

  test('a stage that is over folds into one line', () => {
    const { done, underWay } = lines(customers, { ...sales, rows: 60_114 }, website, checking);
    expect(done).toEqual([
      { key: 'till', title: 'Till read', detail: '12,006 customers · 60,114 sales' },
      { key: 'website', title: 'Website read', detail: '10 articles' },
    ]);
    expect(underWay).toMatchObject([{ title: 'Checking customers', detail: '50 of 200', share: 0.25 }]);
  });

  test('destinations are sent to side by side, each with its pace and what is left', () => {
    const { underWay } = lines(customers, checking, sending, { ...sending, destination: squarespace, sent: 1000 });
    expect(underWay).toEqual([
      {
        key: 'send genieai',
        title: 'Sending to genieai',
        detail: '250 of 1,000 · 50 a second · about 15 s left',
        share: 0.25,
      },
      { key: 'send squarespace', title: 'Sending to squarespace', detail: '1,000 of 1,000 · 50 a second', share: 1 },
    ]);
  });

  test('a whole that is not known has no share, and more than was thought is no more than all', () => {
    expect(lines(website).underWay).toMatchObject([{ detail: '10', share: null }]);
    expect(lines({ ...checking, checked: 300 }).underWay).toMatchObject([{ detail: '300 of 300', share: 1 }]);
  });
});

describe('the age of the website’s stock', () => {
  const now = Date.parse('2026-11-20T18:00:00Z');
  const asOf = instantOf(now - 4 * 60_000);

  test('is a sentence', () => {
    expect(stockAgeWords({ fresh: 120, asOf, older: [] }, words, now)).toEqual({
      sentence: 'Website stock at most 4 minutes old.',
      older: [],
    });
  });

  test('leaves nobody to think that it is true of what is older', () => {
    const older = [{ why: 'refused', articles: 3, since: asOf }] as const;
    const told = stockAgeWords({ fresh: 120, asOf, older }, words, now);
    expect(told?.sentence).toBe('Website stock of 120 articles at most 4 minutes old.');
    expect(told?.older).toEqual(['3 older: the website refused it (since 20 Nov 2026, 17:56)']);
  });

  test('is not told where nothing is known, or no stock is sent', () => {
    expect(stockAgeWords({ fresh: 0, asOf: null, older: [] }, words, now)?.sentence).toBeNull();
    expect(stockAgeWords(null, words, now)).toBeNull();
  });
});
