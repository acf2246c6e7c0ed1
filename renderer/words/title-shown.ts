import type { Words } from './words.ts';

const sale = /^(?:(\d{4}-\d\d-\d\d), )?(-?\d+(?:\.\d+)?) ([A-Z]{3})$/;

/** What a record is called: a sale, which the engine calls by its day and its total, as the shop's country writes both. */
export function titleShown(title: string, words: Words): string {
  const [, day, amount, currency] = sale.exec(title) ?? [];
  if (amount === undefined || currency === undefined) return title;
  const money = words.amount(Number(amount), currency);
  return day === undefined ? money : `${words.day(day)}, ${money}`;
}
