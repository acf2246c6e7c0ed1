import { describe, expect, test } from 'vitest';
import { nextNotice, type Told } from '../../../electron/notices/next-notice.ts';
import { isQuiet } from '../../../electron/notices/quiet-hours.ts';
import type { StateName } from '../../../src/sync/agent-contract.ts';

const minute = 60_000;

/** Which states were told, of a row of them that each lasts so many minutes; looked at twice a minute. */
function toldOf(row: readonly (readonly [StateName, number])[], quiet: (minutes: number) => boolean = () => false) {
  let told: Told = { known: 'up-to-date', standing: 'up-to-date', since: 0 };
  const heard: StateName[] = [];
  let now = 0;
  for (const [state, minutes] of row) {
    for (let half = 0; half < minutes * 2; half += 1) {
      const next = nextNotice(told, state, { now, isQuiet: quiet(now / minute) });
      told = next.told;
      if (next.tell) heard.push(state);
      now += minute / 2;
    }
  }
  return heard;
}

describe('people are told', () => {
  test.each<[string, readonly (readonly [StateName, number])[], readonly StateName[]]>([
    [
      'nothing of work that comes and goes',
      [
        ['working', 5],
        ['up-to-date', 10],
        ['working', 5],
        ['up-to-date', 10],
      ],
      [],
    ],
    [
      'once that somebody is needed',
      [
        ['needs-you', 60],
        ['working', 2],
        ['needs-you', 60],
      ],
      ['needs-you'],
    ],
    [
      'that it is over, where they had heard of it',
      [
        ['needs-you', 5],
        ['working', 2],
        ['up-to-date', 5],
      ],
      ['needs-you', 'up-to-date'],
    ],
    [
      'nothing of a line that comes back soon',
      [
        ['waiting', 4],
        ['up-to-date', 5],
      ],
      [],
    ],
    [
      'of a line that stays away',
      [
        ['waiting', 30],
        ['up-to-date', 5],
      ],
      ['waiting', 'up-to-date'],
    ],
    [
      'of nothing that flickers',
      [
        ['waiting', 2],
        ['up-to-date', 1],
        ['waiting', 4],
        ['up-to-date', 1],
      ],
      [],
    ],
    [
      'nothing of a pause that they wanted',
      [
        ['paused', 60],
        ['up-to-date', 5],
      ],
      [],
    ],
    [
      'that one trouble follows another',
      [
        ['waiting', 30],
        ['needs-you', 5],
      ],
      ['waiting', 'needs-you'],
    ],
  ])('%s', (_, row, expected) => {
    expect(toldOf(row)).toEqual(expected);
  });

  test('in quiet hours nothing, and afterwards what still holds', () => {
    expect(toldOf([['needs-you', 100]], (at) => at < 60)).toEqual(['needs-you']);
    expect(
      toldOf(
        [
          ['needs-you', 30],
          ['up-to-date', 70],
        ],
        (at) => at < 60,
      ),
    ).toEqual([]);
  });
});

test.each([
  ['20:00', '08:00', '19:59', false],
  ['20:00', '08:00', '20:00', true],
  ['20:00', '08:00', '03:00', true],
  ['20:00', '08:00', '08:00', false],
  ['12:00', '13:00', '12:30', true],
  ['12:00', '13:00', '13:00', false],
])('quiet from %s until %s: at %s it is %s', (from, until, at, expected) => {
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  const now = new Date(2026, 10, 20, hours, minutes).getTime();
  expect(isQuiet({ quiet: true, quietFrom: from, quietUntil: until }, now)).toBe(expected);
  expect(isQuiet({ quiet: false, quietFrom: from, quietUntil: until }, now)).toBe(false);
});
