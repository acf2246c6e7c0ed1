import { describe, expect, it } from 'vitest';
import { restAfter } from '../../../../src/connectors/squarespace/streams/window.ts';

const from = '2026-11-01T00:00:00.000Z';
const to = '2026-11-21T00:00:00.000Z';
const window = { span: { from, to }, cursor: null };

function rest(times: readonly (string | null)[], next: string | null = 'c') {
  return restAfter(window, { times, next });
}

describe('what is left of a window', () => {
  it('is nothing after the last page', () => {
    expect(rest(['2026-11-20T00:00:00Z'], null)).toBeNull();
  });

  it('lies before the last time where times fall, and behind it where they rise', () => {
    const times = ['2026-11-20T00:00:00.1Z', '2026-11-19T08:00:00.123456Z'];
    expect(rest(times)).toEqual({ span: { from, to: '2026-11-19T08:00:01.123Z' }, cursor: null });
    expect(rest(times.toReversed())).toEqual({ span: { from: '2026-11-20T00:00:00.099Z', to }, cursor: null });
  });

  it('reaches back over a minute where times are told without seconds', () => {
    const times = ['2026-11-20T00:00+00:00', '2026-11-19T08:00+00:00'];
    expect(rest(times)?.span.to).toBe('2026-11-19T08:01:00.000Z');
  });

  it.each([
    ['all are the same', ['2026-11-19T08:00:00Z', '2026-11-19T08:00:00Z']],
    ['they are in no order', ['2026-11-19T08:00:00Z', '2026-11-20T08:00:00Z', '2026-11-18T08:00:00Z']],
    ['one is missing', ['2026-11-19T08:00:00Z', null]],
    ['one cannot be read', ['2026-11-19T08:00:00Z', 'yesterday']],
    ['nothing would be gained', ['2026-11-20T23:59:59.900Z', '2026-11-20T23:59:59.800Z']],
    ['there are none', []],
  ])('is left to the cursor where %s', (_why, times) => {
    expect(rest(times)).toEqual({ span: { from, to }, cursor: 'c' });
  });
});
