import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wireText } from '../../../src/connectors/genieai/mapping.ts';
import { genieaiRules } from '../../../src/connectors/genieai/rules.ts';
import type { AnyRecord, ReadKind, RecordOf } from '../../../src/model/record.ts';
import type { RulePack } from '../../../src/model/rule-pack.ts';
import { contact } from '../../../src/sandbox/genieai/rules/contact.ts';
import { product } from '../../../src/sandbox/genieai/rules/product.ts';
import { sale } from '../../../src/sandbox/genieai/rules/sale.ts';
import type { FieldError } from '../../../src/sandbox/genieai/rules/verdict.ts';
import type { Reading } from '../../../src/validation/reading.ts';
import { createRuleBook } from '../../../src/validation/rule-book.ts';
import type { Verdict } from '../../../src/validation/verdict.ts';
import { customerCells, lineCells, paymentCells, productCells, saleCells } from '../../validation/arbitrary-cells.ts';
import {
  context,
  judgeCustomer,
  judgeProduct,
  judgeSale,
  readCustomer,
  readProduct,
  readSale,
} from '../../validation/shop.ts';

const schemas = { customer: contact, product, sale } as const;
const settings = { numRuns: 1000 };

/** What the stand-in, which knows nothing of our rules, finds wrong with a record as it would travel. */
function refusals(kind: ReadKind, record: AnyRecord): readonly FieldError[] {
  const errors: FieldError[] = [];
  const wire: unknown = JSON.parse(wireText({ ref: '1', kind, key: record.key, operation: 'upsert', record }));
  const circumstances = { now: Date.parse(context.now), today: context.today, knowsContact: () => true };
  schemas[kind].check(wire, '', { circumstances, errors });
  return errors;
}

/** Compares our verdict with the stand-in's. A currency that cannot be read is ours to withhold: the amounts would be taken, and be wrong. */
function agree<K extends ReadKind>(pack: RulePack<K>, { record }: Reading<K>, { send, findings }: Verdict<K>): void {
  if (send !== null) expect(refusals(pack.kind, send)).toEqual([]);
  else if (!findings.some(({ field }) => field === 'currency')) {
    const ruleOf = createRuleBook(pack);
    const drops = findings
      .filter(({ severity }) => severity === 'drop-field')
      .flatMap((finding) => ruleOf(finding).drops ?? [finding.field]);
    const kept = Object.fromEntries(Object.entries(record).filter(([field]) => !drops.includes(field)));
    expect(refusals(pack.kind, kept as RecordOf[K])).not.toEqual([]);
  }
}

describe('the stand-in takes what our rules let pass, and refuses what they withhold', () => {
  it('for customers', () => {
    fc.assert(
      fc.property(customerCells, (cells) => {
        const reading = readCustomer(cells);
        agree(genieaiRules.customer, reading, judgeCustomer(reading, context));
      }),
      settings,
    );
  });

  it('for products', () => {
    fc.assert(
      fc.property(productCells, (cells) => {
        const reading = readProduct(cells);
        agree(genieaiRules.product, reading, judgeProduct(reading, context));
      }),
      settings,
    );
  });

  it('for sales', () => {
    const lines = fc.array(lineCells, { minLength: 1, maxLength: 3 });
    const payments = fc.array(paymentCells, { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(saleCells, lines, payments, (...cells) => {
        const reading = readSale(...cells);
        agree(genieaiRules.sale, reading, judgeSale(reading, context));
      }),
      settings,
    );
  });
});
