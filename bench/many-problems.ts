import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Makes twins of a home's open problems, with other money at stake, until there are so many. */
export function multiplyProblems(home: string, many: number): void {
  const database = new DatabaseSync(join(home, 'tillbridge.db'));
  try {
    database.exec('PRAGMA busy_timeout = 10000');
    const columns = database
      .prepare("SELECT name FROM pragma_table_info('problem') WHERE name NOT IN ('id', 'key', 'stake')")
      .all()
      .map(({ name }) => String(name))
      .join(', ');
    const open = Number(database.prepare("SELECT count(*) AS open FROM problem WHERE state = 'open'").get()?.['open']);
    database.exec(`
      WITH RECURSIVE twin (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM twin WHERE number < ${Math.ceil(many / open)})
      INSERT INTO problem (key, stake, ${columns})
      SELECT key || '-' || number, (id * 7919 + number * 104729) % 900000, ${columns} FROM problem, twin
      WHERE state = 'open' LIMIT ${many - open}`);
  } finally {
    database.close();
  }
}
