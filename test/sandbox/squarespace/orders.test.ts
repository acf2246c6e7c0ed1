import { describe, expect, test } from 'vitest';
import { at, many, minute, readPage, second, small, startClient } from './squarespace-client.ts';
import type { Item } from './squarespace-client.ts';

const orders = '/1.0/commerce/orders';
const allStates = 'NOT_CHARGED,AUTHORIZED,PAID,PARTIALLY_PAID,PENDING,FAILED,REFUND_PENDING,REFUNDED,REFUND_FAILED';

const numbersOf = (items: readonly Item[]) => items.map(({ orderNumber }) => String(orderNumber));

function between(after: number, before: number): string {
  return `modifiedAfter=${at(after)}&modifiedBefore=${at(before)}`;
}

describe('paging through orders', () => {
  test('takes 50 at a time, newest change first, and ends with nulls', async () => {
    const { pages, get } = await startClient({ content: many({ orders: 120 }) });
    const found = await pages(orders, 'result');
    expect(found.map(({ length }) => length)).toEqual([50, 50, 20]);
    expect(numbersOf(found.flat())).toEqual(Array.from({ length: 120 }, (_, n) => String(2119 - n)));
    const short = readPage(await get(`${orders}?${between(-5 * second, 0)}`), 'result');
    expect(short.next).toEqual({ hasNextPage: false, nextPageCursor: null, nextPageUrl: null });
  });

  test('can begin with the oldest', async () => {
    const { pages } = await startClient({ content: many({ orders: 60 }), habits: { firstComes: 'oldest' } });
    expect(numbersOf((await pages(orders, 'result')).flat())).toEqual(
      Array.from({ length: 60 }, (_, n) => String(2000 + n)),
    );
  });

  test('cannot be made to take other pages by a limit, with or without a cursor', async () => {
    const { get } = await startClient({ content: many({ orders: 120 }) });
    const first = readPage(await get(`${orders}?limit=3`), 'result');
    const next = readPage(await get(`${orders}?cursor=${first.next.nextPageCursor}&limit=3`), 'result');
    expect([first.items.length, next.items.length]).toEqual([50, 50]);
  });

  test('goes on at an absolute address', async () => {
    const { sandbox, get } = await startClient({ content: many({ orders: 51 }) });
    const { next } = readPage(await get(orders), 'result');
    expect(next.nextPageUrl).toBe(`${sandbox.url}${orders}?cursor=${next.nextPageCursor}`);
    expect(next.nextPageCursor).toMatch(/^[\w-]+$/);
  });

  test.each(['modifiedAfter=x', 'fulfillmentStatus=PENDING', 'customerId=1', 'paymentStates=PAID'])(
    'refuses a cursor beside %s',
    async (parameter) => {
      const { get } = await startClient({ content: many({ orders: 51 }) });
      const { next } = readPage(await get(orders), 'result');
      const reply = await get(`${orders}?cursor=${next.nextPageCursor}&${parameter}`);
      expect([reply.status, reply.error()]).toMatchObject([
        400,
        {
          type: 'INVALID_REQUEST_ERROR',
          subtype: 'INVALID_ARGUMENT',
          message: 'Cursor cannot be set while other parameters are present.',
        },
      ]);
    },
  );

  test("refuses what is no cursor, and another list's", async () => {
    const { get } = await startClient({ content: many({ products: 51 }) });
    expect((await get(`${orders}?cursor=nonsense`)).error().subtype).toBe('INVALID_ARGUMENT');
    const { next } = readPage(await get('/v2/commerce/products'), 'products');
    expect((await get(`${orders}?cursor=${next.nextPageCursor}`)).status).toBe(400);
  });

  test('is no snapshot: what changes in between is out of the pages that follow, and nothing else is', async () => {
    const { get, sandbox, clock } = await startClient({ content: many({ orders: 120 }) });
    const first = readPage(await get(orders), 'result');
    clock.now += second;
    sandbox.staff.addNote('2000', 'Engraving: A.M.');
    sandbox.staff.fulfil('2119');
    sandbox.shoppers.donate({ email: null, amount: '5.00' });
    const middle = readPage(await get(`${orders}?cursor=${first.next.nextPageCursor}`), 'result');
    const third = readPage(await get(`${orders}?cursor=${middle.next.nextPageCursor}`), 'result');
    const rest = numbersOf([...middle.items, ...third.items]);
    expect(rest).toEqual(Array.from({ length: 69 }, (_, n) => String(2069 - n)));
    expect(third.next.hasNextPage).toBe(false);
  });

  test('can be so crude that what moves shifts what follows', async () => {
    const { get, sandbox, clock } = await startClient({
      content: many({ orders: 120 }),
      habits: { cursorHolds: 'offset' },
    });
    const first = readPage(await get(orders), 'result');
    clock.now += second;
    sandbox.staff.fulfil('2119');
    const next = readPage(await get(`${orders}?cursor=${first.next.nextPageCursor}`), 'result');
    expect(numbersOf(next.items)[0]).toBe('2068');
  });
});

describe('a window of changes', () => {
  test.each(['modifiedAfter', 'modifiedBefore'])('needs more than %s', async (name) => {
    const { get } = await startClient();
    const reply = await get(`${orders}?${name}=${at(0)}`);
    expect([reply.status, reply.error()]).toMatchObject([
      400,
      { subtype: 'MISSING_ARGUMENT', message: "'modifiedBefore' and 'modifiedAfter' must both be specified." },
    ]);
  });

  test.each([
    ['the same', 0],
    ['the wrong way round', -1],
  ])('whose ends are %s is refused', async (_name, before) => {
    const { get } = await startClient();
    expect((await get(`${orders}?${between(0, before)}`)).status).toBe(400);
  });

  test('of no dates is refused', async () => {
    const { get } = await startClient();
    expect((await get(`${orders}?modifiedAfter=yesterday&modifiedBefore=today`)).status).toBe(400);
  });

  test.each([
    ['inclusive', ['2003', '2002', '2001']],
    ['exclusive', ['2002']],
  ] as const)('has %s bounds', async (bounds, found) => {
    const { get } = await startClient({ content: many({ orders: 5 }), habits: { bounds } });
    const { items } = readPage(await get(`${orders}?${between(-4 * second, -2 * second)}`), 'result');
    expect(numbersOf(items)).toEqual(found);
  });

  test.each(['newest', 'oldest'] as const)('never reaches beyond the first request, %s first', async (firstComes) => {
    const { get, pages, sandbox, clock } = await startClient({ content: many({ orders: 60 }), habits: { firstComes } });
    const first = readPage(await get(`${orders}?${between(-minute * 10, minute)}`), 'result');
    clock.now += second;
    const edited = firstComes === 'newest' ? '2001' : '2058';
    sandbox.staff.pay(edited);
    const next = readPage(await get(`${orders}?cursor=${first.next.nextPageCursor}`), 'result');
    expect(numbersOf(next.items)).toHaveLength(9);
    expect(numbersOf(next.items)).not.toContain(edited);
    const again = await pages(`${orders}?${between(-minute * 10, minute)}`, 'result');
    expect(numbersOf(again.flat()).at(firstComes === 'newest' ? 0 : -1)).toBe(edited);
  });
});

describe('filters of orders', () => {
  const states = allStates.split(',');
  const content = {
    ...small,
    orders: [...states, 'SETTLED_ELSEWHERE'].map((paymentState, n) => ({
      orderNumber: String(1001 + n),
      email: n % 2 === 0 ? 'anna.marsh@example.com' : null,
      createdOn: at(-n * minute),
      lines: [{ sku: 'RG-1001', quantity: 1 }],
      paymentState,
      ...(n === 3 && { fulfillmentStatus: 'CANCELED' as const }),
    })),
  };
  const statesIn = (items: readonly Item[]) => items.map(({ paymentState }) => paymentState);

  test('hide five of the payment states where none are asked for', async () => {
    const { get } = await startClient({ content });
    expect(statesIn(readPage(await get(orders), 'result').items)).toEqual([
      'NOT_CHARGED',
      'AUTHORIZED',
      'PAID',
      'REFUNDED',
    ]);
  });

  test('show the payment states that are asked for, and one nobody has heard of to whoever asks for all', async () => {
    const { get } = await startClient({ content });
    expect(statesIn(readPage(await get(`${orders}?paymentStates=FAILED,PENDING`), 'result').items)).toEqual([
      'PENDING',
      'FAILED',
    ]);
    const all = statesIn(readPage(await get(`${orders}?paymentStates=${allStates}`), 'result').items);
    expect(all).toEqual([...states, 'SETTLED_ELSEWHERE']);
    expect((await get(`${orders}?paymentStates=LOST`)).status).toBe(400);
  });

  test('go by fulfilment status and by customer, and stay for every page', async () => {
    const { get, sandbox } = await startClient({ content });
    const canceled = await get(`${orders}?fulfillmentStatus=CANCELED&paymentStates=${allStates}`);
    expect(numbersOf(readPage(canceled, 'result').items)).toEqual(['1004']);
    const anna = sandbox.state.contact('anna.marsh@example.com');
    const hers = await get(`${orders}?customerId=${anna?.customerId}&paymentStates=${allStates}`);
    expect(numbersOf(readPage(hers, 'result').items)).toEqual(['1001', '1003', '1005', '1007', '1009']);
    expect((await get(`${orders}?fulfillmentStatus=LOST`)).status).toBe(400);
  });

  test('stay in the cursor', async () => {
    const { pages } = await startClient({ content: many({ orders: 140 }) });
    const found = await pages(`${orders}?${between(-60 * second, 0)}`, 'result');
    expect(found.map(({ length }) => length)).toEqual([50, 10]);
  });
});

describe('an order', () => {
  test('has its sums at the top, money as text, and its number as text', async () => {
    const { get, sandbox } = await startClient();
    const id = sandbox.state.order('1001')?.id;
    const money = (value: string) => ({ currency: 'GBP', value });
    expect((await get(`${orders}/${id}`)).json()).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f]{24}$/) as string,
      orderNumber: '1001',
      createdOn: '2026-07-01T09:00:00.000Z',
      channel: 'web',
      channelName: 'Squarespace',
      testmode: false,
      customerEmail: 'anna.marsh@example.com',
      customerId: sandbox.state.contact('anna.marsh@example.com')?.id,
      billingAddress: { address1: '1 Angel Hill', address2: null, state: null, phone: '07700 900001' },
      fulfillmentStatus: 'PENDING',
      paymentState: 'PAID',
      lineItems: [{ sku: 'RG-1001', quantity: 1, unitPricePaid: money('249.00'), lineItemType: 'PHYSICAL_PRODUCT' }],
      discountLines: [{ promoCode: 'SUMMER10', amount: money('24.90') }],
      shippingLines: [{ method: 'Royal Mail', amount: money('4.50') }],
      subtotal: money('249.00'),
      discountTotal: money('24.90'),
      shippingTotal: money('4.50'),
      refundedTotal: money('0.00'),
      grandTotal: money('228.60'),
      fulfilledOn: null,
      priceTaxInterpretation: 'INCLUSIVE',
    });
  });

  test('tells money in the places of its currency', async () => {
    const content = { ...many({ orders: 1 }), currency: 'JPY' };
    const yen = {
      ...content,
      orders: content.orders.map((order) => ({ ...order, lines: [{ sku: 'x', quantity: 2, unitPrice: '123' }] })),
    };
    const { get } = await startClient({ content: yen });
    expect(readPage(await get(orders), 'result').items[0]).toMatchObject({
      grandTotal: { currency: 'JPY', value: '246' },
    });
  });

  test.each([
    ['malformed', 'xyz', 400],
    ['unknown', '0123456789abcdef01234567', 404],
  ])('of a %s id is refused', async (_name, id, status) => {
    const { get } = await startClient();
    expect((await get(`${orders}/${id}`)).status).toBe(status);
  });

  test('keeps what it knew of articles that are gone, and knows no article number of downloads', async () => {
    const content = {
      ...small,
      orders: [
        {
          orderNumber: '1001',
          email: null,
          createdOn: at(0),
          lines: [
            { sku: 'GONE', quantity: 1, unitPrice: '9.00' },
            { sku: 'DG-1', quantity: 1 },
          ],
        },
      ],
    };
    const { get } = await startClient({ content });
    const [order] = readPage(await get(orders), 'result').items;
    expect(order).toMatchObject({
      customerEmail: null,
      customerId: null,
      billingAddress: null,
      lineItems: [
        { sku: 'GONE', productName: 'Article no longer sold' },
        { sku: null, variantId: null, lineItemType: 'DIGITAL' },
      ],
      grandTotal: { value: '14.00' },
    });
  });
});
