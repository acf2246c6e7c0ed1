import { isDeepStrictEqual } from 'node:util';
import { mergeFields } from './merge-fields.ts';
import { contact } from './rules/contact.ts';
import { product } from './rules/product.ts';
import { sale } from './rules/sale.ts';
import type { Fields, Schema, WireObject } from './rules/schema.ts';
import { isRefused, refuse } from './rules/verdict.ts';
import type { Circumstances, ErrorCode, FieldError, Verdict } from './rules/verdict.ts';
import { foldedEmail } from './store/memory.ts';
import type { Store } from './store/store.ts';
import type { Collection, Stored } from './store/stored.ts';

/** A field that only one record may carry, by the index in which its value is found. */
interface Claim {
  readonly field: string;
  readonly code: ErrorCode;
  readonly valueOf: (fields: WireObject) => string | undefined;
}

interface Resource {
  readonly schema: Schema & { readonly fields: Fields };
  readonly claim?: Claim;
}

const emailOf = (fields: WireObject) => foldedEmail(fields['email']);
const skuOf = ({ sku }: WireObject) => (typeof sku === 'string' ? sku : undefined);

const resources: Readonly<Record<Collection, Resource>> = {
  contacts: { schema: contact, claim: { field: 'email', code: 'duplicate_email', valueOf: emailOf } },
  products: { schema: product, claim: { field: 'sku', code: 'duplicate_sku', valueOf: skuOf } },
  sales: { schema: sale },
};

/** One record of an import. */
export interface WireRecord {
  readonly into: Collection;
  readonly ref: string;
  readonly incoming: WireObject;
}

/** What became of one record. */
export interface ImportResult {
  readonly ref: string;
  readonly externalId: string | null;
  readonly status: 'created' | 'updated' | 'unchanged' | 'rejected';
  readonly id: string | null;
  readonly errors: readonly FieldError[];
}

/**
 * The oldest contact that staff made by hand under this address: a till's contact becomes one with it, unless another
 * contact of the till has the address already.
 */
function adoptable(store: Store, email: string | undefined): Stored | undefined {
  if (email === undefined) return undefined;
  const holders = store.contacts.find('email', email).filter(({ archived }) => !archived);
  return holders.every(({ externalId }) => externalId === null) ? holders[0] : undefined;
}

interface ClaimCheck {
  readonly claim: Claim;
  readonly before: Stored | undefined;
  readonly after: WireObject;
  readonly verdict: Verdict;
}

/**
 * Refuses a value that another record carries. Archived records lay no claim, and a value that the record carries already
 * is not judged again: hand-made contacts may share an address, and whoever adopted one of them could not mend that.
 */
function checkClaim(table: Store[Collection], { claim, before, after, verdict }: ClaimCheck): void {
  const value = claim.valueOf(after);
  if (value === undefined || isRefused(verdict, claim.field)) return;
  if (before && !before.archived && claim.valueOf(before.fields) === value) return;
  const isTaken = table.find(claim.field, value).some(({ id, archived }) => !archived && id !== before?.id);
  if (isTaken) refuse(verdict, claim.field, claim.code);
}

/** A sale changes what its contact is worth, so that the contact counts as changed. */
function touchContacts(store: Store, ...sales: readonly (WireObject | undefined)[]): void {
  for (const externalId of new Set(sales.map((each) => each?.['contactExternalId']))) {
    const buyer = typeof externalId === 'string' ? store.contacts.byExternalId(externalId) : undefined;
    if (buyer) store.put('contacts', buyer);
  }
}

/**
 * Puts one record of an import into the store, or says why not. The record is judged as it would stand afterwards, after
 * those before it in the request.
 */
export function importRecord(store: Store, record: WireRecord, circumstances: Circumstances): ImportResult {
  const { into, ref, incoming } = record;
  const { schema, claim } = resources[into];
  const externalId = typeof incoming['externalId'] === 'string' ? incoming['externalId'] : null;
  const known = externalId === null ? undefined : store[into].byExternalId(externalId);
  const before = known ?? (into === 'contacts' ? adoptable(store, emailOf(incoming)) : undefined);

  const after = mergeFields(before?.fields ?? {}, incoming, schema.fields);
  const verdict: Verdict = { circumstances, errors: [] };
  schema.check(after, '', verdict);
  if (claim) checkClaim(store[into], { claim, before, after, verdict });
  if (verdict.errors.length > 0)
    return { ref, externalId, status: 'rejected', id: known?.id ?? null, errors: verdict.errors };

  const { externalId: _key, ...fields } = after;
  if (known && !known.archived && isDeepStrictEqual(known.fields, fields)) {
    return { ref, externalId, status: 'unchanged', id: known.id, errors: [] };
  }
  const { id } = store.put(into, { ...before, externalId, archived: false, fields });
  if (into === 'sales') touchContacts(store, before?.fields, fields);
  return { ref, externalId, status: before ? 'updated' : 'created', id, errors: [] };
}
