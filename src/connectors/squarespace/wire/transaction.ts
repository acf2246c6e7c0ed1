import { z } from 'zod';
import { looseList, looseMoment, looseMoney, looseText, looseTruth } from './loose.ts';

const refund = z.object({ id: looseText, amount: looseMoney, refundedOn: looseMoment });

const payment = z.object({
  id: looseText,
  amount: looseMoney,
  creditCardType: looseText,
  provider: looseText,
  giftCardId: looseText,
  refunds: looseList(refund),
});

/** What was paid for an order, and paid back; a donation belongs to no order. */
export const transaction = z.object({
  id: looseText,
  salesOrderId: looseText,
  voided: looseTruth,
  payments: looseList(payment),
});

/** What was paid for an order, and paid back. */
export type Transaction = z.infer<typeof transaction>;
