import { describe, expect, it } from 'vitest';
import { genieaiRules } from '../../../src/connectors/genieai/rules.ts';
import { readKinds } from '../../../src/model/record.ts';
import type { Cells } from '../../validation/shop.ts';
import { context, judgeCustomer, readCustomer, soundCustomer } from '../../validation/shop.ts';

const long = (length: number) => 'x'.repeat(length);
const drop = 'drop-field';
const block = 'block';

type Row = [what: string, cells: Cells, field: string, code: string, severity: string];

/** Whoever is left with a way to be reached is sent. */
const address = ['line1', 'line2', 'town', 'county', 'postcode', 'country'];
const consent = ['marketingEmail', 'marketingSms', 'marketingPost', 'consentedAt'];

describe.each(readKinds)('the rules for a %s', (kind) => {
  const { rules, version } = genieaiRules[kind];

  it('are told apart by field and code', () => {
    const names = rules.map(({ field, code }) => `${field} ${code}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('have plain words and a source each', () => {
    for (const { says, advice, example = '', source } of rules) {
      expect(advice).toContain(example);
      expect(says).toMatch(/^[A-Z].*\.$/);
      expect(advice).toMatch(/^[A-Z].*[.9¾½]$/);
      expect(`${says} ${advice}`).not.toMatch(/\b(?:invalid|null|field|error|illegal|entity|payload)\b/i);
      expect(source).not.toBe('');
    }
  });

  it('have a version', () => {
    expect(version).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('a customer', () => {
  it('without a fault is sent as it is', () => {
    const reading = readCustomer(soundCustomer);
    const verdict = judgeCustomer(reading, context);
    expect(verdict.findings).toEqual([]);
    expect(verdict.send).toBe(reading.record);
  });

  it.each([
    ['a title that is not known', { title: 'Captain' }, 'title', 'not_allowed', drop],
    ['a long first name', { firstName: long(51) }, 'firstName', 'too_long', drop],
    ['no last name', { lastName: null }, 'lastName', 'required', block],
    ['a long last name', { lastName: long(51) }, 'lastName', 'too_long', block],
    ['a lost character in the last name', { lastName: 'Sm\ufffdth' }, 'lastName', 'bad_character', block],
    ['a lost character in the company', { company: 'R\ufffdngs' }, 'company', 'bad_character', drop],
    ['half a surrogate pair', { company: 'R\ud83dngs' }, 'company', 'bad_character', drop],
    ['a long company', { company: long(101) }, 'company', 'too_long', drop],
    ['an address without a domain', { email: 'jane@example' }, 'email', 'bad_email', drop],
    ['an address with two dots', { email: 'jane..smith@example.com' }, 'email', 'bad_email', drop],
    ['a long address', { email: `${long(60)}@${`${long(60)}.`.repeat(4)}com` }, 'email', 'too_long', drop],
    ['a letter in a phone number', { phone: 'O1632 960123' }, 'phone', 'bad_phone', drop],
    ['a phone number without area code', { phone: '960123' }, 'phone', 'bad_phone', drop],
    ['a mobile number that is too long', { mobile: '07700 900123 4' }, 'mobile', 'bad_phone', drop],
    ['no first line', { line1: null }, 'line1', 'required', drop],
    ['a long first line', { line1: long(101) }, 'line1', 'too_long', drop],
    ['a long second line', { line2: long(101) }, 'line2', 'too_long', drop],
    ['no town', { town: null }, 'town', 'required', drop],
    ['a long town', { town: long(61) }, 'town', 'too_long', drop],
    ['a long county', { county: long(61) }, 'county', 'too_long', drop],
    ['no postcode in Britain', { postcode: null }, 'postcode', 'required', drop],
    ['a postcode of no British form', { postcode: 'IP33IAA' }, 'postcode', 'bad_postcode', drop],
    ['a long postcode', { postcode: long(13), country: 'DE' }, 'postcode', 'too_long', drop],
    ['an unknown country', { country: 'Narnia' }, 'country', 'not_allowed', drop],
    ['a birthday ahead', { birthday: '2026-11-22' }, 'birthday', 'bad_date', drop],
    ['a birthday in the 19th century', { birthday: '1899-12-29' }, 'birthday', 'bad_date', drop],
    ['a birthday that is no day', { birthday: '31/02/1985' }, 'birthday', 'bad_date', drop],
    ['an anniversary ahead', { anniversary: '2085-01-01' }, 'anniversary', 'bad_date', drop],
    ['consent without its day', { consentedAt: null }, 'consentedAt', 'consent_date_required', drop],
    ['consent ahead', { consentedAt: '2026-11-21 12:00:01' }, 'consentedAt', 'bad_date', drop],
    ['consent on no day', { consentedAt: 'soon' }, 'consentedAt', 'bad_date', drop],
    ['consent that is neither yes nor no', { marketingSms: 'maybe' }, 'marketingSms', 'wrong_type', drop],
    ['21 tags', { tags: Array.from({ length: 21 }, (_, index) => `t${index}`).join() }, 'tags', 'too_long', drop],
    ['a long tag', { tags: long(41) }, 'tags', 'too_long', drop],
    ['a European ring size', { ringSize: '54' }, 'ringSize', 'not_allowed', drop],
    ['long notes', { notes: long(2001) }, 'notes', 'too_long', drop],
    ['a first visit ahead', { firstSeenAt: '2027-01-01' }, 'firstSeenAt', 'bad_date', drop],
    ['a last purchase on no day', { lastPurchaseAt: '2026-02-30' }, 'lastPurchaseAt', 'bad_date', drop],
    ['a likely slip', { email: 'jane@gmial.com' }, 'email', 'likely_slip', 'warn'],
  ] as Row[])('with %s', (...[, cells, field, code, severity]) => {
    const { send, findings } = judgeCustomer(readCustomer({ ...soundCustomer, ...cells }), context);
    expect(findings.map((finding) => [finding.field, finding.code, finding.severity])).toEqual([
      [field, code, severity],
    ]);
    if (severity === block) expect(send).toBeNull();
    if (severity === drop) expect(send).not.toHaveProperty(field);
  });

  it.each(['line1', 'town', 'postcode'])('goes without its address where %s is missing', (field) => {
    const { send } = judgeCustomer(readCustomer({ ...soundCustomer, [field]: null }), context);
    for (const part of address) expect(send).not.toHaveProperty(part);
    expect(send).toHaveProperty('email');
  });

  it('keeps its address without a second line that is too long', () => {
    const { send } = judgeCustomer(readCustomer({ ...soundCustomer, line2: long(101) }), context);
    expect(send).toMatchObject({ line1: '12 High Street', postcode: 'IP33 1AA' });
  });

  it('goes without all of its consent where the day is not known', () => {
    const { send } = judgeCustomer(readCustomer({ ...soundCustomer, consentedAt: null }), context);
    for (const part of consent) expect(send).not.toHaveProperty(part);
  });

  it.each([
    ['an e-mail address', { email: 'jane@example.com' }],
    ['a phone number', { phone: '01632 960123' }],
    ['a mobile number', { mobile: '07700 900123' }],
    ['a whole address', { line1: '12 High Street', town: 'Bury', postcode: 'IP33 1AA' }],
    ['a whole address elsewhere', { line1: 'Hauptstr. 1', town: 'Berlin', country: 'DE' }],
  ] satisfies [string, Cells][])('can be reached by %s alone', (_, cells) => {
    expect(judgeCustomer(readCustomer({ lastName: 'Smith', ...cells }), context).findings).toEqual([]);
  });

  it('who cannot be reached at all is withheld', () => {
    const { send, findings } = judgeCustomer(
      readCustomer({ lastName: 'Smith', email: null, town: null, country: 'GB' }),
      context,
    );
    expect(send).toBeNull();
    expect(findings).toEqual([
      { field: '', code: 'contact_point_required', severity: block, value: null, dependsOn: 'content' },
    ]);
  });

  it('whose only contact is dropped has both problems', () => {
    const { send, findings } = judgeCustomer(readCustomer({ lastName: 'Smith', phone: '960123' }), context);
    expect(send).toBeNull();
    expect(findings.map(({ field, code }) => [field, code])).toEqual([
      ['phone', 'bad_phone'],
      ['', 'contact_point_required'],
    ]);
  });

  it.each(['a b', '', 'ä', 'x'.repeat(65)])('under the key %j is withheld', (key) => {
    const { record } = readCustomer(soundCustomer);
    expect(genieaiRules.customer.judge({ ...record, key: key as typeof record.key }, context)).toEqual([
      { field: 'key', code: 'bad_id' },
    ]);
  });

  it.each([
    'jane@mail.com',
    'jane@gail.com',
    'jane@ymail.com',
    'jane@cloud.com',
    'jane@email.com',
    'jane@gmx.net',
    'jane@example.co',
    'jane@gmail.com',
    'jane@live.co.uk',
    'jane@aol.com',
  ])('with the real domain of %s has no slip', (email) => {
    expect(judgeCustomer(readCustomer({ ...soundCustomer, email }), context).findings).toEqual([]);
  });

  it('that came uncleaned from somewhere else is refused as GenieAI would', () => {
    const { record } = readCustomer(soundCustomer);
    const faults = genieaiRules.customer.judge(
      { ...record, company: ' x', firstName: 'a\u0007b', notes: 'one\ntwo\tthree' },
      context,
    );
    expect(faults).toEqual([
      { field: 'firstName', code: 'control_character' },
      { field: 'company', code: 'untrimmed' },
      { field: 'notes', code: 'control_character' },
    ]);
  });

  it('says again with time what only time can mend', () => {
    const { findings } = judgeCustomer(readCustomer({ ...soundCustomer, birthday: '2085-03-02' }), context);
    expect(findings).toMatchObject([{ dependsOn: 'time' }]);
  });
});
