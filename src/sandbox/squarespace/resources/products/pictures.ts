import { z } from 'zod';
import { shaped } from '../../conventions/body.ts';
import type { Work } from '../../conventions/calls.ts';
import type { Exchange } from '../../conventions/exchange.ts';
import { conflict, invalid, notFound } from '../../conventions/refusal.ts';
import type { Picture, Product } from '../../store/product.ts';
import type { Store } from '../../store/store.ts';
import type { ResourceParts } from '../context.ts';
import { pictureDocument } from './product-document.ts';
import { productIn } from './product-in-path.ts';
import { variantOf } from './variant-rules.ts';

const mostPictures = 100;

function pictureIn(exchange: Exchange, product: Product, id = exchange.req.param('iid') ?? ''): Picture {
  const found = product.pictures.find((each) => each.id === id);
  if (!found) throw notFound('The product has no image with this id.', 'PRODUCT_IMAGE_NOT_FOUND');
  return found;
}

function putPictures({ catalogue, now }: Store, product: Product, pictures: readonly Picture[]): void {
  catalogue.put({ ...product, pictures, modifiedOn: now() });
}

/** `POST …/images`: the picture is there when it has been worked on, or never. */
export function uploadPicture({ store }: ResourceParts): Work {
  return (exchange) => {
    const product = productIn(exchange, store);
    const type = exchange.req.header('Content-Type') ?? '';
    if (!type.startsWith('multipart/form-data')) throw invalid('The body must be multipart.', 'INVALID_CONTENT_TYPE');
    if (product.pictures.length >= mostPictures) throw conflict('IMAGE_LIMIT_REACHED', 'The product has 100 images.');
    const isBroken = exchange.req.query('broken') === 'true';
    const picture = { id: store.ids.uuid(), altText: '', uploadedOn: store.now(), isBroken };
    putPictures(store, product, [...product.pictures, picture]);
    return { status: 202, body: { imageId: picture.id } };
  };
}

/** `GET …/images/{iid}/status`. */
export function tellPictureStatus({ store }: ResourceParts): Work {
  return (exchange) => {
    const { uploadedOn, isBroken } = pictureIn(exchange, productIn(exchange, store));
    const { pictureTakes } = store.habits;
    const age = store.now() - uploadedOn;
    const done = isBroken ? 'ERROR' : 'READY';
    return {
      status: 200,
      body: { status: age < pictureTakes ? 'QUEUED' : age < 2 * pictureTakes ? 'PROCESSING' : done },
    };
  };
}

/** `POST …/images/{iid}`. */
export function updatePicture({ store }: ResourceParts): Work {
  return (exchange, body) => {
    const product = productIn(exchange, store);
    const picture = { ...pictureIn(exchange, product), ...shaped(z.object({ altText: z.string() }), body) };
    const place = product.pictures.findIndex(({ id }) => id === picture.id);
    putPictures(store, product, product.pictures.with(place, picture));
    return { status: 200, body: pictureDocument(picture, place) };
  };
}

/** `POST …/images/{iid}/order`: behind another, or first. */
export function movePicture({ store }: ResourceParts): Work {
  return (exchange, body) => {
    const product = productIn(exchange, store);
    const picture = pictureIn(exchange, product);
    const { afterImageId } = shaped(z.object({ afterImageId: z.string().nullable() }), body);
    const others = product.pictures.filter(({ id }) => id !== picture.id);
    const before = afterImageId === null ? undefined : pictureIn(exchange, product, afterImageId);
    const place = before ? others.findIndex(({ id }) => id === before.id) + 1 : 0;
    putPictures(store, product, others.toSpliced(place, 0, picture));
    return { status: 204 };
  };
}

/** `DELETE …/images/{iid}`. */
export function deletePicture({ store }: ResourceParts): Work {
  return (exchange) => {
    const product = productIn(exchange, store);
    const { id } = pictureIn(exchange, product);
    const variants = product.variants.map((each) => (each.imageId === id ? { ...each, imageId: null } : each));
    putPictures(
      store,
      { ...product, variants },
      product.pictures.filter((each) => each.id !== id),
    );
    return { status: 204 };
  };
}

/** `POST …/variants/{vid}/image`: one of the product's pictures, or none. */
export function showPicture({ store }: ResourceParts): Work {
  return (exchange, body) => {
    const product = productIn(exchange, store);
    const { id } = variantOf(product, exchange.req.param('vid') ?? '');
    const { imageId } = shaped(z.object({ imageId: z.string().nullable() }), body);
    if (imageId !== null) pictureIn(exchange, product, imageId);
    const variants = product.variants.map((each) => (each.id === id ? { ...each, imageId } : each));
    store.catalogue.put({ ...product, variants, modifiedOn: store.now() });
    return { status: 204 };
  };
}
