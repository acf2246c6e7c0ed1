import { z } from 'zod';
import type { Clock } from '../../../support/clock.ts';
import type { Answer, Exchange } from '../conventions/exchange.ts';
import { Refusal } from '../conventions/refusal.ts';
import { decimalOf, hundredthsOf } from '../rules/amount.ts';
import { isObject } from '../rules/schema.ts';
import type { Store } from '../store/store.ts';
import type { Stored } from '../store/stored.ts';

const pageSize = 200;
const cursorKeptFor = 7 * 86_400_000;
const position = z.object({ after: z.int().min(0), at: z.number() });

function cursorFrom(after: number, at: number): string {
  return Buffer.from(JSON.stringify({ after, at })).toString('base64url');
}

function positionIn(cursor: string): z.infer<typeof position> {
  try {
    return position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new Refusal(400, 'This is no cursor of ours.');
  }
}

/** What a contact's sales come to, as far as they are in the account's currency. */
function lifetimeValue(store: Store, externalId: string | null, currency: string): object {
  const sales = externalId === null ? [] : store.sales.find('contact', externalId);
  let sum = 0;
  for (const { fields } of sales) if (fields['currency'] === currency) sum += hundredthsOf(fields['total']) ?? 0;
  return { amount: decimalOf(sum), currency };
}

function describe(store: Store, contact: Stored, currency: string): object {
  const { id, externalId, fields, segments = [], loyaltyTier = null, updatedAt, archived } = contact;
  const consent = isObject(fields['marketing']) ? fields['marketing'] : {};
  return {
    id,
    externalId,
    email: fields['email'] ?? null,
    segments,
    tags: fields['tags'] ?? [],
    loyaltyTier,
    lifetimeValue: lifetimeValue(store, externalId, currency),
    marketing: { email: consent['email'] === true, sms: consent['sms'] === true },
    updatedAt: new Date(updatedAt).toISOString(),
    deleted: archived,
  };
}

/** A contact as it stands now; one that is gone is told with its ids alone. */
function change(store: Store, id: string, currency: string): object {
  const contact = store.contacts.get(id);
  if (contact) return describe(store, contact, currency);
  const { externalId = null, updatedAt = 0 } = store.tombstones.get(id) ?? {};
  const nothing = { id, externalId: null, archived: true, fields: {}, sequence: 0, updatedAt };
  return { ...describe(store, nothing, currency), externalId };
}

/**
 * `GET /contacts/changes`: contacts in the order of their newest change, each once, as they stand now; from the beginning
 * where no cursor is given. Archived, erased and merged contacts are `deleted`. A cursor lasts 7 days.
 */
export function listChanges(parts: { store: Store; now: Clock; currency: string }): (exchange: Exchange) => Answer {
  const { store, now, currency } = parts;
  return (exchange) => {
    const cursor = exchange.req.query('cursor') ?? '';
    const { after, at } = cursor === '' ? { after: 0, at: now() } : positionIn(cursor);
    if (at < now() - cursorKeptFor) throw new Refusal(410, 'This cursor is older than 7 days.');

    const page = store.changes.since(after, pageSize + 1);
    const hasMore = page.length > pageSize;
    const told = page.slice(0, pageSize);
    const changes = told.map(({ id }) => change(store, id, currency));
    return { status: 200, body: { changes, nextCursor: cursorFrom(told.at(-1)?.sequence ?? after, now()), hasMore } };
  };
}
