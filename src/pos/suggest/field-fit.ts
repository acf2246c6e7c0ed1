import type { FieldWords, Nature } from './field-words.ts';
import { shareOfBirthdays, shareThatLooks } from './looks-like.ts';
import { nameFit } from './name-fit.ts';
import { isNumeric, isTemporal, isText, type KnownColumn } from './till-schema.ts';

/** Natures that values betray even under a name that says nothing. */
const betrayed: readonly Nature[] = ['email', 'barcode'];

/** How likely a column holds a field, 0 to 1, from its name, its type and what stands in it. */
export function fieldFit(
  column: KnownColumn,
  field: FieldWords,
  { name, prefix }: { name: string; prefix: string },
): number {
  if (!typeFits(column, field.nature)) return 0;
  const byName = nameFit(column.name, field, prefix);
  const share = shareThatLooks(field.nature, column.texts);
  if (share === undefined) return byName * (column.texts.length === 0 ? 0.85 : 1);
  if (byName === 0) return betrayed.includes(field.nature) && share > 0.6 && column.texts.length >= 3 ? 0.6 * share : 0;
  if (name === 'birthday') return byName * (0.6 + 0.4 * shareOfBirthdays(column.texts));
  if (share < 0.1 && column.texts.length >= 5) return byName * 0.3;
  return byName * (0.8 + 0.2 * share);
}

function typeFits(column: KnownColumn, nature: Nature): boolean {
  switch (nature) {
    case 'day':
    case 'moment':
      return isTemporal(column) || (isText(column) && (shareThatLooks('day', column.texts) ?? 0) > 0.8);
    case 'money':
    case 'number':
      return isNumeric(column);
    case 'email':
    case 'name':
      return isText(column);
    case 'flag':
      return !isTemporal(column) && (shareThatLooks('flag', column.texts) ?? 1) > 0.8;
    case 'barcode':
      return !isTemporal(column) && !/^(NUMERIC|DECIMAL)\(\d+,[1-9]/i.test(column.type);
    case 'key':
      return !isTemporal(column) && !/^(BLOB|BOOLEAN|DOUBLE|FLOAT|REAL)/i.test(column.type);
    case 'text':
    case 'phone':
    case 'postcode':
      return !isTemporal(column) && !/^(BLOB$|BOOLEAN|DOUBLE|FLOAT)/i.test(column.type);
    default:
      return nature satisfies never;
  }
}
