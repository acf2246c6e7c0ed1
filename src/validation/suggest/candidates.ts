import type { AnyRecord } from '../../model/record.ts';
import { fieldOfRule } from '../rule-book.ts';
import type { ShopHabits } from '../reading.ts';
import { amountCandidates, lineTotalCandidates, totalCandidates } from './amount.ts';
import { barcodeCandidates } from './barcode.ts';
import { countryCandidates } from './country.ts';
import { dayCandidates } from './day.ts';
import { emailCandidates } from './email.ts';
import { phoneCandidates } from './phone.ts';
import { postcodeCandidates } from './postcode.ts';
import { ringSizeCandidates } from './ring-size.ts';
import type { Suggestion } from './suggest.ts';
import { titleCandidates } from './title.ts';

/** What may be meant by a field at fault, the likeliest first. Nothing here is checked yet. */
export function candidatesFor(fault: {
  readonly field: string;
  readonly text: string;
  readonly record: AnyRecord;
  readonly shop: ShopHabits;
}): readonly Suggestion[] {
  const { field, text, record, shop } = fault;
  switch (fieldOfRule(field)) {
    case 'email':
      return emailCandidates(text);
    case 'phone':
    case 'mobile':
      return phoneCandidates(text, 'country' in record && record.country ? record.country : shop.country, shop.country);
    case 'postcode':
      return postcodeCandidates(text);
    case 'country':
      return countryCandidates(text);
    case 'barcode':
      return barcodeCandidates(text);
    case 'birthday':
    case 'anniversary':
      return dayCandidates(text, shop.country);
    case 'title':
      return titleCandidates(text);
    case 'ringSize':
      return ringSizeCandidates(text);
    case 'price':
    case 'lines[].unitPrice':
    case 'lines[].discount':
      return amountCandidates(text);
    case 'lines[].lineTotal':
      return 'lines' in record ? lineTotalCandidates(record, field) : [];
    case 'total':
      return 'lines' in record ? totalCandidates(record) : [];
    default:
      return [];
  }
}
