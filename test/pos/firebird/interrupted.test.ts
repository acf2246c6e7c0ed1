import { createServer, connect, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { firebirdServer, startFirebirdServer } from '../../support/firebird-server.ts';
import { readAll } from '../read-all.ts';
import { containing, problemOf } from '../till-contract.ts';
import { customers, never, openTill } from './open-till.ts';

const rows = 30_000;
const manyRows = `create table V (ID integer, NAME varchar(200)); commit;
  set term ^; execute block as declare i integer = 0; begin
    while (i < ${rows}) do begin insert into V values (:i, rpad('', 150, 'name ' || :i)); i = i + 1; end
  end^ set term ;^ commit;`;
const profile = customers('SELECT ID AS "key", NAME AS "lastName" FROM V');
const impatient = { connect: 2_000, answer: 1_000, snapshot: 60_000 };

test('a server that is killed in the middle of a read is noticed at once, and read whole when it is back', async () => {
  const server = await startFirebirdServer();
  onTestFinished(() => server.stop());
  const database = await server.createDatabase({ name: 'killed', script: manyRows });
  const till = openTill(database, profile, { server });
  let read = 0;
  const interrupted = till.pull(async (snapshot) => {
    for await (const batch of snapshot.read('customer')) {
      if (read === 0) await server.kill();
      read += batch.length;
    }
  }, never);
  const error = await problemOf(interrupted);
  expect(error.reason).toBe('unreachable');
  expect(read).toBeLessThan(rows);
  expect((await problemOf(readAll(till, 'customer'))).reason).toBe('unreachable');
  await server.start();
  expect(await readAll(till, 'customer')).toHaveLength(rows);
});

test('a server that falls silent in the middle of a read is given up', async () => {
  const database = await firebirdServer().createDatabase({ name: 'silent', script: manyRows });
  const line = await openLine();
  const till = openTill(database, profile, { server: { ...firebirdServer(), port: line.port }, patience: impatient });
  const error = await problemOf(
    till.pull(async (snapshot) => {
      for await (const _ of snapshot.read('customer')) line.freeze();
    }, never),
  );
  expect(error).toMatchObject({ reason: 'unreachable', message: containing('does not answer') });
});

test('a door that opens and says nothing is given up', async () => {
  const line = await openLine();
  line.freeze();
  const till = openTill('till', profile, {
    server: { ...firebirdServer(), port: line.port },
    patience: { ...impatient, connect: 300 },
  });
  expect(await problemOf(readAll(till, 'customer'))).toMatchObject({ reason: 'unreachable' });
  const stop = new AbortController();
  const pulled = openTill('till', profile, { server: { ...firebirdServer(), port: line.port } }).pull(
    async () => undefined,
    stop.signal,
  );
  setTimeout(() => stop.abort(new Error('told to stop')), 50);
  await expect(pulled).rejects.toThrow('told to stop');
});

test('a snapshot does not outlive its time', async () => {
  const database = await firebirdServer().createDatabase({ name: 'long', script: manyRows });
  const till = openTill(database, profile, { patience: { ...impatient, snapshot: 400 } });
  const error = await problemOf(
    till.pull(async (snapshot) => {
      for await (const _ of snapshot.read('customer')) await new Promise((resolve) => setTimeout(resolve, 100));
    }, never),
  );
  expect(error).toMatchObject({ reason: 'unreachable', message: containing('was not done') });
});

test('a slow consumer is not taken for a silent server', async () => {
  const database = await firebirdServer().createDatabase({ name: 'slow', script: manyRows });
  const till = openTill(database, profile, { patience: { ...impatient, answer: 200 } });
  let batches = 0;
  await till.pull(async (snapshot) => {
    for await (const _ of snapshot.read('customer')) {
      const end = performance.now() + (batches < 2 ? 500 : 0);
      while (performance.now() < end);
      if (batches === 3) await new Promise((resolve) => setTimeout(resolve, 700));
      batches++;
    }
  }, never);
  expect(batches).toBeGreaterThan(30);
});

/** A line to the tests' server that can fall silent, as a frozen machine does: it takes everything and answers nothing. */
async function openLine(): Promise<{ port: number; freeze(): void }> {
  const { host, port } = firebirdServer();
  const sockets: Socket[] = [];
  let frozen = false;
  const line: Server = createServer((near) => {
    const far = connect(port, host);
    sockets.push(near, far);
    for (const socket of [near, far]) socket.on('error', () => undefined);
    near.on('data', (data) => frozen || far.write(data));
    far.on('data', (data) => frozen || near.write(data));
  });
  line.listen(0, '127.0.0.1');
  await once(line, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    line.close();
  });
  const address = line.address();
  return { port: typeof address === 'object' && address ? address.port : 0, freeze: () => void (frozen = true) };
}
