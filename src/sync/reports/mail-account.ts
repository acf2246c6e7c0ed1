import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { MailAccount, Refused } from '../../report/mail/send-mail.ts';
import type { MailSettings } from '../../settings/reports.ts';
import { mailSecret, secretVariable } from '../../settings/secrets.ts';
import { messageOf, TillbridgeError } from '../../support/errors.ts';

/** So many milliseconds a mail server may stay silent. */
export const mailPatience = 15_000;

/** Where the parts of an account come from. */
export interface AccountParts {
  readonly home: string;
  readonly secretFor: (id: string) => Promise<string | undefined>;
}

/** The mail account of the settings, with its password. Throws a `TillbridgeError` where there is none, or the certificate's file cannot be read. */
export async function mailAccount(settings: MailSettings, { home, secretFor }: AccountParts): Promise<MailAccount> {
  const { host, port, security, user, certificate } = settings;
  const password = user === '' ? undefined : await secretFor(mailSecret);
  if (user !== '' && password === undefined) {
    throw new TillbridgeError('settings', 'sending the report by mail: the mail server’s password is not stored', {
      hint: `Give it in the settings under Reports, store it with "tillbridge secret set ${mailSecret}", or set ${secretVariable(mailSecret)}.`,
    });
  }
  return {
    host: host.trim(),
    port,
    security,
    user,
    password,
    certificate: certificate === undefined ? undefined : await certificateIn(resolve(home, certificate)),
  };
}

async function certificateIn(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new TillbridgeError('settings', `reading the mail server’s certificate from ${file}: ${messageOf(cause)}`, {
      hint: 'Name the right file, or leave it out where the provider’s certificate is one that everybody trusts.',
      cause,
    });
  }
}

/** Who did not get a mail, by their places in the settings: their addresses stand in no error. Whoever is refused for good comes first: that needs somebody. */
export function refusedTrouble(refused: readonly Refused[], all: readonly string[]): TillbridgeError | undefined {
  const lasting = refused.filter(({ later }) => !later);
  const named = lasting.length > 0 ? lasting : refused;
  const [first] = named;
  if (!first) return undefined;
  const places = named.map(({ address }) => all.indexOf(address) + 1).filter((place) => place > 0);
  const which = places.length === 0 ? '' : `: no. ${places.join(', ')} in the settings`;
  const others = refused.length < all.length ? ' The others have got it.' : '';
  const putOff =
    lasting.length > 0 && refused.length > lasting.length ? ' For those who were put off, it is tried again.' : '';
  return new TillbridgeError(
    lasting.length > 0 ? 'settings' : 'unreachable',
    `sending the report by mail: the server takes none for ${named.length} of ${all.length} recipients${which} (${first.code})`,
    {
      hint:
        lasting.length > 0
          ? `Look for a slip in those addresses.${putOff}${others}`
          : `Nothing to do: it is tried again for them.${others}`,
    },
  );
}
