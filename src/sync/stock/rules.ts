import type { Rule } from '../../model/rule-pack.ts';
import { notKeyed } from './not-keyed.ts';

const block = { field: '', severity: 'block', source: 'Tillbridge' } as const;
const warn = { ...block, severity: 'warn' } as const;

/** What can be wrong with the articles of a website, and with its orders, as staff read it. */
export const stockRules: readonly Rule[] = [
  {
    ...block,
    code: 'unmatched_variant',
    says: 'The website sells this, and no article of the till has its number or barcode.',
    advice:
      'Give both the same number, or say which article it is: tillbridge stock alias. If its stock is not the till’s to say, leave it out in the settings (website.exclude).',
  },
  {
    ...block,
    code: 'matched_twice',
    says: 'Several articles of the till have the number of this one, so nobody can say whose stock it is.',
    advice: 'Give each article of the till a number of its own, or say which is meant: tillbridge stock alias.',
  },
  {
    ...block,
    code: 'several_variants',
    says: 'The website has several articles with this number, and would sell the same pieces more than once.',
    advice: 'Keep one of them there, or give each a number of its own.',
  },
  {
    ...block,
    code: 'oversold',
    says: 'More of this was ordered on the website than the shop has. Nothing of it is on sale there any more.',
    advice:
      'Find another piece, or tell the customer and cancel the order. If the till’s stock is wrong, correct it there.',
  },
  {
    ...block,
    code: 'stock_not_counted',
    says: 'The website counts no stock of this article, so it never sells out there.',
    advice:
      'Let it begin to count: tillbridge stock mend, with its number. If it is made to order, leave it out in the settings (website.exclude).',
  },
  {
    ...block,
    code: 'stock_too_high',
    says: 'The website does not take so high a stock.',
    advice: 'Look at the stock in the till: it may be mistyped.',
  },
  {
    ...block,
    code: 'variant_gone',
    says: 'The website does not have this article any more.',
    advice: 'Nothing needs doing: it leaves this list when the website was read again.',
  },
  {
    ...block,
    code: 'price_refused',
    says: 'The website does not take this price.',
    advice: 'Look at the price in the till.',
  },
  {
    ...warn,
    code: notKeyed,
    says: 'This order of the website was not seen in the till. Its pieces are held back from the website’s stock.',
    advice:
      'Key it into the till with its number as the reference. If the till’s stock has it already, dismiss this: it counts as keyed then.',
  },
];
