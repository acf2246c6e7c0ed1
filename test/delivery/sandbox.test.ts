import { describe, expect, it } from 'vitest';
import { fault } from '../../src/sandbox/genieai/faults/fault.ts';
import { sleep, systemClock } from '../../src/support/clock.ts';
import { openGenieai } from '../connectors/genieai/genieai-fixture.ts';
import { createTestClock, runCourier } from './run-courier.ts';
import { archiveOffer, customerOffer, destination, freshDelivery, mergeOffer, saleOffer, start } from './workshop.ts';

const shop = 600;

/** What may go wrong at every fourth request, and where. */
const weather = [
  { kind: 'cut', before: 'answer', probability: 0.06 },
  { kind: 'cut', before: 'commit', probability: 0.05 },
  { kind: 'answer', status: 503, format: 'html', probability: 0.04 },
  { kind: 'answer', status: 500, probability: 0.04 },
  { kind: 'answer', status: 429, retryAfter: 3, probability: 0.04 },
  { kind: 'omit', count: 3, probability: 0.04 },
  { kind: 'truncate', probability: 0.03 },
] as const;

describe('GenieAI’s stand-in in bad weather', () => {
  it('has in the end what was offered, nothing lost, nothing twice', async () => {
    const { sandbox, another } = await openGenieai();
    const delivery = freshDelivery();
    const time = createTestClock();
    const connector = another({}, { now: time.clock });
    const small = { ...connector, capabilities: { ...connector.capabilities, batch: { records: 25, bytes: 100_000 } } };
    for (const each of weather) sandbox.faults.add(fault.parse(each));
    sandbox.faults.add({ kind: 'poison', externalId: 'C7', path: '/contacts/import' });
    for (let index = 0; index < shop; index += 1) {
      delivery.outbox.offer(customerOffer(`C${index}`));
      delivery.outbox.offer(saleOffer(`S${index}`, index % 2 === 0 ? `C${index}` : null));
    }
    for (let run = 0; run < 12; run += 1) {
      await runCourier(delivery, small, { time });
      time.advance(3_600_000);
    }
    expect(delivery.outbox.list({})).toMatchObject([{ key: 'C7', seenAs: 'parked' }]);
    const contents = sandbox.state.contents();
    expect(contents.contacts).toHaveLength(shop - 1);
    expect(contents.sales).toHaveLength(shop);
    expect(delivery.ledger.count(destination, 'customer')).toBe(shop - 1);
    expect(delivery.ledger.count(destination, 'sale')).toBe(shop);

    sandbox.faults.clear();
    for (let index = 0; index < 50; index += 1) delivery.outbox.offer(archiveOffer(`C${index}`));
    const tally = await runCourier(delivery, small, { time });
    expect(tally).toMatchObject({ stopped: null, kinds: { customer: { archived: 49 } } });
    expect(sandbox.state.contents().contacts.filter(({ archived }) => archived)).toHaveLength(49);
  });

  it('counts what it made as made, although the first answer was lost', async () => {
    const { sandbox, connector } = await openGenieai();
    const delivery = freshDelivery();
    sandbox.faults.add({ kind: 'cut', before: 'answer' });
    for (let index = 0; index < 10; index += 1) delivery.outbox.offer(customerOffer(`C${index}`));
    const { kinds } = await runCourier(delivery, connector);
    expect(kinds.customer).toMatchObject({ created: 10, waiting: 0 });
    expect(sandbox.calls.map(({ replayed }) => replayed)).toEqual([false, true]);
  });

  it('makes nobody twice after our own database was lost', async () => {
    const { sandbox, connector } = await openGenieai();
    const before = freshDelivery();
    const after = freshDelivery();
    for (const delivery of [before, after]) {
      for (let index = 0; index < 30; index += 1) delivery.outbox.offer(customerOffer(`C${index}`));
      await runCourier(delivery, connector);
    }
    expect(sandbox.state.contacts.size).toBe(30);
    expect(after.ledger.count(destination, 'customer')).toBe(30);
  });

  it('takes over e-mails in the right order', async () => {
    const { sandbox, connector } = await openGenieai();
    const delivery = freshDelivery();
    for (const key of ['A', 'B', 'C']) delivery.outbox.offer(customerOffer(key, { phone: '+442079460000' }));
    await runCourier(delivery, connector);
    const moved = { A: 'cB@example.com', B: 'cA@example.com', C: 'new@example.com' };
    for (const [key, email] of Object.entries(moved)) {
      delivery.outbox.offer(customerOffer(key, { email, phone: '+442079460000' }));
    }
    const { kinds } = await runCourier(delivery, connector);
    expect(kinds.customer).toMatchObject({ updated: 3, refused: 0, waiting: 0 });
    expect(sandbox.state.contents().contacts.map(({ fields }) => fields['email'])).toEqual(Object.values(moved));
  });

  it('makes two contacts one, in bad weather, without refusing the e-mail of either', async () => {
    const { sandbox, another } = await openGenieai();
    const delivery = freshDelivery();
    const time = createTestClock();
    const connector = another({}, { now: time.clock });
    const couples = Array.from({ length: 40 }, (_, index) => index);
    for (const couple of couples) {
      delivery.outbox.offer(customerOffer(`A${couple}`));
      delivery.outbox.offer(customerOffer(`B${couple}`));
      delivery.outbox.offer(saleOffer(`S${couple}`, `B${couple}`));
    }
    await runCourier(delivery, connector, { time });
    for (const each of weather) sandbox.faults.add(fault.parse(each));
    const kept = (couple: number) => customerOffer(`A${couple}`, { email: `cB${couple}@example.com`, phone: null });
    const refused: string[] = [];
    for (const couple of couples) {
      delivery.outbox.offer(kept(couple));
      delivery.outbox.offer(mergeOffer(`B${couple}`, `A${couple}`));
      delivery.outbox.offer(saleOffer(`S${couple}`, `A${couple}`));
    }
    for (let run = 0; run < 8; run += 1) {
      await runCourier(delivery, connector, {
        time,
        onRefused: ({ key }) => void refused.push(key),
        onLost: (_destination, { key }) => void delivery.outbox.offer(kept(Number(key.slice(1)))),
      });
      time.advance(3_600_000);
    }
    expect(refused).toEqual([]);
    expect(delivery.outbox.list({})).toEqual([]);
    const { contacts, sales } = sandbox.state.contents();
    expect(new Map(contacts.map(({ externalId, fields }) => [externalId, fields['email']]))).toEqual(
      new Map(couples.map((couple) => [`A${couple}`, `cB${couple}@example.com`])),
    );
    expect(new Map(sales.map(({ externalId, fields }) => [externalId, fields['contactExternalId']]))).toEqual(
      new Map(couples.map((couple) => [`S${couple}`, `A${couple}`])),
    );
    expect(delivery.ledger.count(destination, 'customer')).toBe(40);
  });

  it('keeps what it is sent although the erased customer has to go again first', async () => {
    const { sandbox, connector } = await openGenieai();
    const delivery = freshDelivery();
    delivery.outbox.offer(customerOffer('A'));
    await runCourier(delivery, connector);
    const headers = { authorization: 'Bearer sk-very-secret-0815', 'idempotency-key': 'by-hand' };
    const body = JSON.stringify({ externalIds: ['A'], mode: 'erase' });
    await fetch(`${sandbox.url}/contacts/erase`, { method: 'POST', headers, body });
    delivery.outbox.offer(saleOffer('S', 'A'));
    const onLost = () => void delivery.outbox.offer(customerOffer('A'));
    const { kinds } = await runCourier(delivery, connector, { onLost });
    expect(kinds).toMatchObject({ customer: { created: 1 }, sale: { created: 1, waiting: 0, parked: 0 } });
  });
});

describe('the allowance', () => {
  it('is kept over a restart, for the courier remembers when it asked', async () => {
    const limits = { requestsPerMinute: 20 };
    const { sandbox, another } = await openGenieai({ limits });
    const delivery = freshDelivery();
    const one = { records: 1, bytes: 10_000 };
    for (let run = 0; run < 2; run += 1) {
      for (let index = 0; index < 10; index += 1) delivery.outbox.offer(customerOffer(`C${run}-${index}`));
      const recentRequests = delivery.destinations.recentRequests(destination, systemClock() - 60_000);
      expect(recentRequests).toHaveLength(run * 10);
      const connector = another({ requestsPerMinute: 20 }, { recentRequests });
      const paced = { ...connector, capabilities: { ...connector.capabilities, batch: one } };
      const stop = new AbortController();
      setTimeout(() => stop.abort(), 3000);
      await runCourier(delivery, paced, {
        time: { ...createTestClock(start), clock: systemClock, sleep },
        signal: stop.signal,
      });
    }
    expect(sandbox.calls.filter(({ status }) => status === 429)).toEqual([]);
    expect(sandbox.state.contacts.size).toBe(19);
  });
});
