import { amount, currency, hundredthsOf, positiveAmount } from './amount.ts';
import { pastInstant } from './dates.ts';
import type { WholeCheck } from './schema.ts';
import { integer, isObject, list, object, required } from './schema.ts';
import { choice, externalId, text } from './text.ts';
import { refuse } from './verdict.ts';

/** Amounts that cannot be read were refused already, and are not held against the sums. */
const checkLineTotal: WholeCheck = ({ quantity, unitPrice, discount, lineTotal }, path, verdict) => {
  const price = hundredthsOf(unitPrice);
  const off = hundredthsOf(discount ?? '0');
  const total = hundredthsOf(lineTotal);
  if (typeof quantity !== 'number' || price === undefined || off === undefined || total === undefined) return;
  if (quantity * price - off !== total) refuse(verdict, `${path}lineTotal`, 'line_total_mismatch');
};

const line = object(
  {
    sku: text({ max: 40 }),
    description: required(text({ max: 200 })),
    quantity: required(integer({ except: 0 })),
    unitPrice: required(amount),
    discount: positiveAmount,
    lineTotal: required(amount),
  },
  checkLineTotal,
);

const checkTotal: WholeCheck = ({ lines, total }, path, verdict) => {
  const stated = hundredthsOf(total);
  if (stated === undefined || !Array.isArray(lines) || lines.length === 0) return;
  let sum = 0;
  for (const each of lines) {
    const lineTotal = isObject(each) ? hundredthsOf(each['lineTotal']) : undefined;
    if (lineTotal === undefined) return;
    sum += lineTotal;
  }
  if (sum !== stated) refuse(verdict, `${path}total`, 'total_mismatch');
};

/** A sale, after the contract's section on sales. All that it does not call optional in words or by sense is required. */
export const sale = object(
  {
    externalId: required(externalId),
    contactExternalId: text({
      form: (value, { circumstances }) => (circumstances.knowsContact(value) ? undefined : 'unknown_contact'),
    }),
    soldAt: required(pastInstant(Date.UTC(1990, 0, 1))),
    channel: required(choice(['pos', 'web'])),
    currency: required(currency),
    lines: required(list(line, 200)),
    total: required(amount),
    payments: list(object({ method: required(text({ max: 30 })), amount: required(amount) })),
    staff: text({ max: 60 }),
    promoCode: text({ max: 50 }),
    reference: text({ max: 60 }),
  },
  checkTotal,
);
