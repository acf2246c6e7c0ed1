import { decimalFromMinor } from '../../model/money.ts';
import type { Sale } from '../../model/sale.ts';
import type { Suggestion } from './suggest.ts';

/** The amount without the signs around it; without its minus only as a question. */
export function amountCandidates(text: string): readonly Suggestion[] {
  const bare = text.replace(/[£€$\s]|[A-Z]{3}/g, '');
  return [
    { value: bare, certain: true },
    { value: bare.replace(/^-/, ''), certain: false },
  ];
}

/** Pieces times price, less the discount: a question, for the receipt may say otherwise. */
export function lineTotalCandidates({ lines, currency }: Sale, field: string): readonly Suggestion[] {
  const line = lines[Number(/\d+/.exec(field)?.[0])];
  if (!line || line.quantity === null || line.unitPrice === null) return [];
  const minor = line.quantity * line.unitPrice - (line.discount ?? 0);
  return [{ value: decimalFromMinor(minor, currency), certain: false }];
}

/** The sum of the lines: a question, for a line may be missing. */
export function totalCandidates({ lines, currency }: Sale): readonly Suggestion[] {
  if (lines.length === 0 || lines.some(({ lineTotal }) => lineTotal === null)) return [];
  const sum = lines.reduce((total, { lineTotal }) => total + (lineTotal ?? 0), 0);
  return [{ value: decimalFromMinor(sum, currency), certain: false }];
}
