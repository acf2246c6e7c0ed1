import { expect, inject, test } from 'vitest';
import { createDatabase, runIsql } from '../../../scripts/firebird/isql.ts';
import { parseNamedServer, useNamedServer } from '../../../scripts/firebird/named-server.ts';

test('a server is named by one address, with a folder on it', () => {
  expect(parseNamedServer('firebird://TESTER:p%40ss@db.example.com:3051//var/tests/')).toEqual({
    host: 'db.example.com',
    port: 3051,
    user: 'TESTER',
    password: 'p@ss',
    folder: '/var/tests',
  });
  expect(parseNamedServer('firebird://TESTER:pass@localhost/C:/tests')).toMatchObject({
    port: 3050,
    folder: 'C:/tests',
  });
});

test.each(['', 'localhost', 'http://a:b@localhost//x', 'firebird://a@localhost//x', 'firebird://a:secret@localhost'])(
  'what does not name a server is answered with the form, and without the password: "%s"',
  (text) => {
    expect(() => parseNamedServer(text)).toThrow(
      /^TILLBRIDGE_TEST_FIREBIRD must look like firebird:\/\/user:password@host:port\/\/folder\/for\/databases$/,
    );
  },
);

test('databases made on a named server are gone in the end', async () => {
  const { host, port, user, password, folder, isql } = inject('firebird');
  const named = await useNamedServer({ host, port, user, password, folder }, async () => isql);
  const database = await createDatabase(named.access, { name: 'passing' });
  expect(await runIsql(inject('firebird'), database, 'show database;')).toContain('PAGE_SIZE 8192');
  await named.stop();
  await expect(runIsql(inject('firebird'), database, 'show database;')).rejects.toThrow('No such file');
});
