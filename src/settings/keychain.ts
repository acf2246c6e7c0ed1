import { TillbridgeError, messageOf } from '../support/errors.ts';

/** Where secrets rest between runs. Every method throws `TillbridgeError` where the machine has no such place or it is locked. */
export interface Keychain {
  read(account: string): Promise<string | undefined>;
  write(account: string, secret: string): Promise<void>;
  remove(account: string): Promise<boolean>;
}

const service = 'Tillbridge';

// Without this pin the library falls back to the kernel's keyring, which forgets everything at the next restart.
const options = { linux: { store: 'secret-service' } } as const;

async function withEntry<T>(
  account: string,
  use: (entry: import('@napi-rs/keyring').AsyncEntry) => Promise<T>,
): Promise<T> {
  try {
    // Loaded late: most commands never ask for a secret, and a machine without the native part still runs the rest.
    const { AsyncEntry } = await import('@napi-rs/keyring');
    return await use(new AsyncEntry(service, account, options));
  } catch (cause) {
    throw new TillbridgeError(
      'settings',
      `opening this machine’s keychain: there is none that can be used, or it is locked (${messageOf(cause)})`,
      {
        hint: 'Unlock it where there is one.',
        cause,
      },
    );
  }
}

/** The operating system's own: Credential Manager, Keychain, or the Secret Service of a Linux desktop. */
export const systemKeychain: Keychain = {
  read: (account) => withEntry(account, async (entry) => (await entry.getPassword()) ?? undefined),
  write: (account, secret) => withEntry(account, (entry) => entry.setPassword(secret)),
  remove: (account) => withEntry(account, (entry) => entry.deleteCredential()),
};
