import type { RecordKind } from '../../model/record.ts';
import type { PlantedFault } from './draft.ts';

interface Cause {
  readonly says: string;
  readonly codes: readonly string[];
  /** Any kind and any field where these are absent. */
  readonly kind?: RecordKind;
  readonly fields?: readonly string[];
}

/** What the owner of the shop would call each group of faults; the first that fits is meant. */
const causes: readonly Cause[] = [
  { says: 'phone numbers that cannot be called', codes: ['bad_phone'] },
  { says: 'postcodes that do not exist', codes: ['bad_postcode'] },
  { says: 'e-mail addresses with a slip', codes: ['likely_slip'] },
  { says: 'e-mail addresses that no mail can reach', codes: ['bad_email'] },
  { says: 'e-mail addresses that two customers share', codes: ['duplicate_email'] },
  { says: 'customers whom nothing can reach', codes: ['contact_point_required'] },
  { says: 'addresses with a part missing', codes: ['required'], fields: ['line1', 'town', 'postcode'] },
  { says: 'countries that nobody knows', codes: ['not_allowed'], fields: ['country'] },
  { says: 'titles and ring sizes that are none', codes: ['not_allowed'], fields: ['title', 'ringSize'] },
  { says: 'customers without a last name', codes: ['required'], fields: ['lastName'] },
  {
    says: 'birthdays and anniversaries that cannot be',
    codes: ['bad_date'],
    fields: ['birthday', 'anniversary'],
  },
  { says: 'consent that would not stand up', codes: ['consent_date_required', 'bad_date'], fields: ['consentedAt'] },
  { says: 'numbers and codes that no destination takes', codes: ['bad_id'] },
  { says: 'texts with a lost character', codes: ['bad_character'] },
  { says: 'sales with more lines than are taken', codes: ['too_long'], fields: ['lines'] },
  { says: 'texts that are too long', codes: ['too_long'] },
  { says: 'barcodes with a wrong digit', codes: ['bad_barcode'] },
  { says: 'articles that share a code', codes: ['duplicate_key', 'duplicate_sku'] },
  { says: 'articles without a name or code', codes: ['required'], kind: 'product', fields: ['name', 'sku'] },
  { says: 'prices that are missing or wrong', codes: ['required', 'not_allowed', 'wrong_type'], fields: ['price'] },
  { says: 'stock that cannot be', codes: ['not_allowed', 'wrong_type'], fields: ['stock'] },
  { says: 'sales of customers who are not there', codes: ['unknown_contact'] },
  { says: 'sales without a proper time', codes: ['required', 'bad_date'], fields: ['soldAt'] },
  { says: 'sales that do not add up', codes: ['total_mismatch', 'line_total_mismatch'] },
  { says: 'sales with something missing in their lines', codes: ['required', 'not_allowed'], kind: 'sale' },
];

/** The group of a fault, as the owner of the shop would call it. */
export function causeOf(fault: Pick<PlantedFault, 'kind' | 'field' | 'code'>): string {
  const cause = causes.find(
    ({ codes, kind, fields }) =>
      codes.includes(fault.code) &&
      (kind === undefined || kind === fault.kind) &&
      (fields === undefined || fields.includes(fault.field)),
  );
  return cause?.says ?? 'other things';
}

/** How many faults each cause has, the commonest first. */
export function countCauses(faults: Iterable<PlantedFault>): { says: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const fault of faults) {
    const says = causeOf(fault);
    counts.set(says, (counts.get(says) ?? 0) + 1);
  }
  return [...counts].map(([says, count]) => ({ says, count })).toSorted((one, other) => other.count - one.count);
}
