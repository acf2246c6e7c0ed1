import { describe, expect, it } from 'vitest';
import type { Outcome, Parcel } from '../../src/connectors/contract.ts';
import type { Customer } from '../../src/model/customer.ts';
import type { FarSide } from './far-side.ts';
import { createFarSide } from './far-side.ts';
import { runCourier } from './run-courier.ts';
import { archiveOffer, customerOffer, freshDelivery } from './workshop.ts';

/** GenieAI's rule: an e-mail belongs to one contact, and those put away lay no claim. */
function uniqueEmail({ kind, key, record }: Parcel, { records, archived }: FarSide): Outcome | undefined {
  const email = record && 'email' in record ? record.email : null;
  if (kind !== 'customer' || !email) return undefined;
  for (const [name, other] of records) {
    const isOther = name !== `customer ${key}` && !archived.has(name);
    if (isOther && 'email' in other && other.email === email) {
      return { kind: 'refused', faults: [{ field: 'email', code: 'duplicate_email' }] };
    }
  }
  return undefined;
}

async function shopWith(emails: Readonly<Record<string, string>>) {
  const delivery = freshDelivery();
  const farSide = createFarSide({ judge: uniqueEmail });
  for (const [key, email] of Object.entries(emails)) delivery.outbox.offer(customerOffer(key, { email }));
  await runCourier(delivery, farSide.connector);
  farSide.batches.length = 0;
  const emailsThere = () => [...farSide.records.values()].map((record) => (record as Customer).email);
  return { ...delivery, delivery, farSide, emailsThere };
}

describe('an e-mail that moves from one customer to another', () => {
  it('goes to the new one after the old one has given it up, whichever was offered first', async () => {
    const { delivery, outbox, farSide, emailsThere } = await shopWith({ A: 'a@example.com', B: 'b@example.com' });
    outbox.offer(customerOffer('A', { email: 'b@example.com' }));
    outbox.offer(customerOffer('B', { email: null }));
    const { kinds } = await runCourier(delivery, farSide.connector);
    expect(kinds.customer).toMatchObject({ updated: 2, refused: 0, waiting: 0 });
    expect(emailsThere()).toEqual(['b@example.com', null]);
  });

  it('goes after the old one has been put away', async () => {
    const { delivery, outbox, farSide } = await shopWith({ A: 'a@example.com', B: 'b@example.com' });
    outbox.offer(customerOffer('A', { email: 'b@example.com' }));
    outbox.offer(archiveOffer('B'));
    const { kinds } = await runCourier(delivery, farSide.connector);
    expect(kinds.customer).toMatchObject({ updated: 1, archived: 1, refused: 0, waiting: 0 });
  });

  it('goes down a chain of any length', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `C${index}`);
    const { delivery, outbox, farSide, emailsThere } = await shopWith(
      Object.fromEntries(names.map((name) => [name, `${name}@example.com`])),
    );
    names.forEach((name, index) => outbox.offer(customerOffer(name, { email: `C${index + 1}@example.com` })));
    const { kinds } = await runCourier(delivery, farSide.connector);
    expect(kinds.customer).toMatchObject({ updated: 30, refused: 0, waiting: 0 });
    expect(emailsThere()).toEqual(names.map((_, index) => `C${index + 1}@example.com`));
  });

  it.each([2, 3, 11])('goes round a ring of %i, one of which is sent without it first', async (length) => {
    const names = Array.from({ length }, (_, index) => `C${index}`);
    const { delivery, outbox, farSide, emailsThere } = await shopWith(
      Object.fromEntries(names.map((name) => [name, `${name}@example.com`])),
    );
    const wanted = names.map((_, index) => `C${(index + 1) % length}@example.com`);
    names.forEach((name, index) => outbox.offer(customerOffer(name, { email: wanted[index] ?? '' })));
    const { kinds } = await runCourier(delivery, farSide.connector);
    expect(kinds.customer).toMatchObject({ updated: length, refused: 0, waiting: 0, parked: 0 });
    expect(emailsThere()).toEqual(wanted);
    const empty = farSide.batches
      .flatMap(({ parcels }) => parcels)
      .filter(({ record }) => (record as Customer).email === null);
    expect(empty).toHaveLength(1);
  });

  it('tries the other one first where one cannot do without', async () => {
    const { delivery, outbox, farSide, emailsThere } = await shopWith({ A: 'a@example.com', B: 'b@example.com' });
    const connector = {
      ...farSide.connector,
      async deliver(batch: Parameters<typeof farSide.connector.deliver>[0], signal: AbortSignal) {
        const needed = batch.parcels.find(({ key, record }) => key === 'A' && (record as Customer).email === null);
        const rest = batch.parcels.filter((parcel) => parcel !== needed);
        const outcomes = new Map(await farSide.connector.deliver({ ...batch, parcels: rest }, signal));
        if (needed)
          outcomes.set(needed.ref, { kind: 'refused', faults: [{ field: '', code: 'contact_point_required' }] });
        return outcomes;
      },
    };
    outbox.offer(customerOffer('A', { email: 'b@example.com' }));
    outbox.offer(customerOffer('B', { email: 'a@example.com' }));
    const { kinds } = await runCourier(delivery, connector);
    expect(kinds.customer).toMatchObject({ updated: 2, refused: 0, waiting: 0, parked: 0 });
    expect(emailsThere()).toEqual(['b@example.com', 'a@example.com']);
  });

  it('becomes a problem where neither can do without', async () => {
    const { delivery, outbox, farSide } = await shopWith({ A: 'a@example.com', B: 'b@example.com' });
    const refusal: Outcome = { kind: 'refused', faults: [{ field: '', code: 'contact_point_required' }] };
    const stubborn = createFarSide({
      judge: (parcel) => ((parcel.record as Customer).email === null ? refusal : uniqueEmail(parcel, farSide)),
    });
    outbox.offer(customerOffer('A', { email: 'b@example.com' }));
    outbox.offer(customerOffer('B', { email: 'a@example.com' }));
    const { kinds } = await runCourier(delivery, stubborn.connector);
    expect(kinds.customer).toMatchObject({ waiting: 0, parked: 2 });
    expect(outbox.list({}).map(({ faults }) => faults?.[0]?.code)).toEqual(['duplicate_email', 'duplicate_email']);
  });

  it('waits visibly while the old one is parked', async () => {
    const { delivery, outbox, farSide } = await shopWith({ A: 'a@example.com', B: 'b@example.com' });
    const refusal: Outcome = { kind: 'refused', faults: [{ field: 'lastName', code: 'required' }] };
    const strict = createFarSide({ judge: ({ key }) => (key === 'B' ? refusal : undefined) });
    outbox.offer(customerOffer('B', { email: null, lastName: null }));
    outbox.offer(customerOffer('A', { email: 'b@example.com' }));
    await runCourier(delivery, strict.connector);
    expect(outbox.list({ state: 'waiting' })).toMatchObject([
      { key: 'A', reason: 'held: customer B still has its email there' },
    ]);
    outbox.offer(customerOffer('B', { email: null }));
    expect((await runCourier(delivery, farSide.connector)).kinds.customer).toMatchObject({
      updated: 2,
      waiting: 0,
      parked: 0,
    });
  });
});
