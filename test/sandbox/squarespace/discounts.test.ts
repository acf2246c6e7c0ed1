import { describe, expect, test } from 'vitest';
import { at, day, startClient } from './squarespace-client.ts';
import type { Item } from './squarespace-client.ts';

const discounts = '/v1/commerce/discounts';

const summer = (over: Item = {}): Item => ({
  name: 'Summer',
  criteria: { type: 'ANY_ORDER' },
  template: { type: 'PERCENTAGE', percentage: 10 },
  trigger: { type: 'CODE', promoCode: 'SUMMER10' },
  ...over,
});

const auto = (name: string) => summer({ name, trigger: { type: 'AUTO' } });

describe('discounts', () => {
  test('are made, replaced and deleted', async () => {
    const { send, get } = await startClient();
    const made = await send(discounts, summer());
    const { id } = made.json() as { id: string };
    expect([made.status, made.json()]).toMatchObject([
      201,
      { name: 'Summer', status: 'ACTIVE', trigger: { type: 'CODE', promoCode: 'SUMMER10' }, isLimitedUses: false },
    ]);
    const replaced = await send(`${discounts}/${id}`, auto('Always'), { method: 'PUT' });
    expect(replaced.json()).toMatchObject({ id, name: 'Always', trigger: { type: 'AUTO' } });
    expect((await send(`${discounts}/${id}`, undefined, { method: 'DELETE' })).status).toBe(204);
    expect((await get(`${discounts}/${id}`)).status).toBe(404);
  });

  test('have a promo code of their own', async () => {
    const { send } = await startClient();
    await send(discounts, summer());
    const reply = await send(discounts, summer({ trigger: { type: 'CODE', promoCode: 'summer10' } }));
    expect([reply.status, reply.error().subtype]).toEqual([409, 'PROMO_CODE_CONFLICT']);
    expect((await send(discounts, summer({ trigger: { type: 'CODE', promoCode: 'ten %' } }))).status).toBe(400);
  });

  test('count the orders that name their code', async () => {
    const { send } = await startClient();
    expect((await send(discounts, summer())).json()).toMatchObject({
      numberOfUses: 1,
      lastRedeemedAt: '2026-07-01T09:00:00.000Z',
    });
  });

  test('are listed by offset and limit, without a cursor', async () => {
    const { send, get } = await startClient();
    for (let n = 0; n < 5; n += 1) await send(discounts, auto(`Number ${n}`));
    const page = (await get(`${discounts}?offset=2&limit=2`)).json() as Item;
    expect(page).toMatchObject({
      discounts: [{ name: 'Number 2' }, { name: 'Number 3' }],
      hasNextPage: true,
      hasPreviousPage: true,
    });
    expect(page).not.toHaveProperty('pagination');
    expect((await get(`${discounts}?limit=1001`)).status).toBe(400);
  });

  test('stand before, within or after their time', async () => {
    const { send, get } = await startClient();
    await send(discounts, { ...auto('Over'), validTo: at(-day) });
    await send(discounts, { ...auto('To come'), validFrom: at(day) });
    const named = async (status: string) =>
      ((await get(`${discounts}?status=${status}`)).json() as { discounts: Item[] }).discounts.map(({ name }) => name);
    expect([await named('EXPIRED'), await named('SCHEDULED'), await named('ACTIVE')]).toEqual([
      ['Over'],
      ['To come'],
      [],
    ]);
  });
});
