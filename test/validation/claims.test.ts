import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { genieaiRules } from '../../src/connectors/genieai/rules.ts';
import { openDatabase, type WritableDatabase } from '../../src/database/open.ts';
import type { Customer } from '../../src/model/customer.ts';
import type { DestinationId, TillKey } from '../../src/model/ids.ts';
import { createClaims } from '../../src/validation/claims.ts';
import { compareKeys } from '../../src/model/compare-keys.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let database: WritableDatabase;
const held = new Map<string, string>();

beforeEach(() => {
  held.clear();
  database = openDatabase(join(temporaryFolder(), 'claims.db'));
  // These tests are about who claims what, not about power cuts.
  database.pragma('synchronous = OFF');
});
afterEach(() => database.close());

const claimsAt = (destination: string) =>
  createClaims({
    database,
    destination: destination as DestinationId,
    pack: genieaiRules.customer,
    heldBy: (_field, value) => held.get(value),
  });

const customer = (email: string | null): Customer => ({ key: 'x' as TillKey, email });
const roles = (claims: ReturnType<typeof claimsAt>, ...keys: string[]) =>
  keys.map((key) => claims.contestsOf(key)[0]?.role ?? 'alone');

describe('claims on an e-mail address', () => {
  it('of one record are nobody else’s business', () => {
    const claims = claimsAt('genieai');
    expect(claims.lay('1', customer('a@example.com'))).toEqual({ contested: [], judgeAgain: [] });
    expect(claims.isTaken('email', 'a@example.com')).toBe(true);
    expect(claims.isTaken('email', 'b@example.com')).toBe(false);
    expect(claims.isTaken('phone', 'a@example.com')).toBe(false);
  });

  it('that differ in capitals alone are the same', () => {
    const claims = claimsAt('genieai');
    claims.lay('1', customer('A@example.com'));
    expect(claims.lay('2', customer('a@EXAMPLE.com')).contested).toMatchObject([
      { field: 'email', code: 'duplicate_email', role: 'other' },
    ]);
  });

  it('go to the lowest number, whoever came first', () => {
    const claims = claimsAt('genieai');
    claims.lay('10', customer('a@example.com'));
    expect(claims.lay('9', customer('a@example.com')).judgeAgain).toEqual(['10']);
    expect(claims.lay('11', customer('a@example.com')).judgeAgain).toEqual([]);
    expect(roles(claims, '9', '10', '11')).toEqual(['holder', 'other', 'other']);
  });

  it('stay with the one whom the destination knows by it', () => {
    const claims = claimsAt('genieai');
    held.set('a@example.com', '10');
    claims.lay('10', customer('a@example.com'));
    expect(claims.lay('9', customer('a@example.com')).contested).toMatchObject([{ role: 'other' }]);
    expect(roles(claims, '9', '10')).toEqual(['other', 'holder']);
  });

  it('pass on when the holder goes, and are forgotten when nobody is left to share them', () => {
    const claims = claimsAt('genieai');
    for (const key of ['3', '1', '2']) claims.lay(key, customer('a@example.com'));
    expect(claims.lay('1', null).judgeAgain).toEqual(['2']);
    expect(roles(claims, '1', '2', '3')).toEqual(['alone', 'holder', 'other']);
    expect(claims.lay('3', customer('b@example.com')).judgeAgain).toEqual(['2']);
    expect(roles(claims, '2', '3')).toEqual(['alone', 'alone']);
  });

  it('of one destination are not those of another', () => {
    claimsAt('genieai').lay('1', customer('a@example.com'));
    expect(claimsAt('other').lay('2', customer('a@example.com')).contested).toEqual([]);
  });

  it('outlive the process', () => {
    claimsAt('genieai').lay('1', customer('a@example.com'));
    expect(claimsAt('genieai').lay('2', customer('a@example.com')).contested).toMatchObject([{ role: 'other' }]);
  });

  it('laid together by one meet those that another has laid meanwhile', () => {
    const [ours, others] = [claimsAt('genieai'), claimsAt('genieai')];
    ours.together(() => ours.lay('1', customer('a@example.com')));
    others.lay('2', customer('b@example.com'));
    const laid = ours.together(() => ours.lay('3', customer('b@example.com')));
    expect(laid).toMatchObject({ contested: [{ role: 'other' }], judgeAgain: ['2'] });
    others.together(() => others.lay('4', customer('c@example.com')));
    expect(ours.together(() => ours.lay('5', customer('c@example.com'))).judgeAgain).toEqual(['4']);
  });

  it('of thousands are found by their values, old and new', () => {
    const claims = claimsAt('genieai');
    const [many, step] = [6000, 500];
    const emailOf = (index: number) => customer(`customer.${index}@example.com`);
    for (let start = 0; start < many; start += step) {
      const lay = database.transaction(() =>
        claims.together(() => {
          for (let index = start; index < start + step; index++) {
            expect(claims.lay(`a${index}`, emailOf(index)).contested).toEqual([]);
          }
        }),
      );
      lay();
    }
    const places = database.prepare('SELECT (SELECT count(*) FROM claim_recent), (SELECT count(*) FROM claim_settled)');
    const [recent, settled] = places.raw().get() as [number, number];
    expect(recent + settled).toBe(many);
    expect(settled).toBeGreaterThan(0);
    const layAnew = database.transaction(() => {
      for (let index = 0; index < many; index += 7) {
        expect(claims.lay(`b${index}`, emailOf(index)).judgeAgain).toEqual([`a${index}`]);
        expect(claims.lay(`a${index}`, null).judgeAgain).toEqual([`b${index}`]);
      }
    });
    layAnew();
    expect(claims.isTaken('email', 'customer.7@example.com')).toBe(true);
    expect(claims.lay('c', emailOf(8)).judgeAgain).toEqual(['a8']);
  });

  it('end as if they had been compared all at once, and name everybody whose part has changed', () => {
    const step = fc.tuple(
      fc.constantFrom('1', '2', '10', '11'),
      fc.constantFrom(null, 'a@example.com', 'b@example.com'),
      fc.boolean(),
    );
    let run = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const claims = claimsAt(`run-${run++}`);
        const emails = new Map<string, string | null>();
        const rolesNow = new Map<string, string>();
        for (const [key, email, isTogether] of steps) {
          emails.set(key, email);
          const lay = () => claims.lay(key, email === null ? null : customer(email));
          const { judgeAgain } = isTogether ? claims.together(lay) : lay();
          for (const each of emails.keys()) {
            const rivals = [...emails]
              .filter(([, other]) => other !== null && other === emails.get(each))
              .map(([other]) => other);
            const holder = rivals.toSorted(compareKeys)[0];
            const role = rivals.length < 2 ? 'alone' : holder === each ? 'holder' : 'other';
            expect(roles(claims, each)).toEqual([role]);
            if (each !== key && role !== (rolesNow.get(each) ?? 'alone')) expect(judgeAgain).toContain(each);
            rolesNow.set(each, role);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
