import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { makeCertificate } from '../../src/console/certificate.ts';

/** A mail that the server took. */
export interface TakenMail {
  readonly to: readonly string[];
  readonly secure: boolean;
  readonly user: string;
  readonly mail: Email;
}

/** A mail server on this computer. */
export interface MailServer {
  readonly port: number;
  /** Its certificate, as PEM. */
  readonly certificate: string;
  readonly taken: TakenMail[];
  /** Codes with which these addresses are refused. */
  readonly refusals: Map<string, number>;
  /** The code with which every mail is refused after its text came; 0 takes them. */
  code: number;
  /** How often somebody came. */
  visits: number;
  close(): Promise<void>;
}

/** Name and password that it takes. */
export const mailUser = { user: 'reports@shop.example', password: 'larkspur-mail-4711' };

function failure(text: string, responseCode: number): Error {
  return Object.assign(new Error(text), { responseCode });
}

/** Starts one, with whatever is to be other than usual; it ends with the test. */
export async function startMailServer(
  options: Partial<SMTPServerOptions> & { readonly at?: number; readonly names?: readonly string[] } = {},
): Promise<MailServer> {
  const { at = 0, names = ['127.0.0.1', 'localhost'], ...rest } = options;
  const { key, cert } = await makeCertificate(names, Date.now());
  const opened: Omit<MailServer, 'port' | 'close'> = {
    certificate: cert,
    taken: [],
    refusals: new Map(),
    code: 0,
    visits: 0,
  };
  async function take(stream: Readable, about: Omit<TakenMail, 'mail'>, done: (error?: Error) => void): Promise<void> {
    const raw = await buffer(stream);
    if (opened.code > 0) {
      done(failure('not now', opened.code));
      return;
    }
    opened.taken.push({ ...about, mail: await PostalMime.parse(raw) });
    done();
  }
  const server = new SMTPServer({
    key,
    cert,
    authOptional: false,
    disableReverseLookup: true,
    closeTimeout: 100,
    onConnect(_session, done) {
      opened.visits += 1;
      done();
    },
    onAuth({ username, password }, _session, done) {
      if (username === mailUser.user && password === mailUser.password) done(null, { user: username });
      else done(failure(`no such user ${username ?? ''}`, 535));
    },
    onRcptTo({ address }, _session, done) {
      const code = opened.refusals.get(address);
      done(code === undefined ? null : failure(`${address} is not known here`, code));
    },
    onData(stream, { envelope, secure, user }, done) {
      void take(stream, { to: envelope.rcptTo.map(({ address }) => address), secure, user: String(user) }, done);
    },
    ...rest,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at, '127.0.0.1', () => resolve());
  });
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new TypeError('a TCP server has a port');
  let closed: Promise<void> | undefined;
  const close = () => (closed ??= new Promise<void>((resolve) => server.close(() => resolve())));
  onTestFinished(close);
  return Object.assign(opened, { port: address.port, close });
}
