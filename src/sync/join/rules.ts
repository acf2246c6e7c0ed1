import type { Rule } from '../../model/rule-pack.ts';

/** What can be wrong with records because they were made of several: the words for staff. They hold for every destination. */
export const joinRules: readonly Rule[] = [
  {
    field: '',
    code: 'two_customers',
    severity: 'warn',
    says: 'The till has this person more than once. They are sent as one.',
    advice:
      'Make them one in the till. If they are different people, say so: tillbridge person split, with both numbers.',
    source: 'Tillbridge',
  },
  {
    field: '',
    code: 'maybe_web_order',
    severity: 'warn',
    says: 'This sale looks like an order of the website that was keyed into the till, but not quite.',
    advice: 'Write the number of the order into the reference of the sale, with its right total, if it is that order.',
    source: 'Tillbridge',
  },
  {
    field: '',
    code: 'counted_twice',
    severity: 'warn',
    says: 'An order of the website and its sale at the till were both sent before they were seen to be one.',
    advice: 'Remove this one there by hand: sales cannot be taken back from here.',
    source: 'Tillbridge',
  },
  {
    field: '',
    code: 'cancelled_but_kept',
    severity: 'warn',
    says: 'The order was cancelled on the website after it had been sent as a sale.',
    advice: 'Remove it there by hand: sales cannot be taken back from here.',
    source: 'Tillbridge',
  },
];
