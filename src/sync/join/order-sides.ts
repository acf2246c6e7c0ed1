import type { TillSale, WebOrder } from '../../identity/orders.ts';
import type { TillKey } from '../../model/ids.ts';
import type { Sale } from '../../model/sale.ts';
import { localDateOf } from '../../model/wall-clock.ts';
import type { Settings } from '../../settings/settings.ts';
import type { StagedRow } from '../../staging/staging.ts';
import { momentOf } from '../../validation/read/date.ts';
import { customerReader, saleReader } from '../records.ts';
import type { Joining, JoinedSource } from './joining.ts';

/** What was bought before anything was paid back: refunds are lines below zero without an article. */
function totalBefore({ total, lines }: Sale): number | null {
  if (total == null) return null;
  return lines.reduce(
    (sum, { sku, lineTotal }) => (sku == null && (lineTotal ?? 0) < 0 ? sum - (lineTotal ?? 0) : sum),
    total,
  );
}

/** Reads orders of the website as they are compared with sales of the till; undefined for one that counts as none. */
export function createOrderSide({ overlay }: Joining, { staging }: JoinedSource, settings: Settings) {
  const { fields } = staging.feed('sale');
  const cell = (row: StagedRow, field: string): string | null => row.cells?.[fields.indexOf(field)] ?? null;
  const read = saleReader(staging, 'web', settings);
  return (row: StagedRow): WebOrder | undefined => {
    const standing = cell(row, 'standing');
    if (row.cells === null || (standing !== 'sale' && standing !== 'open')) return undefined;
    const { record } = read(row);
    const total = totalBefore(record);
    const placedAt = momentOf(cell(row, 'placedAt') ?? cell(row, 'soldAt') ?? '', settings.shop);
    const number = cell(row, 'orderNumber') ?? cell(row, 'reference');
    if (total === null || !placedAt || number === null || record.currency !== settings.shop.currency) return undefined;
    const { customerKey } = record;
    return {
      key: record.key,
      number,
      total,
      day: localDateOf(placedAt, settings.shop.timeZone),
      person: customerKey == null ? null : overlay.shownAs('customer', customerKey),
      email: cell(row, 'email')?.trim().toLowerCase() ?? null,
    };
  };
}

/** Reads sales of the till as they are compared with orders of the website. */
export function createSaleSide({ overlay }: Joining, { staging }: JoinedSource, settings: Settings) {
  const read = saleReader(staging, 'pos', settings);
  const readCustomer = customerReader(staging, 'customer', settings);
  const emailOf = (key: TillKey): string | null => {
    const row = staging.row('customer', key);
    return (row?.cells && readCustomer(row).record.email?.toLowerCase()) ?? null;
  };
  return (row: StagedRow): TillSale | undefined => {
    if (row.cells === null) return undefined;
    const { record } = read(row);
    const { customerKey, soldAt, total, currency } = record;
    if (!soldAt || total == null || currency !== settings.shop.currency) return undefined;
    return {
      key: record.key,
      reference: record.reference ?? null,
      total,
      day: localDateOf(soldAt, settings.shop.timeZone),
      person: customerKey == null ? null : overlay.shownAs('customer', customerKey),
      email: customerKey == null ? null : emailOf(customerKey),
    };
  };
}
