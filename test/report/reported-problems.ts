import type { Instant } from '../../src/model/ids.ts';
import type { ReportedProblem } from '../../src/report/exception-report.ts';

const seen = '2026-11-19T09:12:00.000Z' as Instant;

/** A problem of an invented customer, with whatever a test cares about. */
export function reported(differences: Partial<ReportedProblem> = {}): ReportedProblem {
  const value = differences.value === undefined ? 'O7700 900123' : differences.value;
  return {
    id: 1,
    kind: 'customer',
    key: '10433',
    title: 'Ada Harper',
    origin: 'CUST.TEL',
    field: 'phone',
    value,
    parts: value === null ? [] : [{ text: value, faulty: true }],
    code: 'bad_phone',
    severity: 'block',
    says: 'The phone number cannot be called.',
    advice: 'Type the number with its area code.',
    suggestion: { value: '07700 900123', certain: true },
    money: 124_000,
    firstSeenAt: seen,
    lastSeenAt: seen,
    ...differences,
  };
}

/** A few problems such as a jeweller's till has, of several causes. */
export function sampleProblems(): readonly ReportedProblem[] {
  const postcode = {
    origin: 'CUST.PCODE',
    field: 'postcode',
    code: 'bad_postcode',
    says: 'The postcode does not have a British form.',
    advice: 'Look the postcode up and type it with the space.',
  };
  const email = {
    origin: 'CUST.EMAIL',
    field: 'email',
    code: 'bad_email',
    severity: 'drop-field' as const,
    says: 'The e-mail address has a slip in it.',
    advice: 'Ask the customer at the next visit, or take the suggestion.',
  };
  return [
    reported(),
    reported({ id: 2, key: '2210', title: 'Tom "Tiny" O’Neill', value: '07700', suggestion: null, money: 0 }),
    reported({ id: 3, key: '871', title: 'Zoë Ångström-Featherstonehaugh', value: ' 01632\t960 00', money: 8_950 }),
    reported({
      id: 4,
      ...postcode,
      key: '412',
      title: 'Mrs Pat <b>Bold</b> & Sons',
      value: 'IP33IAA',
      suggestion: { value: 'IP33 1AA', certain: true },
      money: 310_000,
    }),
    reported({ id: 5, ...postcode, key: '4127', title: 'Rev George Ashdown', value: null, suggestion: null, money: 0 }),
    reported({
      id: 6,
      ...email,
      key: '98',
      title: 'Nora Quill',
      value: 'nora.quill@gmial.com',
      suggestion: { value: 'nora.quill@gmail.com', certain: true },
      money: 0,
    }),
    reported({
      id: 7,
      kind: 'product',
      key: 'R-1182',
      title: '9ct gold ring, 0.25ct diamond, "Eternity"',
      origin: 'STOCK.EAN',
      field: 'barcode',
      value: '5012345678901',
      code: 'bad_barcode',
      severity: 'drop-field',
      says: 'The barcode’s last digit does not fit the others.',
      advice: 'Scan the label again.',
      suggestion: { value: '5012345678900', certain: true },
      money: 0,
    }),
  ];
}
