import type { Answer, Exchange } from '../conventions/exchange.ts';
import { Refusal } from '../conventions/refusal.ts';
import { foldedEmail } from '../store/memory.ts';
import type { Store } from '../store/store.ts';
import type { Collection, Stored } from '../store/stored.ts';

type Lookup = (store: Store, value: string) => readonly Stored[];

const byExternalId =
  (into: Collection): Lookup =>
  (store, value) =>
    [store[into].byExternalId(value)].flatMap((record) => record ?? []);

const lookups: Readonly<Record<Collection, Readonly<Record<string, Lookup>>>> = {
  contacts: {
    externalId: byExternalId('contacts'),
    email: (store, value) => store.contacts.find('email', foldedEmail(value) ?? ''),
    phone: (store, value) => store.contacts.find('phone', value),
  },
  products: { externalId: byExternalId('products') },
  sales: { externalId: byExternalId('sales') },
};

const mostValues = 100;

function asAnswered({ id, externalId, archived, fields }: Stored): object {
  return { ...fields, id, externalId, archived };
}

/** `GET /contacts?externalId=a,b` and its siblings. Archived records are found too, and say that they are. */
export function findRecords(store: Store, collection: Collection): (exchange: Exchange) => Answer {
  return (exchange) => {
    const asked = Object.entries(exchange.req.query()).flatMap(([name, values]) => {
      const lookup = lookups[collection][name];
      return lookup ? [{ lookup, values: values.split(',').filter((value) => value !== '') }] : [];
    });
    const [only, ...others] = asked;
    const names = Object.keys(lookups[collection]).join(', ');
    if (!only || others.length > 0) throw new Refusal(400, `Ask by exactly one of: ${names}.`);
    const { lookup, values } = only;
    if (values.length === 0 || values.length > mostValues) throw new Refusal(400, `Ask for 1 to ${mostValues} values.`);
    exchange.var.call.records = values.length;

    const found = values.map((value) => ({ value, records: lookup(store, value) }));
    const records = new Set(found.flatMap((each) => each.records));
    const missing = found.filter((each) => each.records.length === 0).map(({ value }) => value);
    return { status: 200, body: { records: [...records].map(asAnswered), missing } };
  };
}
