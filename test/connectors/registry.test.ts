import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { connectorKinds, createConnector } from '../../src/connectors/registry.ts';
import { sleep, systemClock } from '../../src/support/clock.ts';

const parts = { secret: undefined, now: systemClock, sleep, random: () => 0.5 };

describe('the registry of connectors', () => {
  it.each(connectorKinds.map(({ kind }) => kind))('%s has a test that calls the conformance suite', (kind) => {
    const test = readFileSync(new URL(`./${kind}/index.test.ts`, import.meta.url), 'utf8');
    expect(test).toContain(`\nconnectorConformance('${kind}', `);
  });

  it('describes every setting for the settings screen', () => {
    for (const { settings } of connectorKinds) {
      if (!('shape' in settings)) throw new Error('settings are no object');
      for (const field of Object.values(settings.shape as Record<string, { description?: string }>)) {
        expect(field.description).toMatch(/\S/);
      }
    }
  });

  it('makes a connector from its settings', () => {
    const connector = createConnector({ id: 'crm', kind: 'genieai', baseUrl: 'https://api.genieai.example/v1' }, parts);
    expect(connector.capabilities.rate).toEqual({ requests: 120, perMilliseconds: 60_000 });
  });

  it('names a kind that there is not, and the setting that does not fit, without its value', () => {
    expect(() => createConnector({ id: 'crm', kind: 'genie' }, parts)).toThrow('there is no kind "genie"');
    const wrong = () => createConnector({ id: 'crm', kind: 'genieai', baseUrl: 'http://far.example/secret' }, parts);
    expect(wrong).toThrow(/"crm": baseUrl: expected an address that starts with https:\/\//);
    expect(wrong).not.toThrow('far.example');
  });
});
