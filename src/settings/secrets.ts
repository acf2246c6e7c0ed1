import { TillbridgeError } from '../support/errors.ts';
import { systemKeychain, type Keychain } from './keychain.ts';

/** The id of the till's password. */
export const tillSecret = 'till';

/** The id of the mail server's password. */
export const mailSecret = 'mail';

/** Ids that no destination may have; every other one is a destination's. */
export const reservedSecrets: readonly string[] = [tillSecret, mailSecret];

/** The environment variable that holds a secret: `genieai` → `TILLBRIDGE_SECRET_GENIEAI`. */
export function secretVariable(id: string): string {
  return `TILLBRIDGE_SECRET_${id.toUpperCase().replaceAll('-', '_')}`;
}

/** The passwords and API keys of one home folder. They stand in no file of ours and in no log. */
export interface Secrets {
  /** From the environment, else from the keychain; undefined where neither has it, or there is no keychain. */
  secretFor(id: string): Promise<string | undefined>;
  /** Keeps a secret in the keychain. Throws a `TillbridgeError` whose hint names the environment variable where there is none. */
  store(id: string, secret: string): Promise<void>;
  /** Takes a secret out of the keychain; answers whether there was one. */
  forget(id: string): Promise<boolean>;
}

/** What secrets are made from. */
export interface SecretsParts {
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly keychain?: Keychain;
}

/** The secrets of a home folder. Two homes on one machine never share one. */
export function createSecrets({ home, environment, keychain = systemKeychain }: SecretsParts): Secrets {
  const account = (id: string) => `${id} (${home})`;
  const orVariable = (id: string) => (error: unknown) => {
    if (!(error instanceof TillbridgeError)) throw error;
    throw new TillbridgeError(error.reason, error.message, {
      hint: `${error.hint} Set the environment variable ${secretVariable(id)} instead, for the account that runs Tillbridge.`,
      cause: error,
    });
  };

  return {
    async secretFor(id) {
      const given = environment[secretVariable(id)];
      if (given) return given;
      try {
        return await keychain.read(account(id));
      } catch (error) {
        if (error instanceof TillbridgeError) return undefined;
        throw error;
      }
    },
    store: (id, secret) => keychain.write(account(id), secret).catch(orVariable(id)),
    forget: (id) => keychain.remove(account(id)).catch(orVariable(id)),
  };
}
