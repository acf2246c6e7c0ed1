import { isReadKind, type AnyRecord, type ReadKind } from '../../model/record.ts';
import type { SaleLine, Sale } from '../../model/sale.ts';
import { createWords, type Words } from '../../support/words.ts';
import { fieldNoun } from '../../validation/problem-words.ts';
import type { Problem } from '../../validation/problem.ts';
import type { Reading } from '../../validation/reading.ts';
import { fieldOfRule } from '../../validation/rule-book.ts';
import type { Engine } from '../engine.ts';
import { compareFields } from '../compare-fields.ts';
import { createOrigins, type Origins } from '../origins.ts';
import type { ProblemCard } from './host-contract.ts';
import { amountWords, valueWords } from './value-words.ts';

type Shown = ProblemCard['record'][number];

/** What a record holds that is no field of the till, or is shown otherwise. */
const apart: ReadonlySet<string> = new Set(['sources', 'channel', 'currency', 'lines', 'payments']);

/**
 * The record behind a problem as it would be sent, field by field, with the till's own name of each; the fields that have a
 * problem as they stand in the till, and marked. Empty where there is no such record any more.
 */
export function cardRecord(engine: Engine, { destination, kind, key, ...problem }: Problem): ProblemCard['record'] {
  const words = createWords(engine.settings.shop);
  if (!isReadKind(kind))
    return [{ field: problem.origin || 'Article', value: problem.value ?? problem.name, bad: true }];
  const row = engine.view.row(kind, key);
  const reading = row?.cells ? engine.records.reader(kind)(row) : undefined;
  if (!row || !reading) return [];
  const bad = new Set(engine.problems.of({ destination, kind, key }).map(({ field }) => field));
  bad.add(problem.field);
  const asked = { kind, reading, bad, words, origins: createOrigins(engine, kind)(row), shop: engine.settings.shop };
  return [...fieldsOf(asked), ...(kind === 'sale' ? partsOf(asked) : [])];
}

interface Asked {
  readonly kind: ReadKind;
  readonly reading: Reading<ReadKind>;
  /** The fields with problems. */
  readonly bad: ReadonlySet<string>;
  readonly words: Words;
  readonly origins: Origins;
  readonly shop: Engine['settings']['shop'];
}

function fieldsOf({ kind, reading, bad, words, origins, shop }: Asked): readonly Shown[] {
  const { record, raw } = reading;
  const known = Object.keys(record).filter((field) => !apart.has(field));
  // What could not be read is no part of the record, and stands in the till all the same.
  const unread = [...bad].filter(
    (field) => field !== '' && !field.includes('[') && !known.includes(field) && !apart.has(field),
  );
  return [...known, ...unread].toSorted(compareFields(kind)).flatMap((field) => {
    const isBad = bad.has(field);
    const value = (isBad ? raw(field) : null) ?? valueWords(valueOf(record, field), { field, record, words, shop });
    return value === '' && !isBad ? [] : [{ field: labelOf(field, origins), value, bad: isBad }];
  });
}

function valueOf(record: AnyRecord, field: string): unknown {
  return Object.entries(record).find(([name]) => name === field)?.[1];
}

/** The lines and payments of a sale, one row each. */
function partsOf({ reading, bad, words, shop }: Asked): readonly Shown[] {
  const sale = reading.record as Sale;
  const money = (minor: number) => amountWords(minor, { currency: sale.currency, words, shop });
  const isBad = (part: string) => [...bad].some((field) => field === part || field.startsWith(`${part}.`));
  const lines = sale.lines.map((line, index) => ({
    field: `Line ${index + 1}`,
    value: lineWords(line, money),
    bad: isBad(`lines[${index}]`),
  }));
  const payments = (sale.payments ?? []).map(({ method, amount }, index) => ({
    field: `Payment ${index + 1}`,
    value: [method, amount === null ? null : money(amount)].filter(Boolean).join(', '),
    bad: isBad(`payments[${index}]`),
  }));
  return [...lines, ...(lines.length === 0 ? [{ field: 'Lines', value: '', bad: bad.has('lines') }] : []), ...payments];
}

function lineWords({ quantity, description, sku, lineTotal }: SaleLine, money: (minor: number) => string): string {
  const what = [quantity === null ? null : `${quantity} ×`, description ?? sku ?? '?'].filter(Boolean).join(' ');
  return lineTotal === null ? what : `${what}, ${money(lineTotal)}`;
}

/** What a row of its own is called where a list speaks of the field otherwise: of a sale without its customer as of a sale. */
const ownNouns: Readonly<Record<string, string>> = {
  customerKey: 'customer',
  active: 'still sold',
  updatedAt: 'changed on',
};

/** `Phone number (CUST.TEL)`; without what the till calls it where it has no column of its own. */
function labelOf(field: string, origins: Origins): string {
  const noun = ownNouns[field] ?? fieldNoun(fieldOfRule(field));
  const isName = field === 'title' || field === 'firstName' || field === 'lastName';
  const origin = origins[field] ?? (isName ? origins['fullName'] : undefined);
  const name = noun.charAt(0).toUpperCase() + noun.slice(1);
  return origin ? `${name} (${origin})` : name;
}
