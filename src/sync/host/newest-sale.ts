import type { Instant } from '../../model/ids.ts';
import { instantOf } from '../../model/ids.ts';
import type { Row } from '../../model/record.ts';
import type { Sale } from '../../model/sale.ts';
import { localDateOf } from '../../model/wall-clock.ts';
import type { FieldOrigin, Snapshot } from '../../pos/contract.ts';
import type { Profile } from '../../pos/profile.ts';
import type { ShopSettings } from '../../settings/settings.ts';
import { createWords } from '../../support/words.ts';
import { createSaleReader } from '../../validation/read/sale-reader.ts';
import { amountWords } from './value-words.ts';

/** Which sale, and how it is read. */
export interface NewestSaleParts {
  readonly row: Row | undefined;
  readonly fields: readonly FieldOrigin[];
  readonly profile: Profile;
  readonly shop: ShopSettings | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

const linesShown = 2;

/** A sale by which people know their own shop: "Newest sale: today 11:04, £89, 1 × silver chain". Null where there is none. */
export async function newestSaleWords(snapshot: Snapshot, parts: NewestSaleParts): Promise<string | null> {
  const { row, fields, shop } = parts;
  if (!row) return null;
  const names = fields.map(({ field }) => field);
  const cell = (field: string): string | null => row[names.indexOf(field)] ?? null;
  const lines = await linesOf(snapshot, parts);
  const said = shop
    ? readWords({ key: cell('key') ?? '', row, names, lines }, { shop, now: parts.now })
    : [cell('soldAt')?.slice(0, 16), cell('total'), ...lines.rows.map((line) => plainLine(line, lines.names))];
  return `Newest sale: ${said.filter(Boolean).join(', ')}`;
}

interface Lines {
  readonly names: readonly string[];
  readonly rows: readonly Row[];
}

async function linesOf(snapshot: Snapshot, { profile, row, fields }: NewestSaleParts): Promise<Lines> {
  const key = (profile.sale?.key ?? ['key'])
    .map((part) => row?.[fields.findIndex(({ field }) => field === part)] ?? '')
    .join('-');
  const names = (await snapshot.fields('saleLine'))?.map(({ field }) => field);
  return names ? { names, rows: await snapshot.readOne('saleLine', key) } : { names: [], rows: [] };
}

function plainLine(line: Row, names: readonly string[]): string {
  const cell = (field: string): string | null => line[names.indexOf(field)] ?? null;
  return [cell('quantity'), cell('description') ?? cell('sku')].filter(Boolean).join(' × ');
}

/** The sale as it would be understood, in the words of the shop's country. */
function readWords(
  { key, row, names, lines }: { key: string; row: Row; names: readonly string[]; lines: Lines },
  { shop, now }: { readonly shop: ShopSettings; readonly now: number },
): readonly string[] {
  const read = createSaleReader({ sale: names, saleLine: lines.names, shop });
  const children = lines.rows.map((cells, index) => ({ key: String(index), cells }));
  const { record } = read(key, row, { lines: children });
  const words = createWords(shop);
  const { soldAt, total, currency } = record;
  return [
    soldAt ? whenWords(soldAt, { shop, now }) : '',
    total == null ? '' : amountWords(total, { currency, words, shop }),
    ...goodsWords(record),
  ];
}

function goodsWords({ lines }: Sale): readonly string[] {
  const shown = lines
    .slice(0, linesShown)
    .map(({ quantity, description, sku }) => [quantity, description ?? sku].filter((part) => part != null).join(' × '));
  return lines.length > linesShown ? [...shown, `and ${lines.length - linesShown} more`] : shown;
}

/** "today 11:04", "yesterday 17:20", "19 Nov 2026, 11:04". */
function whenWords(at: Instant, { shop, now }: { readonly shop: ShopSettings; readonly now: number }): string {
  const words = createWords(shop);
  const dayOf = (milliseconds: number) => localDateOf(instantOf(milliseconds), shop.timeZone);
  const day = localDateOf(at, shop.timeZone);
  if (day === dayOf(now)) return `today ${words.time(at)}`;
  if (day === dayOf(now - 86_400_000)) return `yesterday ${words.time(at)}`;
  return words.moment(at);
}
