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
