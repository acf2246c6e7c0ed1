import { createServer } from 'node:net';
import { once } from 'node:events';
import { describe, expect, onTestFinished, test } from 'vitest';
import { greetServer, sendMail, type Mail, type MailAccount } from '../../src/report/mail/send-mail.ts';
import { TillbridgeError } from '../../src/support/errors.ts';
import { mailUser, startMailServer, type MailServer } from './mail-server.ts';

const mail: Mail = {
  id: 'report.2026-11-20.a1b2@shop.example',
  from: mailUser.user,
  to: ['owner@shop.example', 'ada@shop.example'],
  subject: 'Harper & Daughters: Everything is up to date. 12 to mend.',
  text: 'Zoë’s list: £4,310\n',
  html: '<p>Zoë’s list: £4,310</p>',
  attachments: [{ name: 'to-mend-2026-11-20.csv', type: 'text/csv; charset=utf-8', content: 'No.,é\r\n1,£\r\n' }],
  at: Date.parse('2026-11-20T07:30:00Z'),
};
const options = { signal: new AbortController().signal, patience: 3000 };

function accountAt({ port, certificate }: Pick<MailServer, 'port' | 'certificate'>): MailAccount {
  return { host: '127.0.0.1', port, security: 'starttls', ...mailUser, certificate };
}

/** What a try ended with. */
async function trouble(account: MailAccount, sent = mail): Promise<TillbridgeError> {
  const thrown: unknown = await sendMail(account, sent, options).then(
    (answer) => answer,
    (error: unknown) => error,
  );
  if (!(thrown instanceof TillbridgeError)) throw new Error(`expected trouble, got ${JSON.stringify(thrown)}`);
  const said = `${thrown.message} ${thrown.hint}`;
  for (const secret of [mailUser.user, mailUser.password, ...mail.to]) expect(said).not.toContain(secret);
  expect(thrown.cause).toBeUndefined();
  return thrown;
}

describe('a mail', () => {
  test('arrives whole, encrypted by STARTTLS, from whoever logged in', async () => {
    const server = await startMailServer();
    expect(await sendMail(accountAt(server), mail, options)).toEqual([]);
    const [taken] = server.taken;
    expect(taken).toMatchObject({ to: mail.to, secure: true, user: mailUser.user });
    expect(taken?.mail).toMatchObject({
      subject: mail.subject,
      messageId: `<${mail.id}>`,
      from: { name: 'Tillbridge', address: mail.from },
      date: '2026-11-20T07:30:00.000Z',
    });
    expect(taken?.mail.text).toContain('Zoë’s list: £4,310');
    expect(taken?.mail.headers).toContainEqual(
      expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
    );
    const [table] = taken?.mail.attachments ?? [];
    expect(table?.filename).toBe('to-mend-2026-11-20.csv');
    expect(new TextDecoder().decode(table?.content as ArrayBuffer)).toBe('No.,é\r\n1,£\r\n');
  });

  test('arrives by TLS from the start', async () => {
    const server = await startMailServer({ secure: true });
    expect(await sendMail({ ...accountAt(server), security: 'tls' }, mail, options)).toEqual([]);
    expect(server.taken).toMatchObject([{ secure: true }]);
  });

  test('is taken for some and not for others, and that is said', async () => {
    const server = await startMailServer();
    server.refusals.set('ada@shop.example', 550);
    expect(await sendMail(accountAt(server), mail, options)).toEqual([
      { address: 'ada@shop.example', code: 550, later: false },
    ]);
    expect(server.taken).toMatchObject([{ to: ['owner@shop.example'] }]);
  });

  test('is not begun for whoever has given up', async () => {
    const server = await startMailServer();
    const signal = AbortSignal.abort(new Error('given up'));
    await expect(sendMail(accountAt(server), mail, { ...options, signal })).rejects.toThrow('given up');
    expect(server.visits).toBe(0);
  });
});

describe('what goes wrong is said in words, with what to do', () => {
  test('a wrong password', async () => {
    const server = await startMailServer();
    const said = await trouble({ ...accountAt(server), password: 'wrong' });
    expect(said).toMatchObject({ reason: 'settings' });
    expect(said.message).toContain('refuses the name or the password (535)');
    expect(server.taken).toEqual([]);
  });

  test('every recipient refused, for good or for now', async () => {
    const server = await startMailServer();
    for (const code of [550, 450]) {
      for (const address of mail.to) server.refusals.set(address, code);
      const refused = mail.to.map((address) => ({ address, code, later: code === 450 }));
      expect(await sendMail(accountAt(server), mail, options)).toEqual(refused);
    }
    expect(server.taken).toEqual([]);
  });

  test('a sender refused', async () => {
    const server = await startMailServer({
      onMailFrom: (_address, _session, done) => done(Object.assign(new Error('not yours'), { responseCode: 553 })),
    });
    expect((await trouble(accountAt(server))).message).toContain('refuses the sender’s address (553)');
  });

  test('a mail refused after it was read, for good or for now', async () => {
    const server = await startMailServer();
    server.code = 552;
    expect(await trouble(accountAt(server))).toMatchObject({ reason: 'settings' });
    server.code = 451;
    expect(await trouble(accountAt(server))).toMatchObject({ reason: 'unreachable' });
  });

  test('a certificate that nobody vouches for: nothing is sent, not even the password', async () => {
    const server = await startMailServer();
    let isAsked = false;
    const spied = await startMailServer({
      onAuth(_auth, _session, done) {
        isAsked = true;
        done(null, {});
      },
    });
    expect((await trouble({ ...accountAt(spied), certificate: undefined })).message).toContain('nobody vouches');
    // Another server's certificate is none of this one's.
    expect((await trouble({ ...accountAt(spied), certificate: server.certificate })).message).toMatch(
      /vouches|broke off/,
    );
    expect(isAsked).toBe(false);
  });

  test('a certificate for another name', async () => {
    const server = await startMailServer({ names: ['mail.elsewhere.example'] });
    expect((await trouble(accountAt(server))).message).toContain('another name');
  });

  test('a server that does not encrypt: nothing is sent', async () => {
    const server = await startMailServer({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true });
    expect((await trouble(accountAt(server))).message).toContain('offers no encryption');
    expect(server.taken).toEqual([]);
  });

  test('the two ways of encrypting mixed up', async () => {
    const plain = await startMailServer();
    expect((await trouble({ ...accountAt(plain), security: 'tls' })).hint).toContain('STARTTLS');
    const wrapped = await startMailServer({ secure: true });
    expect((await trouble(accountAt(wrapped))).hint).toContain('TLS');
  }, 30_000);

  test('nobody there, a name that nobody has, and one who does not answer', async () => {
    const gone = await startMailServer();
    await gone.close();
    const refused = await trouble(accountAt(gone));
    expect(refused).toMatchObject({ reason: 'unreachable' });
    expect(refused.message).toContain('takes no connections');
    const unknown = await trouble({ ...accountAt(gone), host: 'smtp.shop.invalid' });
    expect(unknown.message).toContain('no mail server called smtp.shop.invalid');
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    onTestFinished(() => void silent.close());
    await once(silent, 'listening');
    const address = silent.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    expect((await trouble({ ...accountAt(gone), port })).message).toContain('does not answer');
  }, 30_000);
});

test('logging in alone sends nothing', async () => {
  const server = await startMailServer();
  await greetServer(accountAt(server), options);
  expect(server.taken).toEqual([]);
  await expect(greetServer({ ...accountAt(server), password: 'wrong' }, options)).rejects.toThrow('password (535)');
});
