import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerCells, lineCells, paymentCells, productCells, saleCells } from './arbitrary-cells.ts';
import { genieaiRules } from '../../src/connectors/genieai/rules.ts';
import type { ReadKind } from '../../src/model/record.ts';
import type { RulePack } from '../../src/model/rule-pack.ts';
import type { Reading } from '../../src/validation/reading.ts';
import { createRuleBook } from '../../src/validation/rule-book.ts';
import { createJudge, type Verdict } from '../../src/validation/verdict.ts';
import { context, readCustomer, readProduct, readSale, shop } from './shop.ts';

const settings = { numRuns: 400 };
const taken = new Set(['jane@gmail.com']);

interface Laws<K extends ReadKind> {
  readonly pack: RulePack<K>;
  readonly readings: fc.Arbitrary<Reading<K>>;
}

const customers: Laws<'customer'> = {
  pack: genieaiRules.customer,
  readings: fc.tuple(customerCells, fc.boolean()).map(([cells, capitals]) => readCustomer(cells, { capitals })),
};
const products: Laws<'product'> = { pack: genieaiRules.product, readings: productCells.map(readProduct) };
const sales: Laws<'sale'> = {
  pack: genieaiRules.sale,
  readings: fc
    .tuple(
      saleCells,
      fc.array(lineCells, { minLength: 1, maxLength: 3 }),
      fc.array(paymentCells, { minLength: 1, maxLength: 2 }),
    )
    .map(([head, lines, payments]) => readSale(head, lines, payments)),
};

function holdsFor<K extends ReadKind>({ pack, readings }: Laws<K>): void {
  const judge = createJudge({ pack, shop, isTaken: (_field, value) => taken.has(value) });
  const ruleOf = createRuleBook(pack);
  const listed = new Set(pack.rules.map(({ field, code }) => `${field} ${code}`));
  const laws: Record<string, (reading: Reading<K>, verdict: Verdict<K>) => void> = {
    'what is sent, judged again, has nothing left that would be withheld or dropped': (_, { send }) => {
      if (send === null) return;
      const faults = pack.judge(send, context).filter((fault) => ruleOf(fault).severity !== 'warn');
      expect(faults).toEqual([]);
    },

    'what is withheld has a reason, and what is sent has none': (_, { send, findings }) => {
      expect(findings.some(({ severity }) => severity === 'block')).toBe(send === null);
    },

    'every finding has a row in the pack': (_, { findings }) => {
      for (const { field, code } of findings) expect(listed).toContain(`${field.replace(/\[\d+\]/, '[]')} ${code}`);
    },

    'no field has the same finding twice': (_, { findings }) => {
      expect(new Set(findings.map(({ field, code }) => `${field} ${code}`)).size).toBe(findings.length);
    },

    'a finding shows what stands in the till': (reading, { findings }) => {
      for (const { field, value } of findings) expect(value).toBe(reading.raw(field));
    },

    'only dropped fields are missing from what is sent, and the others are as they were read': (
      reading,
      { send, findings },
    ) => {
      if (send === null) return;
      const dropped = findings
        .filter(({ severity }) => severity === 'drop-field')
        .flatMap((finding) => ruleOf(finding).drops ?? [finding.field]);
      const kept = Object.entries(reading.record).filter(([field]) => !dropped.includes(field));
      expect(send).toEqual(Object.fromEntries(kept));
    },

    'a suggestion settles the matter, and is nothing that stands there or is taken': (reading, { findings }) => {
      for (const { field, value, suggestion } of findings) {
        if (!suggestion) continue;
        expect(suggestion.value).not.toBe(value);
        expect(suggestion.value.trim()).not.toBe('');
        const mended = reading.with(field, suggestion.value);
        expect(mended.faults.filter((fault) => fault.field === field)).toEqual([]);
        expect(pack.judge(mended.record, context).filter((fault) => fault.field === field)).toEqual([]);
        for (const { field: unique, claim } of pack.unique)
          if (unique === field) expect(taken).not.toContain(claim(mended.record));
      }
    },

    'cleaning is done once and for all': (reading) => {
      let again = reading;
      for (const { field, after } of reading.cleanings) again = again.with(field, after);
      expect(again.cleanings).toEqual([]);
      expect(again.record).toEqual(reading.record);
    },

    'cleaning says what stood there and what it made of it': (reading) => {
      for (const { field, before, after } of reading.cleanings) {
        expect(before).toBe(reading.raw(field));
        expect(after).not.toBe(before);
      }
    },
  };

  it.each(Object.entries(laws))('%s', (_, holds) => {
    fc.assert(
      fc.property(readings, (reading) => holds(reading, judge(reading, context))),
      settings,
    );
  });
}

describe('for every customer', () => {
  holdsFor(customers);
});
describe('for every product', () => {
  holdsFor(products);
});
describe('for every sale', () => {
  holdsFor(sales);
});
