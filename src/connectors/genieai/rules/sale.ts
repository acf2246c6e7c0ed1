import { z } from 'zod';
import type { Currency } from '../../../model/money.ts';
import type { Fault, RuleContext, RulePack } from '../../../model/rule-pack.ts';
import type { Payment, Sale, SaleLine } from '../../../model/sale.ts';
import { isCurrency, isInHundredths } from './amount.ts';
import { faultsBy, together } from './faults.ts';
import { rulesOf, versionOf } from './rule-rows.ts';
import { limits, mostLines, saleRows } from './sale-rows.ts';
import { externalId, text } from './text.ts';

/** The rules that look at one field alone. */
const fields = z.object({
  key: externalId,
  lines: z.array(z.object({ sku: text(limits.sku), description: text(limits.description) })).max(mostLines),
  payments: z.array(z.object({ method: text(limits.method) })).optional(),
  staff: text(limits.staff),
  promoCode: text(limits.promoCode),
  reference: text(limits.reference),
});

const earliest = '1990-01-01T00:00:00.000Z';

function judge(sale: Sale, context: RuleContext): readonly Fault[] {
  return together(faultsBy(fields, sale), faultsTogether(sale, context));
}

/** The rules about amounts, about what is missing, and about the day. */
function faultsTogether({ soldAt, currency, lines, total, payments }: Sale, { now }: RuleContext): readonly Fault[] {
  const faults: Fault[] = [];
  if (!soldAt) faults.push({ field: 'soldAt', code: 'required' });
  else if (soldAt < earliest || soldAt > now) faults.push({ field: 'soldAt', code: 'bad_date' });
  if (!isCurrency(currency)) return [...faults, { field: 'currency', code: 'not_allowed' }];
  if (lines.length === 0) faults.push({ field: 'lines', code: 'required' });
  for (const [index, line] of lines.entries()) judgeLine(line, { index, currency, faults });
  judgeTotal({ total, lines, currency }, faults);
  for (const [index, payment] of (payments ?? []).entries()) judgePayment(payment, { index, currency, faults });
  return faults;
}

interface Place {
  readonly index: number;
  readonly currency: Currency;
  readonly faults: Fault[];
}

function judgeLine(line: SaleLine, { index, currency, faults }: Place): void {
  const fault = (part: keyof SaleLine, code: string) => faults.push({ field: `lines[${index}].${part}`, code });
  const { description, quantity, unitPrice, discount, lineTotal } = line;
  if (!description) fault('description', 'required');
  if (quantity === null) fault('quantity', 'required');
  else if (quantity === 0) fault('quantity', 'not_allowed');
  const isPriced = isAmount(unitPrice, currency, (code) => fault('unitPrice', code));
  const isTotalled = isAmount(lineTotal, currency, (code) => fault('lineTotal', code));
  const isReduced = isAmount(discount ?? 0, currency, (code) => fault('discount', code));
  if (isReduced && (discount ?? 0) < 0) fault('discount', 'not_allowed');
  else if (
    quantity !== null &&
    isPriced &&
    isTotalled &&
    isReduced &&
    quantity * (unitPrice ?? 0) - (discount ?? 0) !== lineTotal
  ) {
    fault('lineTotal', 'line_total_mismatch');
  }
}

function isAmount(minor: number | null | undefined, currency: Currency, say: (code: string) => void): boolean {
  if (minor === null || minor === undefined) say('required');
  else if (!isInHundredths(currency)) say('wrong_type');
  else return true;
  return false;
}

function judgeTotal({ total, lines, currency }: Pick<Sale, 'total' | 'lines' | 'currency'>, faults: Fault[]): void {
  let sum = 0;
  let isComplete = lines.length > 0;
  for (const { lineTotal } of lines) {
    if (lineTotal === null) isComplete = false;
    else sum += lineTotal;
  }
  const isReadable = isAmount(total, currency, (code) => {
    // A total that is reckoned from lines lacks what they lack, which is said there.
    if (isComplete || total !== null) faults.push({ field: 'total', code });
  });
  if (isReadable && isComplete && sum !== total) faults.push({ field: 'total', code: 'total_mismatch' });
}

function judgePayment({ method, amount }: Payment, { index, currency, faults }: Place): void {
  if (!method) faults.push({ field: `payments[${index}].method`, code: 'required' });
  isAmount(amount, currency, (code) => faults.push({ field: `payments[${index}].amount`, code }));
}

const rules = rulesOf('sale', saleRows);

/** What GenieAI demands of a sale, after the contract page. */
export const salePack: RulePack<'sale'> = {
  kind: 'sale',
  version: versionOf(rules, 1),
  rules,
  judge,
  unique: [],
  reference: {
    field: 'customerKey',
    code: 'unknown_contact',
    to: 'customer',
    key: ({ customerKey }) => customerKey ?? null,
  },
};
