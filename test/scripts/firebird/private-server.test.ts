import { connect } from 'node:net';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { firebirdServer, startFirebirdServer } from '../../support/firebird-server.ts';

test('a script of text arrives in the character sets of the columns, a script of bytes as it is', async () => {
  const server = firebirdServer();
  const database = await server.createDatabase({
    name: 'characters',
    script: `create table t (a varchar(9) character set WIN1252, b varchar(9)); insert into t (a) values ('Zoë “£');`,
  });
  await server.isql(database, Buffer.from(`insert into t (b) values ('Zo\xEB \x93\xA3');`, 'latin1'));
  const lengths = await server.isql(
    database,
    'set heading off; select octet_length(a), octet_length(b) from t order by 1;',
  );
  expect(lengths.trim().split(/\s+/)).toEqual(['<null>', '6', '6', '<null>']);
});

test('a statement that fails says which', async () => {
  const server = firebirdServer();
  const database = await server.createDatabase({ name: 'failing' });
  await expect(server.isql(database, 'select 1 from nowhere;')).rejects.toThrow(/Table unknown\s+-NOWHERE/);
});

test('a database of dialect 1 can be made', async () => {
  const server = firebirdServer();
  const database = await server.createDatabase({ name: 'old', dialect: 1 });
  expect(await server.isql(database, 'show sql dialect;')).toContain('database SQL dialect is: 1');
});

test('a killed server cuts its lines, and comes back on its port with its databases', async () => {
  const server = await startFirebirdServer();
  try {
    const database = await server.createDatabase({ name: 'kept', script: 'create table kept (a integer);' });
    const line = connect(server.port, server.host);
    await once(line, 'connect');
    const cut = new Promise((resolve) => {
      line.once('error', resolve).once('close', resolve).resume();
    });
    await server.kill();
    await cut;
    await expect(once(connect(server.port, server.host), 'connect')).rejects.toThrow('ECONNREFUSED');
    await server.start();
    expect(await server.isql(database, 'show tables;')).toContain('KEPT');
  } finally {
    await server.stop();
  }
});
