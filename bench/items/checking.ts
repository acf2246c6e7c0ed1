import { genieaiRules } from '../../src/connectors/genieai/rules.ts';
import type { Row } from '../../src/model/record.ts';
import { systemClock } from '../../src/support/clock.ts';
import { instantOf } from '../../src/model/ids.ts';
import { localDateOf } from '../../src/model/wall-clock.ts';
import { createRecordReader } from '../../src/validation/read/record-reader.ts';
import { createJudge } from '../../src/validation/verdict.ts';
import type { Bench } from '../bench.ts';
import type { Figure } from '../figure.ts';
import { interleave, median } from '../measure.ts';

const rounds = 5;
const shop = { country: 'GB', timeZone: 'Europe/London', currency: 'GBP' as never };
const fields = [
  'key',
  'title',
  'firstName',
  'lastName',
  'email',
  'phone',
  'line1',
  'town',
  'postcode',
  'birthday',
  'notes',
];

/** (f) A row read as a customer, cleaned, and judged by the rules of GenieAI, on one core and with no database. */
export async function measureChecking({ rows: count }: Bench): Promise<Figure[]> {
  const clean = Array.from({ length: count }, (_, index) => customerRow(index, cleanPhone(index)));
  const typed = Array.from({ length: count }, (_, index) => customerRow(index, typedPhone(index)));
  const times = await interleave({ clean: async () => check(clean), typed: async () => check(typed) }, rounds);
  const perSecond = (milliseconds: readonly number[]): number[] => milliseconds.map((each) => (count * 1000) / each);
  return [
    figureOf('contacts checked on one core, clean already', 150_000, perSecond(times.clean)),
    figureOf('contacts checked on one core, every phone typed by hand', 30_000, perSecond(times.typed)),
  ];
}

function figureOf(what: string, atLeast: number, repetitions: readonly number[]): Figure {
  return { item: 'f', what, value: median(repetitions), unit: 'contacts/s', target: { atLeast }, repetitions };
}

/** Milliseconds for all of them. */
function check(rows: readonly Row[]): number {
  const begin = performance.now();
  const now = instantOf(systemClock());
  const context = { now, today: localDateOf(now, shop.timeZone) };
  const read = createRecordReader({ kind: 'customer', fields, shop, cleaning: { capitals: false } });
  const judge = createJudge({ pack: genieaiRules.customer, shop, isTaken: () => false });
  let sent = 0;
  for (const row of rows) if (judge(read(row[0] ?? '', row), context).send?.phone?.startsWith('+44')) sent++;
  if (sent !== rows.length)
    throw new Error(`checking: ${rows.length - sent} of ${rows.length} phones were not understood`);
  return performance.now() - begin;
}

function customerRow(index: number, phone: string): Row {
  const key = String(index + 1);
  const day = String(1 + (index % 28)).padStart(2, '0');
  const birthday = `19${50 + (index % 50)}-0${1 + (index % 9)}-${day}`;
  const name = ['Mrs', 'Beatrix', `Birtwhistle ${index % 97}`];
  const address = [`${1 + (index % 250)} Goldsmith Row`, 'Bury St Edmunds', `IP${1 + (index % 33)} ${index % 10}AA`];
  return [key, ...name, `customer.${key}@example.com`, phone, ...address, birthday, 'Prefers silver'];
}

/** Of the range that is kept for drama. */
function digits(index: number): string {
  return String(index % 1000).padStart(3, '0');
}

function cleanPhone(index: number): string {
  return `+447700900${digits(index)}`;
}

/** As people type them: no two in a row alike. */
function typedPhone(index: number): string {
  const end = digits(index);
  switch (index % 5) {
    case 0:
      return `07700 900${end}`;
    case 1:
      return `07700 900 ${end}`;
    case 2:
      return `(07700) 900-${end}`;
    case 3:
      return `+44 (0)7700 900${end}`;
    default:
      return `0044 7700 900 ${end}`;
  }
}
