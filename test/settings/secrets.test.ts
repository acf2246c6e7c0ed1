import { describe, expect, test } from 'vitest';
import type { Keychain } from '../../src/settings/keychain.ts';
import { createSecrets, secretVariable } from '../../src/settings/secrets.ts';
import { TillbridgeError } from '../../src/support/errors.ts';

function keychainInMemory(): Keychain {
  const kept = new Map<string, string>();
  return {
    read: async (account) => kept.get(account),
    write: async (account, secret) => void kept.set(account, secret),
    remove: async (account) => kept.delete(account),
  };
}

const noKeychain: Keychain = {
  read: () => Promise.reject(new TillbridgeError('settings', 'opening the keychain: none', { hint: 'There is none.' })),
  write: () =>
    Promise.reject(new TillbridgeError('settings', 'opening the keychain: none', { hint: 'There is none.' })),
  remove: () =>
    Promise.reject(new TillbridgeError('settings', 'opening the keychain: none', { hint: 'There is none.' })),
};

describe('a secret', () => {
  test('has an environment variable named after its id', () => {
    expect(secretVariable('till')).toBe('TILLBRIDGE_SECRET_TILL');
    expect(secretVariable('genie-ai-2')).toBe('TILLBRIDGE_SECRET_GENIE_AI_2');
  });

  test('of the environment goes before the one in the keychain', async () => {
    const keychain = keychainInMemory();
    await createSecrets({ home: '/shop', environment: {}, keychain }).store('genieai', 'kept');
    const environment = { TILLBRIDGE_SECRET_GENIEAI: 'given' };
    expect(await createSecrets({ home: '/shop', environment, keychain }).secretFor('genieai')).toBe('given');
    expect(await createSecrets({ home: '/shop', environment: {}, keychain }).secretFor('genieai')).toBe('kept');
  });

  test('is no other home’s', async () => {
    const keychain = keychainInMemory();
    await createSecrets({ home: '/shop-1', environment: {}, keychain }).store('genieai', 'first');
    expect(await createSecrets({ home: '/shop-2', environment: {}, keychain }).secretFor('genieai')).toBeUndefined();
  });

  test('can be forgotten', async () => {
    const secrets = createSecrets({ home: '/shop', environment: {}, keychain: keychainInMemory() });
    await secrets.store('till', 'hush');
    expect(await secrets.forget('till')).toBe(true);
    expect(await secrets.forget('till')).toBe(false);
    expect(await secrets.secretFor('till')).toBeUndefined();
  });

  test('is simply not there on a machine without a keychain, and storing one says which variable to set', async () => {
    const secrets = createSecrets({ home: '/shop', environment: {}, keychain: noKeychain });
    expect(await secrets.secretFor('till')).toBeUndefined();
    await expect(secrets.store('till', 'hush')).rejects.toMatchObject({
      reason: 'settings',
      hint: expect.stringContaining('TILLBRIDGE_SECRET_TILL') as string,
    });
  });
});
