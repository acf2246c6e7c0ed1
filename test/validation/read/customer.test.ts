import { describe, expect, it } from 'vitest';
import { readCustomer, soundCustomer } from '../shop.ts';

describe('reading a customer', () => {
  it('changes nothing in a clean row', () => {
    const { record, cleanings, faults } = readCustomer(soundCustomer);
    expect({ cleanings, faults }).toEqual({ cleanings: [], faults: [] });
    expect(record).toEqual({
      ...soundCustomer,
      key: '7',
      marketingEmail: true,
      marketingSms: false,
      consentedAt: '2024-05-01T09:00:00.000Z',
      tags: ['vip', 'ring'],
      firstSeenAt: '2019-05-01T09:00:00.000Z',
    });
  });

  it.each([
    ['firstName', '  Jane   Mary ', 'Jane Mary'],
    ['firstName', 'Jane\tMary\r\nAnn', 'Jane Mary Ann'],
    ['lastName', 'Sm\u0000ith\u0085', 'Smith'],
    ['company', 'Rings\u00a0&\u2003Things', 'Rings & Things'],
    ['title', 'MR.', 'Mr'],
    ['title', 'mrs', 'Mrs'],
    ['email', ' <mailto:Jane.Smith@EXAMPLE.Com> ', 'Jane.Smith@example.com'],
    ['email', 'mailto:jane@example.com', 'jane@example.com'],
    ['phone', '(01632) 960-123', '+441632960123'],
    ['mobile', '07700 900123', '+447700900123'],
    ['mobile', '0044 7700 900123', '+447700900123'],
    ['postcode', 'ip331aa', 'IP33 1AA'],
    ['postcode', 'IP33  1aa', 'IP33 1AA'],
    ['ringSize', 'f 1/2', 'F½'],
    ['ringSize', 'F.5', 'F½'],
    ['notes', 'one\r\ntwo\rthree\t!\u0007 ', 'one\ntwo\nthree !'],
    ['birthday', '2.3.1985', '1985-03-02'],
    ['birthday', '02/03/1985', '1985-03-02'],
    ['birthday', '2nd March 1985', '1985-03-02'],
    ['birthday', 'March 2, 1985', '1985-03-02'],
    ['birthday', '19850302', '1985-03-02'],
  ])('writes %s %j as %j, and says so', (field, before, after) => {
    const { record, cleanings, faults } = readCustomer({ [field]: before });
    expect(record).toHaveProperty(field, after);
    expect(cleanings).toEqual([{ field, before, after }]);
    expect(faults).toEqual([]);
  });

  it.each([
    ['phone', 'O7700 900123'],
    ['phone', '07700 9OO123'],
    ['phone', '01632 960123 ext 4'],
    ['postcode', 'IP33IAA'],
    ['postcode', 'IP33-1AA'],
    ['ringSize', '16.5'],
    ['title', 'Captain'],
    ['email', 'jane@example'],
    ['notes', 'one  two\n\nthree'],
  ])('leaves %s %j as it stands', (field, text) => {
    const { record, cleanings } = readCustomer({ [field]: text });
    expect(record).toHaveProperty(field, text);
    expect(cleanings).toEqual([]);
  });

  it.each([
    ['birthday', '31/02/1985', 'bad_date'],
    ['birthday', '02/03/85', 'bad_date'],
    ['birthday', '04/13/1985', 'bad_date'],
    ['consentedAt', 'last week', 'bad_date'],
    ['marketingEmail', 'maybe', 'wrong_type'],
  ])('cannot understand %s %j, and keeps it out of the record', (field, text, code) => {
    const { record, faults, raw } = readCustomer({ [field]: text });
    expect(faults).toEqual([{ field, code }]);
    expect(record).not.toHaveProperty(field);
    expect(raw(field)).toBe(text);
  });

  it.each(['', '   ', null])('takes %j for nothing', (text) => {
    for (const field of Object.keys(soundCustomer)) {
      const { record, cleanings, faults } = readCustomer({ [field]: text });
      expect(record).toEqual({ key: '7', [field]: null });
      expect([...cleanings, ...faults]).toEqual([]);
    }
  });

  it.each([
    ['United Kingdom', 'GB'],
    ['uk', 'GB'],
    ['Deutschland', 'DE'],
    ['Österreich', 'AT'],
    ['Pays-Bas', 'NL'],
    ['ENGLAND', 'GB'],
  ])('writes the country %j as %j', (before, after) => {
    const { record, cleanings } = readCustomer({ town: 'Bury', country: before });
    expect(record.country).toBe(after);
    expect(cleanings).toEqual([{ field: 'country', before, after }]);
  });

  it('leaves a country that it does not know', () => {
    expect(readCustomer({ town: 'Bury', country: 'Narnia' }).record.country).toBe('Narnia');
  });

  it('says nothing of fields that the till has not', () => {
    expect(readCustomer({ lastName: 'Smith' }).record).toEqual({ key: '7', lastName: 'Smith' });
  });

  it.each(['1899-12-30', '1899-12-30 00:00:00', '0000-00-00'])('takes %s for no date', (text) => {
    const { record, faults } = readCustomer({ birthday: text, firstSeenAt: text });
    expect(record).toMatchObject({ birthday: null, firstSeenAt: null });
    expect(faults).toEqual([]);
  });

  it.each([
    ['1', true],
    ['Y', true],
    ['J', true],
    ['T', true],
    ['yes', true],
    ['x', true],
    ['-1', true],
    ['0', false],
    ['N', false],
    ['F', false],
    ['no', false],
  ])('takes %j for %s', (text, truth) => {
    expect(readCustomer({ marketingPost: text }).record.marketingPost).toBe(truth);
  });

  it('separates tags at commas, semicolons and bars', () => {
    expect(readCustomer({ tags: ' vip ; ring,, watch|vip' }).record.tags).toEqual(['vip', 'ring', 'watch']);
    expect(readCustomer({ tags: ' ; ' }).record.tags).toBeNull();
  });

  it('gives an address without a country the shop’s, and none to a row without an address', () => {
    expect(readCustomer({ town: 'Bury' }).record.country).toBe('GB');
    expect(readCustomer({ town: 'Bury', country: null }).record.country).toBe('GB');
    expect(readCustomer({ town: null, country: 'GB' }).record.country).toBeNull();
    expect(readCustomer({ lastName: 'Smith' }).record).not.toHaveProperty('country');
  });

  it('reads phones by the customer’s own country before the shop’s', () => {
    expect(readCustomer({ phone: '030 123456', country: 'Germany' }).record.phone).toBe('+4930123456');
    expect(readCustomer({ phone: '07700 900123', country: 'FR' }).record.phone).toBe('+447700900123');
  });

  it('leaves the postcodes of other countries alone', () => {
    expect(readCustomer({ postcode: 'd02 x285', country: 'IE' }).record.postcode).toBe('d02 x285');
    expect(readCustomer({ postcode: '10115', country: 'DE' }).record.postcode).toBe('10115');
  });

  it('reads slashed dates in the order of the shop’s country', () => {
    expect(readCustomer({ birthday: '03/02/1985' }, { country: 'US' }).record.birthday).toBe('1985-03-02');
  });

  it('reads a text again with one cell exchanged', () => {
    const reading = readCustomer({ email: 'jane@@example.com', phone: null });
    expect(reading.with('email', 'jane@example.com').record.email).toBe('jane@example.com');
    expect(reading.record.email).toBe('jane@@example.com');
  });
});

describe('names in capitals', () => {
  it.each([
    ['SMITH', 'Smith'],
    ['MCDONALD', 'McDonald'],
    ["O'BRIEN", "O'Brien"],
    ['SMITH-JONES', 'Smith-Jones'],
    ['DE LA CRUZ', 'de la Cruz'],
    ['VAN DER BERG', 'van der Berg'],
    ['MÜLLER', 'Müller'],
    ['ST JOHN', 'St John'],
  ])('writes %s as %s where the shop wants it', (before, after) => {
    expect(readCustomer({ lastName: before }, { capitals: true }).record.lastName).toBe(after);
    expect(readCustomer({ lastName: before }).record.lastName).toBe(before);
    expect(readCustomer({ lastName: after }, { capitals: true }).cleanings).toEqual([]);
  });

  it.each(['J', 'JP', 'J P', 'MacDonald', 'de la Cruz', 'smith', '李'])('leaves %s alone', (name) => {
    expect(readCustomer({ firstName: name }, { capitals: true }).record.firstName).toBe(name);
  });
});

describe('a whole name in one column', () => {
  it.each([
    ['Mr John Smith', 'Mr', 'John', 'Smith'],
    ['Smith', null, null, 'Smith'],
    ['Jane Mary Smith', null, 'Jane Mary', 'Smith'],
    ['MRS. Jane van der Berg', 'Mrs', 'Jane', 'van der Berg'],
    ['Smith, Jane', null, 'Jane', 'Smith'],
    ['Smith, Dr Jane', 'Dr', 'Jane', 'Smith'],
    ['Mr & Mrs J Smith', 'Mr & Mrs', 'J', 'Smith'],
    ['Dr Smith', 'Dr', null, 'Smith'],
    ['Mr', null, null, 'Mr'],
  ])('takes %j apart', (fullName, title, firstName, lastName) => {
    expect(readCustomer({ fullName }).record).toEqual({ key: '7', title, firstName, lastName });
  });

  it('leaves the parts that have a column of their own alone', () => {
    expect(readCustomer({ fullName: 'Mr John Smith', title: 'Dr' }).record).toEqual({
      key: '7',
      title: 'Dr',
      firstName: 'John',
      lastName: 'Smith',
    });
  });

  it('answers what stands in that column for each part', () => {
    expect(readCustomer({ fullName: ' John  Smith' }).raw('lastName')).toBe(' John  Smith');
  });
});

describe('a customer joined from several sources', () => {
  it('carries the channels by which the shop knows them, and no other word about the joining', () => {
    const { record, raw } = readCustomer({ sources: 'pos,web', from: '{"email":"web-1"}' });
    expect(record).toEqual({ key: '7', sources: ['pos', 'web'] });
    expect(raw('from')).toBe('{"email":"web-1"}');
  });
});
