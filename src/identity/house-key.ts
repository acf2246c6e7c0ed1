import { britishPostcode } from '../model/british-postcode.ts';
import type { Customer } from '../model/customer.ts';
import { wordsOf } from './words-of.ts';

/** The parts of an address that are compared. */
export type HouseFields = Pick<Customer, 'line1' | 'line2' | 'postcode'>;

/** A house as people call it, "12" or "rose cottage", and its postcode in one word. */
export interface House {
  readonly name: string;
  readonly postcode: string;
}

/**
 * The house in a street, by its numbers (`Flat 3, 12 High Street` is 3 12) or else by its name, with its postcode.
 * Undefined without either. A British postcode is one side of one street at most, so there the street is not compared;
 * elsewhere it may be a whole town.
 */
export function houseOf({ line1, line2, postcode }: HouseFields): House | undefined {
  const code = (postcode ?? '').replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase();
  if (code.length < 4) return undefined;
  const numbers = britishPostcode(code) === undefined ? '' : numbersIn(line1) || numbersIn(line2);
  const name = numbers || wordsOf((line1 ?? '').split(',', 1)[0] ?? '').join(' ');
  return name === '' ? undefined : { name, postcode: code };
}

/** `Flat 3a, 12-14 High St` → `3a 12 14`. */
function numbersIn(line: string | null | undefined): string {
  if (!line) return '';
  const numbers = line.match(/\d+\s?[a-z]?(?![a-z\d])/gi) ?? [];
  return numbers.map((number) => number.replaceAll(/\s/g, '').toLowerCase()).join(' ');
}
