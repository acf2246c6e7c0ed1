import { z } from 'zod';
import { shaped } from '../../conventions/body.ts';
import type { Work } from '../../conventions/calls.ts';
import type { Exchange } from '../../conventions/exchange.ts';
import { conflict, invalid, notFound } from '../../conventions/refusal.ts';
import { criteria, statusOf } from '../../store/discount.ts';
import type { Discount } from '../../store/discount.ts';
import type { Store } from '../../store/store.ts';
import type { ResourceParts } from '../context.ts';

const mostOnAPage = 1000;

const moment = z.iso.datetime({ offset: true }).nullish();
const discountBody = z.object({
  name: z.string().min(1),
  criteria: z.looseObject({ type: z.enum(criteria) }),
  template: z.looseObject({ type: z.string() }),
  trigger: z.discriminatedUnion('type', [
    z.object({ type: z.literal('AUTO') }),
    z.object({ type: z.literal('CODE'), promoCode: z.string().regex(/^[A-Za-z0-9_-]{1,50}$/) }),
  ]),
  validFrom: moment,
  validTo: moment,
  maxUsesAllowed: z.int().min(1).nullish(),
  isOncePerCustomer: z.boolean().default(false),
});

function momentOf(text: string | null | undefined): number | null {
  return text == null ? null : Date.parse(text);
}

function draftOf(body: unknown): Omit<Discount, 'id' | 'createdOn'> {
  const { trigger, validFrom, validTo, maxUsesAllowed, ...rest } = shaped(discountBody, body);
  return {
    ...rest,
    promoCode: trigger.type === 'CODE' ? trigger.promoCode : null,
    validFrom: momentOf(validFrom),
    validTo: momentOf(validTo),
    maxUses: maxUsesAllowed ?? null,
  };
}

function refuseTaken({ discounts }: Store, { promoCode }: Pick<Discount, 'promoCode'>, own?: Discount): void {
  if (promoCode === null) return;
  const holder = discounts.all().find((each) => each.promoCode?.toLowerCase() === promoCode.toLowerCase());
  if (holder && holder.id !== own?.id) throw conflict('PROMO_CODE_CONFLICT', 'The promo code is in use.');
}

function discountIn(exchange: Exchange, { discounts }: Store): Discount {
  const found = discounts.get(exchange.req.param('id') ?? '');
  if (!found) throw notFound('There is no discount with this id.', null);
  return found;
}

function document({ store, wire }: ResourceParts, discount: Discount): object {
  const { id, name, criteria: condition, template, promoCode, maxUses, isOncePerCustomer } = discount;
  const uses = store.orders.all().filter(({ discounts }) => discounts.some((each) => each.promoCode === promoCode));
  const counted = promoCode === null ? [] : uses;
  return {
    id,
    websiteId: store.facts.id,
    name,
    status: statusOf(discount, store.now()),
    criteria: condition,
    template,
    trigger: promoCode === null ? { type: 'AUTO' } : { type: 'CODE', promoCode },
    validFrom: wire.timeOrNull(discount.validFrom),
    validTo: wire.timeOrNull(discount.validTo),
    isLimitedUses: maxUses !== null,
    maxUsesAllowed: maxUses,
    isOncePerCustomer,
    numberOfUses: counted.length,
    lastRedeemedAt: wire.timeOrNull(counted.length > 0 ? Math.max(...counted.map(({ createdOn }) => createdOn)) : null),
    subscriptionOptions: null,
    paymentPlanOptions: null,
  };
}

function numberIn(exchange: Exchange, name: string, range: { least: number; most: number; usual: number }): number {
  const given = exchange.req.query(name);
  if (given === undefined) return range.usual;
  const value = Number(given);
  if (!Number.isInteger(value) || value < range.least || value > range.most)
    throw invalid(`'${name}' is out of range.`);
  return value;
}

/** `GET /v1/commerce/discounts`: by offset and limit, unlike every other list. */
export function listDiscounts(parts: ResourceParts): Work {
  const { store } = parts;
  return (exchange) => {
    const offset = numberIn(exchange, 'offset', { least: 0, most: Infinity, usual: 0 });
    const limit = numberIn(exchange, 'limit', { least: 1, most: mostOnAPage, usual: 50 });
    const { status = 'ALL', trigger, search = '' } = exchange.req.query();
    const wanted = store.discounts
      .all()
      .filter(
        (each) =>
          (status === 'ALL' || statusOf(each, store.now()) === status) &&
          (trigger === undefined || (each.promoCode === null) === (trigger === 'AUTO')) &&
          `${each.name} ${each.promoCode ?? ''}`.toLowerCase().includes(search.toLowerCase()),
      );
    const discounts = wanted.slice(offset, offset + limit).map((each) => document(parts, each));
    return {
      status: 200,
      body: { discounts, hasNextPage: offset + limit < wanted.length, hasPreviousPage: offset > 0 },
    };
  };
}

/** `GET /v1/commerce/discounts/{id}`. */
export function getDiscount(parts: ResourceParts): Work {
  return (exchange) => ({ status: 200, body: document(parts, discountIn(exchange, parts.store)) });
}

/** `POST /v1/commerce/discounts`. */
export function createDiscount(parts: ResourceParts): Work {
  const { store } = parts;
  return (_exchange, body) => {
    const discount = { id: store.ids.hex(), createdOn: store.now(), ...draftOf(body) };
    refuseTaken(store, discount);
    store.discounts.put(discount);
    return { status: 201, body: document(parts, discount) };
  };
}

/** `PUT /v1/commerce/discounts/{id}`: replaces all of it. */
export function replaceDiscount(parts: ResourceParts): Work {
  const { store } = parts;
  return (exchange, body) => {
    const { id, createdOn } = discountIn(exchange, store);
    const discount = { id, createdOn, ...draftOf(body) };
    refuseTaken(store, discount, discount);
    store.discounts.put(discount);
    return { status: 200, body: document(parts, discount) };
  };
}

/** `DELETE /v1/commerce/discounts/{id}`. */
export function deleteDiscount({ store }: ResourceParts): Work {
  return (exchange) => {
    store.discounts.remove(discountIn(exchange, store).id);
    return { status: 204 };
  };
}
