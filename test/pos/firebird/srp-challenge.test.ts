import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignChallenge } from '../../../src/pos/firebird/srp-challenge.ts';
import { firebirdServer } from '../../support/firebird-server.ts';
import { readAll } from '../read-all.ts';
import { customers, openTill } from './open-till.ts';

function text(value: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(value.length);
  return Buffer.concat([length, Buffer.from(value, 'latin1'), Buffer.alloc((4 - (value.length % 4)) % 4)]);
}

function challenge(salt: string, key: string): Buffer {
  const [saltLength, keyLength] = [Buffer.alloc(2), Buffer.alloc(2)];
  saltLength.writeUInt16LE(salt.length);
  keyLength.writeUInt16LE(key.length);
  const bytes = Buffer.concat([saltLength, Buffer.from(salt), keyLength, Buffer.from(key)]);
  return Buffer.concat([Buffer.from([0, 0, 0, 92]), text(bytes.toString('latin1')), text('Srp')]);
}

test('the key stands where the driver looks for it, however short the salt', () => {
  const hexadecimal = (from: number, to: number) =>
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789ABCDEF')), minLength: from, maxLength: to });
  fc.assert(
    fc.property(hexadecimal(50, 64), hexadecimal(240, 256), (salt, key) => {
      const packet = alignChallenge(challenge(salt, key));
      const length = packet.readInt32BE(4);
      const bytes = packet.subarray(8, 8 + length);
      const found = bytes.subarray((salt.length + 5) & ~3).toString();
      const rest = packet.subarray(8 + ((length + 3) & ~3));
      return bytes.subarray(2, 2 + salt.length).toString() === salt && found === key && rest.equals(text('Srp'));
    }),
  );
});

test('every other packet stays as it is', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const packet = Buffer.from(bytes);
      expect(alignChallenge(packet).equals(packet)).toBe(true);
    }),
  );
  const proof = Buffer.concat([Buffer.from([0, 0, 0, 92]), text('AB12'.repeat(10)), text('Srp')]);
  expect(alignChallenge(proof)).toBe(proof);
});

// One salt in sixteen begins with a zero: all of 64 users without one are a chance of 1 in 62.
test('the right password opens the till, whatever salt the server drew for it', async () => {
  const users = Array.from({ length: 64 }, (_, index) => `SALTED${index}`);
  const database = await firebirdServer().createDatabase({
    name: 'salts',
    script: `create table V (ID integer); commit; insert into V values (1); commit; grant select on V to public; commit;
      ${users.map((user) => `create or alter user ${user} password 'open' using plugin Srp;`).join('\n')} commit;`,
  });
  for (const user of users) {
    const till = openTill(database, customers('SELECT ID AS "key" FROM V'), { user, password: 'open' });
    expect({ user, rows: await readAll(till, 'customer') }).toEqual({ user, rows: [['1']] });
  }
}, 60_000);
