import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as pause } from 'node:timers/promises';
import { shopSteps } from '../../sandbox/shop/shop-steps.ts';
import type { SampleShop } from '../../sandbox/shop/shop.ts';
import type { DemoTill, DemoTillParts } from './till.ts';

/** Writes the sample shop's till into a SQLite file that is not there yet. */
export async function buildSqliteShop(file: string, shop: SampleShop, onRows: (rows: number) => void): Promise<void> {
  const database = new DatabaseSync(file);
  try {
    let rows = 0;
    // A till that breaks half-built is thrown away, so nothing has to be safe against a power cut here.
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN');
    for (const step of shopSteps(shop, 'sqlite')) {
      if (step.kind === 'run') {
        database.exec(step.statement);
        continue;
      }
      const places = step.columns.map(() => '?').join(', ');
      const insert = database.prepare(`INSERT INTO ${step.table} (${step.columns.join(', ')}) VALUES (${places})`);
      for (const row of step.rows) insert.run(...row);
      rows += step.rows.length;
      onRows(rows);
      // Lets signals and the screen have their turn.
      await pause();
    }
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}

/** The sample shop as an embedded till. */
export async function openSqliteTill({ shop, folder, profile, onRows }: DemoTillParts): Promise<DemoTill> {
  const file = path.join(folder, 'till.db');
  await buildSqliteShop(file, shop, onRows);
  return {
    label: 'SQLite',
    dialect: 'sqlite',
    settings: { kind: 'sqlite', file, profile },
    password: undefined,
    async change(statements) {
      const database = new DatabaseSync(file);
      try {
        database.exec(`BEGIN; ${statements.map((statement) => `${statement};`).join('\n')} COMMIT`);
      } finally {
        database.close();
      }
    },
    close: () => Promise.resolve(),
  };
}
