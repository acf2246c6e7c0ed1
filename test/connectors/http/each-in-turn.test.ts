import { describe, expect, it } from 'vitest';
import type { Outcome, Parcel } from '../../../src/connectors/contract.ts';
import { eachInTurn } from '../../../src/connectors/http/each-in-turn.ts';
import type { Instant, RemoteId, TillKey } from '../../../src/model/ids.ts';
import { instantOf } from '../../../src/model/ids.ts';

const now = Date.UTC(2026, 10, 22, 9);
const taken: Outcome = { kind: 'delivered', remoteId: 'far' as RemoteId, created: false };
const failed: Outcome = { kind: 'retry', reason: 'lost', mayHaveArrived: true };
const own: Outcome = { ...failed, scope: 'record' };
const notSent: Outcome = { ...failed, mayHaveArrived: false };
const refused: Outcome = { kind: 'refused', faults: [{ field: '', code: 'gone' }] };
const slower: Outcome = { kind: 'throttled', until: '2026-11-22T09:01:00.000Z' as Instant };
const halted: Outcome = { kind: 'halted', reason: 'answered 401', hint: 'Make a new key.' };
const soon: Outcome = { kind: 'throttled', until: instantOf(now + 5_000) };

describe('parcels that go one by one', () => {
  it.each<[string, readonly Outcome[], readonly Outcome[]]>([
    ['are all sent', [taken, refused, taken], [taken, refused, taken]],
    ['fail for themselves while others are answered', [taken, failed, taken], [taken, own, taken]],
    ['fail for themselves, also the first', [failed, taken, taken], [own, taken, taken]],
    ['are no longer sent where the line is down', [failed, failed], [failed, failed, notSent, notSent]],
    ['wait a little where the line goes down', [taken, failed, failed], [taken, own, own, soon, soon]],
    ['are no longer sent once that is too much', [taken, slower], [taken, slower, slower, slower]],
    ['are no longer sent once the owner must act', [halted], [halted, halted]],
    ['may be none', [], []],
  ])('%s', async (_name, given, outcomes) => {
    const parcels = outcomes.map((_, index): Parcel => {
      return { ref: `r${index}`, kind: 'price', key: `K${index}` as TillKey, operation: 'upsert', record: null };
    });
    const left = [...given];
    const answer = () => {
      const next = left.shift();
      if (!next) throw new Error('more was sent than was expected');
      return Promise.resolve(next);
    };
    expect([...(await eachInTurn(parcels, answer, () => now)).values()]).toEqual(outcomes);
    expect(left).toEqual([]);
  });
});
