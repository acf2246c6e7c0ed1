import type { RowKind } from '../../model/record.ts';
import { customerWords } from './words/customer-words.ts';
import { productWords } from './words/product-words.ts';
import { paymentWords, saleLineWords, saleWords } from './words/sale-words.ts';

/** What values of a field are made of; a column of another type is not looked at. */
export type Nature =
  | 'text'
  | 'name'
  | 'number'
  | 'money'
  | 'day'
  | 'moment'
  | 'flag'
  | 'email'
  | 'phone'
  | 'postcode'
  | 'barcode'
  | 'key';

/** By what names tills call a field. Written as names are compared: capitals, without accents or separators. */
export interface FieldWords {
  readonly nature: Nature;
  /** Names that hardly mean anything else. */
  readonly words: readonly string[];
  /** Names that may mean it. */
  readonly perhaps?: readonly string[];
  /** Parts of names that mean something else. */
  readonly never?: readonly string[];
}

/** The words for each field of each kind of row. */
export const fieldWords: Readonly<Record<RowKind, Readonly<Record<string, FieldWords>>>> = {
  customer: customerWords,
  product: productWords,
  sale: saleWords,
  saleLine: saleLineWords,
  payment: paymentWords,
};
