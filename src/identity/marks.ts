import type { WritableDatabase } from '../database/open.ts';

/** How far joining has come, and by what. Kept in the database, so that whatever is rolled back is forgotten here too. */
export interface Marks {
  /** Newcomers up to this id have their traits written, and up to the other are settled. */
  read(name: 'indexed' | 'settled'): number;
  write(name: 'indexed' | 'settled', id: number): void;
  /** What the last settling went by: the rules' version, the addresses that the shop calls shared. */
  terms(name: 'rules' | 'shared'): string | undefined;
  writeTerms(name: 'rules' | 'shared', value: string): void;
}

/** Prepares reading and writing of the marks. */
export function createMarks(database: WritableDatabase): Marks {
  const read = database.prepare<[string], string>('SELECT value FROM identity_mark WHERE name = ?').pluck();
  const write = database.prepare<[string, string]>('INSERT OR REPLACE INTO identity_mark (name, value) VALUES (?, ?)');
  return {
    read: (name) => Number(read.get(name) ?? 0),
    write: (name, id) => void write.run(name, String(id)),
    terms: (name) => read.get(name),
    writeTerms: (name, value) => void write.run(name, value),
  };
}
