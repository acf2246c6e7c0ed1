import { expect, test } from 'vitest';
import { shopHome } from './shop-home.ts';

const signal = new AbortController().signal;

test('find and problems tell of both sources', async () => {
  const home = await shopHome({ website: true });
  await home.sync();
  const { tally } = home.website.sample;
  await home.with(async (agent) => {
    // Who is looked for by the address that only the website has is found with their number at the till.
    const join = tally.joins.find(({ by, one }) => by === 'phone' && one.source === 'till');
    const [account, email] = [
      join?.one.source === 'till' ? join.one.key : '',
      join?.other.source === 'web' ? join.other.email : '',
    ];
    const trails = await agent.find(email, signal);
    const person = trails.find(({ key }) => key === account)?.person;
    expect(person?.members.map(({ channel }) => channel)).toEqual(expect.arrayContaining(['pos', 'web']));
    expect(person?.because.join()).toContain('telephone');
    expect(person?.fields.map(({ origin }) => origin)).toContain('CUST.FNAME');

    // A web order that staff keyed in is found by its number at either place.
    const [pair] = tally.pairsByReference;
    for (const text of [pair?.order ?? '', pair?.sale ?? '']) {
      const found = await agent.find(text, signal);
      expect(found.flatMap(({ keyedOrder }) => keyedOrder ?? [])).toContainEqual(
        expect.objectContaining({ number: pair?.order, sale: pair?.sale }),
      );
    }

    // What is to mend stands in the till or on the website, and says where.
    const origins = agent.problems.list({}).map(({ origin }) => origin);
    expect(origins.some((origin) => origin.startsWith('CUST.'))).toBe(true);
    expect(origins.some((origin) => origin.startsWith('Website, '))).toBe(true);
    expect(agent.people.counts().both).toBe(
      tally.persons.filter((members) => new Set(members.map(({ source }) => source)).size === 2).length,
    );
  });
}, 60_000);
