import type { RuleRow } from './rule-rows.ts';
import { keyRules, textRules } from './rule-rows.ts';

const drop = { severity: 'drop-field' } as const;
const block = { severity: 'block' } as const;
const dropPayments = { ...drop, drops: ['payments'] } as const;

/** How long the texts of a sale may be. */
export const limits = { sku: 40, description: 200, method: 30, staff: 60, promoCode: 50, reference: 60 } as const;

/** How many lines a sale may have. */
export const mostLines = 200;

const head: readonly RuleRow[] = [
  {
    field: 'customerKey',
    code: 'unknown_contact',
    ...block,
    says: 'The sale names a customer who is not there.',
    advice: 'Choose the customer again, or make it a sale without one.',
  },
  { field: 'soldAt', code: 'required', ...block, says: 'The sale has no date.', advice: 'Add the day of the sale.' },
  {
    field: 'soldAt',
    code: 'bad_date',
    ...block,
    timed: true,
    says: 'The date of the sale cannot be right.',
    advice: 'A sale lies between 1990 and now.',
  },
  {
    field: 'currency',
    code: 'wrong_type',
    ...block,
    says: 'The currency of the sale is not known.',
    advice: 'A currency has three letters: GBP.',
  },
  {
    field: 'currency',
    code: 'not_allowed',
    ...block,
    says: 'The currency of the sale is not known.',
    advice: 'A currency has three letters: GBP.',
  },
  { field: 'total', code: 'required', ...block, says: 'The sale has no total.', advice: 'Add the total.' },
  {
    field: 'total',
    code: 'wrong_type',
    ...block,
    says: 'The total cannot be read.',
    advice: 'An amount has at most two decimal places: 89.00.',
    example: '89.00',
  },
  {
    field: 'total',
    code: 'total_mismatch',
    ...block,
    says: 'The total is not the sum of the lines.',
    advice: 'Compare the total with the receipt.',
  },
  ...textRules({ field: 'staff', label: 'name of the seller', limit: limits.staff, ...drop }),
  ...textRules({ field: 'promoCode', label: 'promotion code', limit: limits.promoCode, ...drop }),
  ...textRules({ field: 'reference', label: 'reference', limit: limits.reference, ...drop }),
  {
    field: '',
    code: 'vanished_but_kept',
    severity: 'warn',
    ours: true,
    says: 'The sale is gone from the till, but GenieAI keeps it.',
    advice: 'Remove it in GenieAI if it should go there too.',
  },
];

const lines: readonly RuleRow[] = [
  {
    field: 'lines',
    code: 'required',
    ...block,
    says: 'The sale has no lines.',
    advice: 'Add what was sold, or delete the sale.',
  },
  {
    field: 'lines',
    code: 'too_long',
    ...block,
    says: `The sale has more than ${mostLines} lines.`,
    advice: 'Ring it up as several sales.',
  },
  {
    field: 'lines[].description',
    code: 'required',
    ...block,
    says: 'A line does not say what was sold.',
    advice: 'Add what was sold.',
  },
  ...textRules({ field: 'lines[].description', label: 'description of a line', limit: limits.description, ...block }),
  ...textRules({ field: 'lines[].sku', label: 'article number of a line', limit: limits.sku, ...block }),
  {
    field: 'lines[].quantity',
    code: 'required',
    ...block,
    says: 'A line does not say how many were sold.',
    advice: 'Add the number of pieces.',
  },
  {
    field: 'lines[].quantity',
    code: 'wrong_type',
    ...block,
    says: 'The number of pieces is not a whole number.',
    advice: 'Use whole pieces: 2.',
  },
  {
    field: 'lines[].quantity',
    code: 'not_allowed',
    ...block,
    says: 'A line sells no pieces.',
    advice: 'Use 1 or more; below zero for a return.',
  },
  {
    field: 'lines[].unitPrice',
    code: 'required',
    ...block,
    says: 'A line has no price.',
    advice: 'Add the price of one piece.',
  },
  {
    field: 'lines[].unitPrice',
    code: 'wrong_type',
    ...block,
    says: 'The price of a line cannot be read.',
    advice: 'An amount has at most two decimal places: 89.00.',
    example: '89.00',
  },
  {
    field: 'lines[].discount',
    code: 'not_allowed',
    ...block,
    says: 'The discount of a line is less than nothing.',
    advice: 'A discount is 0.00 or more.',
  },
  {
    field: 'lines[].discount',
    code: 'wrong_type',
    ...drop,
    says: 'The discount of a line cannot be read.',
    advice: 'An amount has at most two decimal places: 5.00.',
    example: '5.00',
  },
  {
    field: 'lines[].lineTotal',
    code: 'required',
    ...block,
    says: 'A line has no total.',
    advice: 'Add the total of the line.',
  },
  {
    field: 'lines[].lineTotal',
    code: 'wrong_type',
    ...block,
    says: 'The total of a line cannot be read.',
    advice: 'An amount has at most two decimal places: 89.00.',
    example: '89.00',
  },
  {
    field: 'lines[].lineTotal',
    code: 'line_total_mismatch',
    ...block,
    says: 'The total of a line is not its pieces times its price, less the discount.',
    advice: 'Compare the line with the receipt.',
  },
];

const payments: readonly RuleRow[] = [
  {
    field: 'payments[].method',
    code: 'required',
    ...dropPayments,
    says: 'A payment does not say how it was made.',
    advice: 'Add the method of payment.',
  },
  ...textRules({ field: 'payments[].method', label: 'method of payment', limit: limits.method, ...dropPayments }),
  {
    field: 'payments[].amount',
    code: 'required',
    ...dropPayments,
    says: 'A payment has no amount.',
    advice: 'Add the amount.',
  },
  {
    field: 'payments[].amount',
    code: 'wrong_type',
    ...dropPayments,
    says: 'The amount of a payment cannot be read.',
    advice: 'An amount has at most two decimal places: 89.00.',
    example: '89.00',
  },
];

/** Everything that can be said of a sale. */
export const saleRows: readonly RuleRow[] = [...keyRules('sale'), ...head, ...lines, ...payments];
