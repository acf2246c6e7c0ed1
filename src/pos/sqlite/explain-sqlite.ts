import type { RowKind } from '../../model/record.ts';
import { messageOf, TillbridgeError } from '../../support/errors.ts';
import { profileError } from '../result-fields.ts';
import { selectItems } from '../select-list.ts';

/** What SQLite, and who opens it for us, say of a file, and what people say. */
const ofTheFile: readonly (readonly [RegExp, string])[] = [
  [/unable to open|directory does not exist/i, 'there is no such file, or it may not be read'],
  [/not a database/i, 'it is no SQLite database'],
];

/** Says in words why SQLite could not read. Its messages name tables and columns, never what stands in them. */
export function explainSqlite(doing: string, thrown: unknown): TillbridgeError {
  if (thrown instanceof TillbridgeError) return thrown;
  const text = messageOf(thrown);
  if (/busy|locked/i.test(text)) {
    return new TillbridgeError('unreachable', `${doing}: the till is writing just now`, {
      hint: 'Nothing is lost; the next run goes on.',
      cause: thrown,
    });
  }
  const [, why = text] = ofTheFile.find(([said]) => said.test(text)) ?? [];
  return new TillbridgeError('settings', `${doing}: ${why}`, {
    hint: 'Is this the till’s own database file? It has to be a SQLite database (till.file in the settings).',
    cause: thrown,
  });
}

/** The error for a profile's SELECT that SQLite refuses, with the field that a missing column was meant for. */
export function explainSelect(kind: RowKind, select: string, thrown: unknown): TillbridgeError {
  const text = messageOf(thrown);
  const [, what, name = ''] = /no such (table|column): (.+)/.exec(text) ?? [];
  if (what === 'table') {
    return profileError(
      kind,
      `there is no table ${name} in this database`,
      'Does the profile belong to this make of till? "tillbridge till describe" lists its tables.',
    );
  }
  if (what === 'column') {
    const last = name.split('.').at(-1)?.toLowerCase() ?? '';
    const item = selectItems(select).find(({ expression }) => wordsOf(expression).includes(last));
    return profileError(
      kind,
      `there is no column ${name}${item ? `, wanted for "${item.alias}"` : ''}`,
      '"tillbridge till describe" lists the columns that this database has.',
    );
  }
  return profileError(kind, text, 'Mend the SELECT in the profile.');
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\d_$]+/gu) ?? [];
}
