import { createTransport } from 'nodemailer';
import { mailTrouble, type MailFailure, type MailServer } from './mail-trouble.ts';

/** How to reach a mail server, and who logs in there. */
export interface MailAccount extends MailServer {
  /** Nobody logs in without one. */
  readonly user: string;
  readonly password: string | undefined;
  /** The certificate of a server of one's own, as PEM: it is trusted besides those that everybody trusts. */
  readonly certificate: string | undefined;
}

/** One mail. */
export interface Mail {
  /** The same for every try: mail programs show one of it once. Without the pointed brackets. */
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly content: string }[];
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Whom a server did not take a mail for, although it took it for others. */
export interface Refused {
  readonly address: string;
  readonly code: number;
  /** It may take it later. */
  readonly later: boolean;
}

/** What the library says of one that was refused. */
interface Rejection {
  readonly recipient?: string | undefined;
  readonly responseCode?: number | undefined;
}

/** How a mail is sent. */
export interface SendOptions {
  readonly signal: AbortSignal;
  /** So many milliseconds the server may stay silent. */
  readonly patience: number;
}

/**
 * Hands one mail to a server; answers whom it was not taken for. Throws a `TillbridgeError` where it could not be handed over:
 * `settings` where somebody must change something, `unreachable` where it is worth trying again.
 */
export async function sendMail(account: MailAccount, mail: Mail, options: SendOptions): Promise<readonly Refused[]> {
  return withServer(account, options, async (transport) => {
    const sending = transport.sendMail({
      messageId: `<${mail.id}>`,
      date: new Date(mail.at),
      from: { name: 'Tillbridge', address: mail.from },
      to: [...mail.to],
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      attachments: mail.attachments.map(({ name, type, content }) => ({ filename: name, contentType: type, content })),
    });
    const { rejectedErrors = [] } = await sending.catch(allRefused);
    return rejectedErrors.map(({ recipient = '', responseCode = 0 }) => ({
      address: recipient,
      code: responseCode,
      later: responseCode < 500,
    }));
  });
}

/** That every single one was refused is an answer like that for some. */
function allRefused(thrown: unknown): { readonly rejectedErrors: readonly Rejection[] } {
  if (thrown instanceof Error && 'rejectedErrors' in thrown && Array.isArray(thrown.rejectedErrors)) {
    const rejectedErrors: readonly Rejection[] = thrown.rejectedErrors;
    if (rejectedErrors.length > 0) return { rejectedErrors };
  }
  throw thrown;
}

/** Logs in and leaves again; throws as `sendMail` does. */
export async function greetServer(account: MailAccount, options: SendOptions): Promise<void> {
  await withServer(account, options, (transport) => transport.verify());
}

async function withServer<T>(
  account: MailAccount,
  { signal, patience }: SendOptions,
  work: (transport: ReturnType<typeof connectTo>) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const transport = connectTo(account, patience);
  const stop = () => transport.close();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await work(transport);
  } catch (thrown) {
    signal.throwIfAborted();
    // Without the cause: the library's own texts repeat the server's answers, and with them addresses.
    throw mailTrouble(failureOf(thrown), account);
  } finally {
    signal.removeEventListener('abort', stop);
    transport.close();
  }
}

function connectTo({ host, port, security, user, password, certificate }: MailAccount, patience: number) {
  return createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user === '' ? {} : { auth: { user, pass: password ?? '' } }),
    ...(certificate === undefined ? {} : { tls: { ca: [certificate] } }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    dnsTimeout: patience,
    socketTimeout: patience * 4,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

function failureOf(thrown: unknown): MailFailure {
  if (!(thrown instanceof Error)) return { message: String(thrown) };
  const part = (name: string): unknown => Object.entries(thrown).find(([key]) => key === name)?.[1];
  const [code, responseCode, command] = [part('code'), part('responseCode'), part('command')];
  return {
    message: thrown.message,
    code: typeof code === 'string' ? code : undefined,
    responseCode: typeof responseCode === 'number' ? responseCode : undefined,
    command: typeof command === 'string' ? command : undefined,
  };
}
