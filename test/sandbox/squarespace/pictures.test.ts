import { describe, expect, test } from 'vitest';
import { startClient } from './squarespace-client.ts';
import type { Client, Item } from './squarespace-client.ts';

function pathOf({ sandbox }: Client, sku: string): { product: string; variant: string } {
  const owned = sandbox.state.variant(sku);
  const product = `/v2/commerce/products/${owned?.product.id}`;
  return { product, variant: `${product}/variants/${owned?.variant.id}` };
}

describe('a picture', () => {
  test('is worked on after its upload, and then shown where it was put', async () => {
    const client = await startClient();
    const { product, variant } = pathOf(client, 'CH-45');
    const upload = () => client.send(`${product}/images`, 'x', { type: 'multipart/form-data; boundary=x' });
    const reply = await upload();
    const { imageId } = reply.json() as { imageId: string };
    const statuses = [];
    for (let step = 0; step < 3; step += 1) {
      statuses.push(((await client.get(`${product}/images/${imageId}/status`)).json() as Item)['status']);
      client.clock.now += 2000;
    }
    expect([reply.status, statuses]).toEqual([202, ['QUEUED', 'PROCESSING', 'READY']]);

    await client.send(`${product}/images/${imageId}`, { altText: 'A chain' });
    await client.send(`${variant}/image`, { imageId });
    const other = ((await upload()).json() as { imageId: string }).imageId;
    expect((await client.send(`${product}/images/${imageId}/order`, { afterImageId: other })).status).toBe(204);
    const read = async () => ((await client.get(product)).json() as { products: Item[] }).products[0];
    expect(await read()).toMatchObject({
      images: [
        { id: other, orderIndex: 0 },
        { id: imageId, altText: 'A chain', orderIndex: 1 },
      ],
      variants: [{ image: { id: imageId } }, { image: null }],
    });
    expect((await client.send(`${product}/images/${imageId}`, undefined, { method: 'DELETE' })).status).toBe(204);
    expect(await read()).toMatchObject({ images: [{ id: other }], variants: [{ image: null }, { image: null }] });
    expect((await client.send(`${variant}/image`, { imageId })).error().subtype).toBe('PRODUCT_IMAGE_NOT_FOUND');
  });

  test('can turn out to be none', async () => {
    const client = await startClient({ habits: { pictureTakes: 0 } });
    const { product } = pathOf(client, 'CH-45');
    const reply = await client.send(`${product}/images?broken=true`, 'x', { type: 'multipart/form-data; boundary=x' });
    const { imageId } = reply.json() as { imageId: string };
    expect((await client.get(`${product}/images/${imageId}/status`)).json()).toEqual({ status: 'ERROR' });
  });
});
