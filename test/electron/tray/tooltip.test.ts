import { expect, test } from 'vitest';
import { stateOf } from '../../../electron/tray/known.ts';
import { tooltipOf } from '../../../electron/tray/tooltip.ts';
import { trayMenu } from '../../../electron/tray/tray-menu.ts';
import { english } from '../../../electron/words/english.ts';
import { wordsFor } from '../../../electron/words/words-for.ts';
import { hostState, nothingDone, preferences } from './host-states.ts';

const now = Date.parse('2026-11-20T14:32:00Z');
const up = 'up' as const;

test.each([
  ['the engine is gone', { engine: 'down' as const, state: null }, 'stopped'],
  ['it is only starting', { engine: 'starting' as const, state: null }, 'waiting'],
  ['nothing is set up', { engine: up, state: hostState({ isSetUp: false, status: null }) }, 'needs-you'],
  [
    'the database cannot be opened',
    { engine: up, state: hostState({ status: null, trouble: { what: 'It is damaged.', hint: 'Put it aside.' } }) },
    'stopped',
  ],
  ['the engine says so', { engine: up, state: hostState({}, { state: 'paused' }) }, 'paused'],
])('the state is a fact: %s', (_, known, name) => {
  expect(stateOf(known, english).name).toBe(name);
});

test('the tooltip has the sentence, the age of the last proof, and what is to mend', () => {
  const state = hostState({}, { sentence: 'Everything up to date at 14:28.', toMend: 12 });
  expect(tooltipOf({ engine: up, state }, english, now)).toBe(
    'Everything up to date at 14:28.\nLast proof 4 minutes ago · 12 to mend',
  );
  expect(tooltipOf({ engine: up, state }, wordsFor('de-AT'), now)).toContain('Letzter Nachweis vor 4 Minuten');
});

test('an ampersand of the shop’s own is one in the menu, too', () => {
  const state = hostState({}, { sentence: 'Larkspur & Daughter does not answer.' });
  const [line] = trayMenu({
    known: { engine: up, state },
    words: english,
    preferences,
    update: undefined,
    mayUpdate: false,
    commands: {} as never,
  });
  expect(line?.label).toBe('Larkspur && Daughter does not answer.');
});

test('what a destination took is proof, and a run that failed is none', () => {
  const failed = hostState({}, { lastRun: { ...nothingDone, outcome: 'failed' } });
  expect(tooltipOf({ engine: up, state: failed }, english, now)).toContain('No proof yet');
  const accepted = hostState({}, { lastRun: { ...nothingDone, outcome: 'failed' } }, '2026-11-20T12:32:00Z');
  expect(tooltipOf({ engine: up, state: accepted }, english, now)).toContain('Last proof 2 hours ago');
});

test('a long sentence gives way, so that Windows shows the rest', () => {
  const state = hostState({}, { sentence: 'Stopped before sending. '.repeat(20), toMend: 3 });
  const tooltip = tooltipOf({ engine: up, state }, english, now);
  expect(tooltip.length).toBeLessThanOrEqual(127);
  expect(tooltip).toMatch(/…\nLast proof .* · 3 to mend$/);
});

test('the menu offers what can be done now, and nothing else', () => {
  const commands = {} as Parameters<typeof trayMenu>[0]['commands'];
  const labels = (known: Parameters<typeof trayMenu>[0]['known'], update?: string, mayUpdate = false) =>
    trayMenu({ known, words: english, preferences, update, mayUpdate, commands })
      .filter(({ enabled, type }) => enabled !== false && type !== 'separator')
      .map(({ label }) => label);
  const alone = ['Open Tillbridge', 'Start when I log in', english.menu.quit];
  expect(labels({ engine: 'down', state: null })).toEqual(alone);
  expect(labels({ engine: up, state: hostState({ status: null, isSetUp: false, notices: null }) })).toEqual(alone);
  const always = ['Start when I log in', 'No notifications from 20:00 to 08:00', english.menu.quit];
  expect(labels({ engine: 'down', state: null }, undefined, true)).toContain('Look for new versions');
  expect(labels({ engine: up, state: hostState({}, { toMend: 12 }) })).toEqual([
    'Open Tillbridge',
    '12 to mend',
    'Sync now',
    'Pause',
    ...always,
  ]);
  const paused = hostState({ pausedUntil: '2026-11-21T08:00:00Z' as never }, { state: 'paused' });
  expect(labels({ engine: up, state: paused })).toContain('Resume');
  const busy = hostState({}, { state: 'working' });
  expect(labels({ engine: up, state: busy }, '0.2.0')).toEqual(['Open Tillbridge', 'Pause', ...always]);
  expect(labels({ engine: up, state: hostState() }, '0.2.0')).toContain('Install 0.2.0 and start again');
});
