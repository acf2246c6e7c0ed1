import type { DestinationId, Instant, TillKey } from '../../src/model/ids.ts';
import type { Finding } from '../../src/validation/verdict.ts';
import { genieaiRules } from '../../src/connectors/genieai/rules.ts';

/** Where they were found. */
export const destination = 'genieai' as DestinationId;
/** When the clock of these tests begins, in milliseconds. */
export const start = Date.UTC(2026, 10, 21, 9);
/** What the till calls the fields. */
const origins = {
  email: 'CUST.EMAIL',
  phone: 'CUST.TEL',
  fullName: 'CUST.NAME',
  'lines[].quantity': 'LINE.QTY',
};

/** What is wrong with one field, unless told otherwise. */
export const finding = (changes: Partial<Finding> = {}): Finding => ({
  field: 'phone',
  code: 'bad_phone',
  severity: 'drop-field',
  value: 'O7700 900123',
  dependsOn: 'content',
  suggestion: { value: '07700 900123', certain: true },
  ...changes,
});

/** A customer in whom this was found. */
export const foundAt = (at: Instant, key: string, ...findings: Finding[]) => ({
  destination,
  kind: 'customer' as const,
  key: key as TillKey,
  name: () => `Customer ${key}`,
  findings,
  at,
  pack: genieaiRules.customer,
  origins,
});

/** What was found in one customer, by number. */
type Found = readonly [key: string, ...findings: Finding[]];

/** Four problems of three customers: one is there first, the others are found an hour later. */
export const foundFirst: Found = ['1', finding()];
export const foundLater: readonly Found[] = [
  [
    '2',
    finding({ value: '960123' }),
    finding({ field: 'email', code: 'bad_email', severity: 'drop-field', value: 'Jane@Example' }),
  ],
  ['3', finding({ field: '', code: 'contact_point_required', severity: 'block', value: null })],
];
