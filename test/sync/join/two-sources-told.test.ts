import { describe, expect, test } from 'vitest';
import { billingOf, smallShop } from './small-shop.ts';

const never = new AbortController().signal;
const adaAtTheTill = { ACNO: '10433', FNAME: 'Ada', SNAME: 'Lovelace', EMail: 'ada@example.com', MOB: '' };
const order = {
  orderNumber: '1042',
  email: 'ada@example.com',
  createdOn: '2026-11-18T10:00:00.000Z',
  billing: { ...billingOf('Ada', 'Lovelace'), phone: 'O7700 900123' },
};

describe('a problem of a person of both sources', () => {
  test('says where to mend it: on the website, where the value comes from there', async () => {
    const home = await smallShop({ customers: [adaAtTheTill], orders: [order] });
    await home.sync();
    const problems = await home.with(async (agent) => agent.problems.list({ state: 'open', kind: 'customer' }));
    expect(problems).toMatchObject([
      { key: '10433', code: 'bad_phone', value: 'O7700 900123', suggestion: { value: '07700 900123' } },
    ]);
    expect(problems[0]?.origin).toMatch(/^Website, /);
  });

  test('says at which of two numbers of the till, where it is not the one that is sent', async () => {
    const home = await smallShop({
      customers: [adaAtTheTill, { ...adaAtTheTill, ACNO: '10871', MOB: '0770' }],
    });
    await home.sync();
    const problems = await home.with(async (agent) => agent.problems.list({ state: 'open', rule: 'bad_phone' }));
    expect(problems).toMatchObject([{ key: '10433', origin: 'CUST.MOB (10871)' }]);
  });

  test('is mended at once by a recheck of the till’s row', async () => {
    const home = await smallShop({
      customers: [{ ...adaAtTheTill, MOB: '0770' }],
      orders: [{ ...order, billing: billingOf('Ada', 'Lovelace') }],
    });
    await home.sync();
    const [problem] = await home.with(async (agent) => agent.problems.list({ state: 'open', rule: 'bad_phone' }));
    home.till("UPDATE CUST SET MOB = '07700 900123'");
    const answer = await home.with((agent) => agent.recheck(problem?.id ?? 0, never));
    expect(answer.result).toBe('mended');
  });

  test('that is the website’s alone cannot be rechecked at the till, and says so', async () => {
    const home = await smallShop({ customers: [], orders: [order] });
    await home.sync();
    const [problem] = await home.with(async (agent) => agent.problems.list({ state: 'open', rule: 'bad_phone' }));
    await expect(home.with((agent) => agent.recheck(problem?.id ?? 0, never))).rejects.toMatchObject({
      hint: /website/,
    });
  });
});

describe('who asks for a person', () => {
  test('finds them under every number, with who they are at each source and why', async () => {
    const home = await smallShop({
      customers: [adaAtTheTill, { ...adaAtTheTill, ACNO: '10871' }],
      orders: [{ ...order, billing: billingOf('Ada', 'Lovelace') }],
    });
    await home.sync();
    await home.with(async (agent) => {
      for (const text of ['10433', '10871', 'ada@example.com']) {
        const found = (await agent.find(text, never)).filter(({ kind }) => kind === 'customer');
        expect(found.map(({ key, source }) => [key, source])).toEqual([['10433', 'both']]);
        expect(found[0]?.person?.members.map(({ label, key }) => [label, key])).toEqual([
          ['Till', '10433'],
          ['Till', '10871'],
          ['Website orders', expect.stringMatching(/^web-e-/)],
        ]);
        expect(found[0]?.person?.because.join()).toContain('the same e-mail address, ada@example.com');
      }
      const person = agent.people.show('ada@example.com');
      expect(person.fields.find(({ field }) => field === 'lastName')).toMatchObject({
        origin: 'CUST.SNAME',
        member: '10433',
      });
      expect(person.fields.find(({ field }) => field === 'line1')).toMatchObject({
        value: '12 Mill Lane',
        origin: expect.stringMatching(/^Website, /) as unknown,
      });
      const told = ['firstName', 'lastName', 'email', 'line1', 'postcode', 'country'];
      expect(person.fields.map(({ field }) => field).filter((field) => told.includes(field))).toEqual(told);
      expect(agent.people.counts()).toEqual({ joined: 1, both: 1 });
    });
  });

  test('by a name that nobody has is told what to type', async () => {
    const home = await smallShop({ customers: [adaAtTheTill] });
    await home.sync();
    await home.with(async ({ people }) => {
      expect(() => people.show('nobody')).toThrow(/none of that number or address/);
      expect(() => people.join('10433', '10433', 'no reason')).toThrow(/same customer/);
    });
  });
});
