import { describe, expect, test } from 'vitest';
import { anna, start, startClient } from './sandbox-client.ts';

type Fields = Readonly<Record<string, unknown>>;

const minimal = { externalId: 'C-9', lastName: 'Marsh', mobile: '+447700900009' };
const home = { line1: '1 Angel Hill', town: 'Bury St Edmunds', postcode: 'IP33 1AA', country: 'GB' };
const consentedAt = '2024-05-06T07:08:09.000Z';

async function errorsOf(fields: Fields): Promise<string[]> {
  const client = await startClient();
  return client.errors('contacts', { ...minimal, ...fields });
}

describe('a contact is taken', () => {
  test.each<[string, Fields]>([
    ['with every field', anna],
    ['with the least that it needs', {}],
    ['with an address instead of an e-mail or a phone', { mobile: null, address: home }],
    [
      'with an address abroad, where postcodes are as they are',
      { mobile: null, address: { ...home, country: 'IE', postcode: 'D02 AF30' } },
    ],
    ['with an address abroad and no postcode', { address: { line1: '1 Rue X', town: 'Paris', country: 'FR' } }],
    [
      'with texts of their full length',
      { lastName: 'ñ'.repeat(50), company: '💍'.repeat(100), notes: 'x'.repeat(2000) },
    ],
    ['with line feeds in the notes', { notes: 'a\n\nb' }],
    ['born on the first day that counts', { birthday: '1900-01-01' }],
    ['born today', { birthday: '2026-07-14' }],
    ['born on a leap day', { birthday: '2000-02-29' }],
    ['with consent given this instant', { marketing: { sms: true, consentedAt: new Date(start).toISOString() } }],
    ['with consent written in another zone', { marketing: { sms: true, consentedAt: '2026-07-14T12:00:00+02:00' } }],
    ['with consent refused at no known time', { marketing: { email: false, sms: false, post: false } }],
    ['with twenty tags of forty', { tags: Array.from({ length: 20 }, () => 'x'.repeat(40)) }],
    ['with no tags', { tags: [], sources: [] }],
    ['from both sources', { sources: ['web', 'pos'] }],
    ['with a phone from a range kept for drama', { phone: '+442079460958', mobile: '+12025550123' }],
    ['with fields that the contract does not know', { shoeSize: 38, ref: 'r0', address: { ...home, floor: 3 } }],
  ])('%s', async (_name, fields) => {
    expect(await errorsOf(fields)).toEqual([]);
  });

  test.each(['A', 'F½', 'Z', 'Z½', 'Z+1', 'Z+5½', 'Z+6'])('with ring size %s', async (ringSize) => {
    expect(await errorsOf({ ringSize })).toEqual([]);
  });

  test.each(['M1 1AE', 'B33 8TH', 'CR2 6XH', 'DN55 1PT', 'W1A 1HQ', 'EC1A 1BB', 'GIR 0AA', 'SW1A 2AA'])(
    'with postcode %s',
    async (postcode) => {
      expect(await errorsOf({ address: { ...home, postcode } })).toEqual([]);
    },
  );

  test.each([
    "o'brien+rings@shop.example.co.uk",
    'a@b.example',
    `${'x'.repeat(64)}@example.com`,
    'x@xn--bcher-kva.example',
  ])('with e-mail %s', async (email) => {
    expect(await errorsOf({ email })).toEqual([]);
  });
});

describe('a contact is refused for', () => {
  test.each<[string, Fields, string[]]>([
    ['no key', { externalId: undefined }, ['externalId required']],
    ['a cleared key', { externalId: null }, ['externalId required']],
    ['a key that is a number', { externalId: 7 }, ['externalId wrong_type']],
    ['a key with a space', { externalId: 'C 9' }, ['externalId bad_id']],
    ['a key of 65', { externalId: 'x'.repeat(65) }, ['externalId bad_id']],
    ['a title outside the list', { title: 'Herr' }, ['title not_allowed']],
    ['a title in small letters', { title: 'mr' }, ['title not_allowed']],
    ['a long first name', { firstName: 'x'.repeat(51) }, ['firstName too_long']],
    ['no last name', { lastName: undefined }, ['lastName required']],
    ['an empty last name', { lastName: '' }, ['lastName required']],
    ['a long last name', { lastName: '💍'.repeat(51) }, ['lastName too_long']],
    ['a long company', { company: 'x'.repeat(101) }, ['company too_long']],
    ['a company that is no text', { company: true }, ['company wrong_type']],
    ['a control character', { firstName: 'An\u0007na' }, ['firstName control_character']],
    ['a control character of the second set', { firstName: 'An\u0085na' }, ['firstName control_character']],
    ['a line feed in a name', { firstName: 'An\nna' }, ['firstName control_character']],
    ['a carriage return in the notes', { notes: 'a\r\nb' }, ['notes control_character']],
    ['a tab in the notes', { notes: 'a\tb' }, ['notes control_character']],
    ['a replacement character', { lastName: 'M\uFFFDller' }, ['lastName bad_character']],
    ['half a surrogate pair', { lastName: 'M\uD83Dller' }, ['lastName bad_character']],
    ['a leading space', { lastName: ' Marsh' }, ['lastName untrimmed']],
    ['a trailing no-break space', { lastName: 'Marsh\u00A0' }, ['lastName untrimmed']],
    ['long notes', { notes: 'x'.repeat(2001) }, ['notes too_long']],
    ['an e-mail without a domain', { email: 'anna@' }, ['email bad_email']],
    ['an e-mail with two @', { email: 'a@b@example.com' }, ['email bad_email']],
    ['an e-mail with two dots', { email: 'a..b@example.com' }, ['email bad_email']],
    ['an e-mail without a top level', { email: 'a@localhost' }, ['email bad_email']],
    ['an e-mail with a space in it', { email: 'a b@example.com' }, ['email bad_email']],
    ['an empty e-mail', { email: '' }, ['email bad_email']],
    [
      'an e-mail of 255',
      { email: `${'x'.repeat(60)}@${`${'x'.repeat(60)}.`.repeat(3)}${'x'.repeat(7)}.com` },
      ['email too_long'],
    ],
    ['a phone as it is dialled at home', { phone: '01632 960001' }, ['phone bad_phone']],
    ['a phone of an impossible length', { phone: '+44770090' }, ['phone bad_phone']],
    ['a mobile without a plus', { mobile: '447700900009' }, ['mobile bad_phone']],
    ['a country that is nowhere', { phone: '+999123456789' }, ['phone bad_phone']],
    ['nothing to reach the contact by', { mobile: undefined }, ['contact_point_required']],
    ['an address without its line', { address: { ...home, line1: null } }, ['address.line1 required']],
    ['an address without a town', { address: { ...home, town: undefined } }, ['address.town required']],
    ['an address without a country', { address: { ...home, country: undefined } }, ['address.country required']],
    ['a country in words', { address: { ...home, country: 'England' } }, ['address.country not_allowed']],
    ['the country UK', { address: { ...home, country: 'UK' } }, ['address.country not_allowed']],
    ['a long line 2', { address: { ...home, line2: 'x'.repeat(101) } }, ['address.line2 too_long']],
    ['a long county', { address: { ...home, county: 'x'.repeat(61) } }, ['address.county too_long']],
    ['no postcode in Britain', { address: { ...home, postcode: undefined } }, ['address.postcode required']],
    [
      'a long postcode abroad',
      { address: { ...home, country: 'FR', postcode: 'x'.repeat(13) } },
      ['address.postcode too_long'],
    ],
    ['a postcode that is a number', { address: { ...home, postcode: 75001 } }, ['address.postcode wrong_type']],
    ['an address in one text', { address: '1 Angel Hill' }, ['address wrong_type']],
    [
      'part of an address as the only contact point',
      { mobile: null, address: { ...home, postcode: null } },
      ['address.postcode required', 'contact_point_required'],
    ],
    ['a birthday in the future', { birthday: '2026-07-15' }, ['birthday bad_date']],
    ['a birthday before 1900', { birthday: '1899-12-30' }, ['birthday bad_date']],
    ['a birthday that never was', { birthday: '2023-02-29' }, ['birthday bad_date']],
    ['a birthday in another form', { birthday: '04/03/1971' }, ['birthday bad_date']],
    ['an anniversary with a time', { anniversary: '1999-12-31T00:00:00Z' }, ['anniversary bad_date']],
    ['consent without its time', { marketing: { email: true } }, ['marketing.consentedAt consent_date_required']],
    [
      'consent by post with its time cleared',
      { marketing: { post: true, consentedAt: null } },
      ['marketing.consentedAt consent_date_required'],
    ],
    [
      'consent in the future',
      { marketing: { sms: true, consentedAt: '2026-07-14T10:00:00.001Z' } },
      ['marketing.consentedAt bad_date'],
    ],
    [
      'consent at a time without a zone',
      { marketing: { sms: true, consentedAt: '2024-05-06T07:08:09' } },
      ['marketing.consentedAt bad_date'],
    ],
    [
      'consent on a day that never was',
      { marketing: { sms: true, consentedAt: '2024-02-30T07:08:09Z' } },
      ['marketing.consentedAt bad_date'],
    ],
    ['consent that is not true or false', { marketing: { email: 'yes', consentedAt } }, ['marketing.email wrong_type']],
    ['21 tags', { tags: Array.from({ length: 21 }, (_, place) => `t${place}`) }, ['tags too_long']],
    ['a long tag', { tags: ['a', 'x'.repeat(41)] }, ['tags[1] too_long']],
    ['a tag that is no text', { tags: [1] }, ['tags[0] wrong_type']],
    ['tags in one text', { tags: 'a, b' }, ['tags wrong_type']],
    ['a ring size in figures', { ringSize: '52' }, ['ringSize not_allowed']],
    ['a ring size beyond the last', { ringSize: 'Z+6½' }, ['ringSize not_allowed']],
    ['a ring size in small letters', { ringSize: 'f½' }, ['ringSize not_allowed']],
    ['a source outside the list', { sources: ['pos', 'fax'] }, ['sources[1] not_allowed']],
    ['a first visit in the future', { firstSeenAt: '2027-01-01T00:00:00Z' }, ['firstSeenAt bad_date']],
    ['a last purchase without a time', { lastPurchaseAt: '2026-01-01' }, ['lastPurchaseAt bad_date']],
    [
      'several things at once',
      { lastName: ' \u0001', title: 1, birthday: 'x' },
      ['birthday bad_date', 'lastName control_character', 'lastName untrimmed', 'title wrong_type'],
    ],
  ])('%s', async (_name, fields, expected) => {
    expect(await errorsOf(fields)).toEqual(expected);
  });

  test.each([
    'IP331AA',
    'ip33 1aa',
    'IP33  1AA',
    'IP33 IAA',
    'QP3 1AA',
    'AI1 1AA',
    'IP33 1AC',
    'IP333 1AA',
    '12345',
    'A1I 1AA',
    'AA1C 1AA',
  ])('postcode %s', async (postcode) => {
    expect(await errorsOf({ address: { ...home, postcode } })).toEqual(['address.postcode bad_postcode']);
  });
});

test('today is the day in the zone of the account', async () => {
  const auckland = await startClient({ account: { timeZone: 'Pacific/Auckland' } });
  auckland.clock.now = Date.parse('2026-07-14T12:00:00Z');
  expect(await auckland.errors('contacts', { ...minimal, birthday: '2026-07-15' })).toEqual([]);
  expect(await auckland.errors('contacts', { ...minimal, birthday: '2026-07-16' })).toEqual(['birthday bad_date']);
});
