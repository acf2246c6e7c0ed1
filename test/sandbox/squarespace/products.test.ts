import { describe, expect, test } from 'vitest';
import { at, many, minute, readPage, startClient } from './squarespace-client.ts';
import type { Client, Item } from './squarespace-client.ts';

const products = '/v2/commerce/products';
const gbp = (value: string) => ({ currency: 'GBP', value });

function pathOf({ sandbox }: Client, sku: string): { product: string; variant: string } {
  const owned = sandbox.state.variant(sku);
  const product = `${products}/${owned?.product.id}`;
  return { product, variant: `${product}/variants/${owned?.variant.id}` };
}

const variantsOf = (product: Item | undefined) => (product?.['variants'] ?? []) as readonly Item[];

function draft({ sandbox }: Client, over: Item = {}): Item {
  const [product] = sandbox.state.catalogue.products.all();
  const variants = [{ sku: 'NEW-1', pricing: { basePrice: gbp('10.00') }, stock: { quantity: 4, unlimited: false } }];
  return { type: 'PHYSICAL', storePageId: product?.storePageId, name: 'New ring', variants, ...over };
}

describe('reading products', () => {
  test('has 50 to a page, by change, of all types unless one is asked for', async () => {
    const { pages, get } = await startClient({ content: many({ products: 120 }) });
    const found = await pages(products, 'products');
    expect(found.map(({ length }) => length)).toEqual([50, 50, 20]);
    expect(found.flat().map(({ name }) => name)).toEqual(Array.from({ length: 120 }, (_, n) => `Ring ${n}`));
    expect(readPage(await get(`${products}?type=SERVICE`), 'products').items).toEqual([]);
    expect((await get(`${products}?type=OTHER`)).status).toBe(400);
  });

  test('takes a window of changes, both ends or none, and a cursor alone', async () => {
    const { get } = await startClient({ content: many({ products: 60 }) });
    const window = `modifiedAfter=${at(-2 * minute)}&modifiedBefore=${at(0)}`;
    expect(readPage(await get(`${products}?${window}`), 'products').items).toHaveLength(3);
    expect((await get(`${products}?modifiedAfter=${at(0)}`)).error().subtype).toBe('MISSING_ARGUMENT');
    const { next } = readPage(await get(`${products}?limit=3`), 'products');
    expect((await get(`${products}?cursor=${next.nextPageCursor}&limit=3`)).status).toBe(400);
    expect((await get(`${products}?cursor=${next.nextPageCursor}`)).status).toBe(200);
  });

  test('finds words, article numbers among them', async () => {
    const { get } = await startClient();
    const { items } = readPage(await get(`${products}?query=ch-4`), 'products');
    expect(items.map(({ name }) => name)).toEqual(['Silver chain']);
  });

  test('tells each type in its own shape', async () => {
    const { get } = await startClient();
    const { items } = readPage(await get(products), 'products');
    const byType = new Map(items.map((item) => [item['name'], item]));
    const ring = byType.get('Signet ring');
    expect(ring).toMatchObject({
      type: 'PHYSICAL',
      urlSlug: 'p/signet-ring',
      url: 'https://shop.example.com/p/signet-ring',
      seoOptions: null,
      variantAttributes: [],
      variants: [
        {
          sku: 'RG-1001',
          gtin: '4006381333931',
          mpn: null,
          pricing: { basePrice: gbp('249.00'), salePrice: gbp('0.00'), onSale: false },
          stock: { quantity: 3, unlimited: false },
          shippingMeasurements: { weight: { unit: 'KILOGRAM', value: 0 } },
          image: null,
        },
      ],
    });
    const [service] = variantsOf(byType.get('Ring sizing'));
    expect(Object.keys(service ?? {}).toSorted()).toEqual(['attributes', 'id', 'image', 'pricing', 'sku', 'stock']);
    const [card] = variantsOf(byType.get('Gift card'));
    expect(card).toEqual({ id: card?.['id'], sku: 'GC-50', pricing: { basePrice: gbp('50.00') }, attributes: {} });
    const download = byType.get('Care guide');
    expect(download).toMatchObject({ type: 'DIGITAL', pricing: {}, digitalGood: {} });
    expect(download).not.toHaveProperty('variants');
    expect(byType.get('Silver chain')).toMatchObject({
      variantAttributes: ['Length'],
      variants: [{}, { pricing: { salePrice: gbp('34.90'), onSale: true } }],
    });
  });

  test('by ids answers at most 50, all of them or none', async () => {
    const { get, sandbox } = await startClient({ content: many({ products: 51 }) });
    const ids = sandbox.state.catalogue.products.all().map(({ id }) => id);
    expect((await get(`${products}/${ids.slice(1).join(',')}`)).status).toBe(200);
    expect((await get(`${products}/${ids.join(',')}`)).status).toBe(400);
    expect((await get(`${products}/${ids[0]},0123456789abcdef01234567`)).status).toBe(404);
  });

  test('goes with pages that products stand on', async () => {
    const client = await startClient();
    const { items } = readPage(await client.get('/1.0/commerce/store_pages'), 'storePages');
    expect(items).toEqual([{ id: draft(client)['storePageId'], title: 'Shop', isEnabled: true }]);
  });
});

describe('a new product', () => {
  test('is there with its stock', async () => {
    const client = await startClient();
    const reply = await client.send(products, draft(client));
    expect([reply.status, reply.json()]).toMatchObject([
      201,
      { name: 'New ring', urlSlug: 'p/new-ring', variants: [{ sku: 'NEW-1', stock: { quantity: 4 } }] },
    ]);
    expect(client.sandbox.state.stock('NEW-1')).toBe(4);
  });

  test('may have an article number of another product, but none twice', async () => {
    const client = await startClient();
    const twin = { sku: ' CH-45 ', pricing: { basePrice: gbp('1.00') } };
    expect((await client.send(products, draft(client, { variants: [twin] }))).status).toBe(201);
    expect(client.sandbox.state.catalogue.bySku('CH-45')).toHaveLength(2);
    const variants = [
      { ...twin, attributes: { Size: 'S' } },
      { ...twin, attributes: { Size: 'L' } },
    ];
    const reply = await client.send(products, draft(client, { variants }));
    expect([reply.status, reply.error().subtype]).toEqual([409, 'SKU_UNAVAILABLE']);
  });

  test.each<[string, Item, number, string | null]>([
    ['is a download', { type: 'DIGITAL' }, 405, 'OPERATION_NOT_ALLOWED_FOR_PRODUCT_TYPE'],
    ['stands on no page', { storePageId: 'x' }, 400, 'STORE_PAGE_NOT_FOUND'],
    ['has no variant', { variants: [] }, 400, 'INVALID_ARGUMENT'],
    ['says nothing of variants', { variants: undefined }, 400, 'MISSING_ARGUMENT'],
    ['has the address of another', { urlSlug: 'p/signet-ring' }, 409, 'URL_SLUG_UNAVAILABLE'],
    ['has too long a name', { name: 'x'.repeat(201) }, 400, 'INVALID_ARGUMENT'],
    [
      'is priced in another currency',
      { variants: [{ sku: 'N', pricing: { basePrice: { currency: 'EUR', value: '1.00' } } }] },
      400,
      'CURRENCY_MISMATCH',
    ],
    [
      'costs more than a million',
      { variants: [{ sku: 'N', pricing: { basePrice: gbp('1000000.01') } }] },
      400,
      'INVALID_ARGUMENT',
    ],
    [
      'is weighed in pounds',
      {
        variants: [
          {
            sku: 'N',
            pricing: { basePrice: gbp('1.00') },
            shippingMeasurements: { weight: { unit: 'POUND', value: 1 } },
          },
        ],
      },
      400,
      'MEASUREMENT_STANDARD_MISMATCH',
    ],
    [
      'has variants that nothing tells apart',
      {
        variants: [
          { sku: 'N1', pricing: { basePrice: gbp('1.00') } },
          { sku: 'N2', pricing: { basePrice: gbp('1.00') } },
        ],
      },
      400,
      'INVALID_ARGUMENT',
    ],
    [
      'has a barcode of nine digits',
      { variants: [{ sku: 'N', pricing: { basePrice: gbp('1.00') }, gtin: '123456789' }] },
      400,
      'INVALID_ARGUMENT',
    ],
  ])('that %s is refused', async (_name, over, status, subtype) => {
    const client = await startClient();
    const reply = await client.send(products, draft(client, over));
    expect([reply.status, reply.error().subtype]).toEqual([status, subtype]);
  });
});

describe('a change of a product', () => {
  test('leaves what it does not say, and is seen in modifiedOn', async () => {
    const client = await startClient();
    client.clock.now += minute;
    const reply = await client.send(pathOf(client, 'CH-45').product, { isVisible: false, tags: ['silver'] });
    expect(reply.json()).toMatchObject({
      name: 'Silver chain',
      isVisible: false,
      tags: ['silver'],
      modifiedOn: new Date(client.clock.now).toISOString(),
    });
  });

  test('to an address that is in use is a conflict', async () => {
    const client = await startClient();
    const { product } = pathOf(client, 'CH-45');
    expect((await client.send(product, { urlSlug: 'p/signet-ring' })).error().subtype).toBe('URL_SLUG_UNAVAILABLE');
    expect((await client.send(product, { urlSlug: 'p/silver-chain' })).status).toBe(200);
  });

  test('that takes away what tells the variants apart is a conflict', async () => {
    const client = await startClient();
    const reply = await client.send(pathOf(client, 'CH-45').product, { variantAttributes: [] });
    expect([reply.status, reply.error().subtype]).toEqual([409, 'PRODUCT_UPDATE_CONFLICT']);
    await client.send(pathOf(client, 'CH-50').variant, undefined, { method: 'DELETE' });
    const again = await client.send(pathOf(client, 'CH-45').product, { variantAttributes: [] });
    expect(again.json()).toMatchObject({ variantAttributes: [], variants: [{ sku: 'CH-45' }] });
    expect(variantsOf(again.json() as Item).map(({ attributes }) => attributes)).toEqual([{}]);
  });

  test('deletes it for good: its variants and their stock are gone as well', async () => {
    const client = await startClient();
    const { product } = pathOf(client, 'CH-45');
    expect((await client.send(product, undefined, { method: 'DELETE' })).status).toBe(204);
    expect((await client.send(product, undefined, { method: 'DELETE' })).status).toBe(404);
    expect((await client.get(product)).status).toBe(404);
    expect(client.sandbox.state.stock('CH-45')).toBeUndefined();
  });

  test('cannot delete a download', async () => {
    const client = await startClient();
    const download = client.sandbox.state.catalogue.products.all().find(({ type }) => type === 'DIGITAL');
    const reply = await client.send(`${products}/${download?.id}`, undefined, { method: 'DELETE' });
    expect([reply.status, reply.error().type]).toEqual([405, 'METHOD_NOT_ALLOWED']);
  });
});

describe('a change of a variant', () => {
  test('sets the price, and leaves the sale price alone', async () => {
    const client = await startClient();
    const reply = await client.send(pathOf(client, 'CH-50').variant, { pricing: { basePrice: gbp('49.90') } });
    expect([reply.status, reply.json()]).toMatchObject([
      200,
      { pricing: { basePrice: gbp('49.90'), salePrice: gbp('34.90'), onSale: true } },
    ]);
  });

  test.each([
    ['ignored', 200],
    ['refused', 400],
  ] as const)('never changes its stock: that is %s', async (stockInVariantUpdate, status) => {
    const client = await startClient({ habits: { stockInVariantUpdate } });
    const reply = await client.send(pathOf(client, 'CH-45').variant, { stock: { quantity: 99, unlimited: false } });
    expect(reply.status).toBe(status);
    expect(client.sandbox.state.stock('CH-45')).toBe(5);
  });

  test('cannot take the article number from it, nor one of its sisters', async () => {
    const client = await startClient();
    const { variant } = pathOf(client, 'CH-45');
    expect((await client.send(variant, { sku: null })).status).toBe(400);
    expect((await client.send(variant, { sku: ' ' })).status).toBe(400);
    expect((await client.send(variant, { sku: 'CH-50' })).error().subtype).toBe('SKU_UNAVAILABLE');
    expect((await client.send(variant, { sku: 'RG-1001' })).status).toBe(200);
  });

  test('adds one, and takes one away, but never the last', async () => {
    const client = await startClient();
    const { product, variant } = pathOf(client, 'CH-45');
    const third = { sku: 'CH-60', pricing: { basePrice: gbp('59.90') }, attributes: { Length: '60 cm' } };
    expect((await client.send(`${product}/variants`, third)).status).toBe(201);
    expect((await client.send(`${product}/variants`, { ...third, sku: 'CH-61' })).status).toBe(400);
    expect(client.sandbox.state.stock('CH-60')).toBe(0);
    expect((await client.send(variant, undefined, { method: 'DELETE' })).status).toBe(204);
    expect((await client.send(variant, undefined, { method: 'DELETE' })).error().subtype).toBe(
      'PRODUCT_VARIANT_NOT_FOUND',
    );
    const last = await client.send(pathOf(client, 'RG-1001').variant, undefined, { method: 'DELETE' });
    expect([last.status, last.error().subtype]).toEqual([409, 'INSUFFICIENT_PRODUCT_VARIANTS']);
  });
});
