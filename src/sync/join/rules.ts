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
    says: 'This sale may be an order of the website that was keyed into the till; it cannot be told which.',
    advice: 'If it is one, write the number of the order into the reference of the sale. Until then both are sent.',
    source: 'Tillbridge',
  },
  {
    field: '',
    code: 'keyed_otherwise',
    severity: 'warn',
    says: 'This order of the website was keyed into the till with another total. It is sent as the website has it, once.',
    advice: 'Correct the sale at the till, so that both say the same.',
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
