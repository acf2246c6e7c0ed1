import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { faultsIn } from '../../renderer/screens/settings/form/faults.ts';
import { saidPlaces } from '../../renderer/screens/settings/form/said-places.ts';
import { asSchema, branchOf, shapeOf } from '../../renderer/screens/settings/form/schema.ts';
import { pathText, valueAt, withValueAt } from '../../renderer/screens/settings/form/tree.ts';
import { guessPlace } from '../../renderer/screens/first-run/guess-place.ts';
import { connectorKinds } from '../../src/connectors/registry.ts';
import { settings } from '../../src/settings/settings.ts';
import { parseSettings } from '../../src/settings/store.ts';

const schema = asSchema(z.toJSONSchema(settings, { io: 'input' }));
const { till: tillSchema = {} } = schema.properties ?? {};
const draft = {
  shop: { name: 'Larkspur', country: 'GB', timeZone: 'Europe/London', currency: 'GBP' },
  till: { kind: 'sqlite', file: 'till.sqlite', profile: 'profile.json' },
  destinations: [{ id: 'folder', kind: 'folder', directory: '/srv/out' }],
};

describe('what is wrong is said before anybody is asked', () => {
  test.each([
    ['shop.name', '', { wrong: 'missing' }],
    ['shop.country', 'Britain', { wrong: 'form', of: 'country' }],
    ['schedule.everyMinutes', 0, { wrong: 'least', limit: 1 }],
    ['schedule.everyMinutes', 2000, { wrong: 'most', limit: 1440 }],
    ['schedule.everyMinutes', 1.5, { wrong: 'whole' }],
    ['schedule.everyMinutes', 'often', { wrong: 'number' }],
    ['guards.massChange.percent', 101, { wrong: 'most', limit: 100 }],
  ])('%s as %j', (place, value, fault) => {
    const wrong = withValueAt(draft, place.split('.'), value);
    expect([...faultsIn(schema, wrong)]).toEqual([[place, fault]]);
    expect(() => parseSettings(wrong, 'the test')).toThrow(place);
  });

  test('nothing is wrong with settings that the engine takes, defaults left out or written out', () => {
    expect([...faultsIn(schema, draft)]).toEqual([]);
    expect([...faultsIn(schema, parseSettings(draft, 'the test'))]).toEqual([]);
  });

  test('in a list, the line that is wrong is named', () => {
    const wrong = { ...draft, website: { buffers: [{ article: 'R-1', pieces: 2 }, { article: 'R-2' }] } };
    expect([...faultsIn(schema, wrong)]).toEqual([['website.buffers[1].pieces', { wrong: 'missing' }]]);
  });

  test('a till is judged as the kind that it is', () => {
    expect([...faultsIn(branchOf(tillSchema, 'firebird'), { kind: 'firebird', profile: 'p' }).keys()]).toEqual([
      'database',
    ]);
    expect([...faultsIn(branchOf(tillSchema, 'sqlite'), { kind: 'sqlite', profile: 'p' }).keys()]).toEqual(['file']);
  });
});

test('every setting of every kind of destination can be drawn as something', () => {
  for (const { settings: own } of connectorKinds) {
    const { shape } = shapeOf(asSchema(z.toJSONSchema(own, { io: 'input' })));
    const fields = shape.is === 'group' ? shape.fields : [];
    expect(fields.length).toBeGreaterThan(0);
    for (const [, field] of fields) expect(['text', 'number', 'choice', 'yes-no']).toContain(shapeOf(field).shape.is);
  }
  const { requestsPerMinute = {} } =
    asSchema(z.toJSONSchema(connectorKinds[0]?.settings ?? z.object({}))).properties ?? {};
  expect(shapeOf(requestsPerMinute)).toMatchObject({ nullable: true, shape: { is: 'number', whole: true, least: 1 } });
});

test('the places that a refusal names are found again, also inside a destination', () => {
  const refusal = `keeping the settings:
  shop.country: expected a country code of two capital letters, such as "GB"
  genieai-2: baseUrl: expected an address that starts with https://`;
  expect(saidPlaces(refusal, ['folder', 'genieai-2'])).toEqual([
    { place: 'shop.country', expected: 'a country code of two capital letters, such as "GB"' },
    { place: 'destinations[1].baseUrl', expected: 'an address that starts with https://' },
  ]);
  expect(saidPlaces('the disk is full', [])).toEqual([]);
});

test('changing one place leaves everything beside it as it was', () => {
  const path = ['destinations', 0, 'directory'];
  const next = withValueAt(draft, path, '/srv/other');
  expect(valueAt(next, path)).toBe('/srv/other');
  expect(valueAt(next, ['shop'])).toBe(draft.shop);
  expect(draft.destinations[0]?.directory).toBe('/srv/out');
  expect(valueAt(withValueAt(draft, ['destinations', 0], undefined), ['destinations'])).toEqual([]);
  expect(valueAt(withValueAt(draft, ['shop', 'name'], undefined), ['shop'])).not.toHaveProperty('name');
  expect(pathText(path)).toBe('destinations[0].directory');
});

test('a shop is taken to be where its computer’s clock is, before where its language is', () => {
  expect(guessPlace('en-US', 'Europe/London')).toEqual({ country: 'GB', currency: 'GBP', timeZone: 'Europe/London' });
  expect(guessPlace('de-CH', 'Etc/UTC')).toEqual({ country: 'CH', currency: 'CHF', timeZone: 'Etc/UTC' });
  expect(guessPlace('eo', 'Etc/UTC')).toEqual({ timeZone: 'Etc/UTC' });
});
