import type { Migration } from '../migrate.ts';

/**
 * `problem.closed_as`: whether the record was mended, went, or became one with another. Of what closed before, nobody knows
 * any more: it counts as mended. `problem_event` is made anew, for its check names what may become of a problem.
 */
export const migration: Migration = {
  version: 12,
  name: 'problems say how they closed',
  up(database) {
    database.exec(`
      ALTER TABLE problem ADD COLUMN closed_as TEXT CHECK (closed_as IN ('mended', 'gone', 'joined'));
      UPDATE problem SET closed_as = 'mended' WHERE state = 'closed';

      CREATE TABLE problem_event_anew (
        id INTEGER PRIMARY KEY,
        problem INTEGER NOT NULL REFERENCES problem (id) ON DELETE CASCADE,
        at TEXT NOT NULL,
        what TEXT NOT NULL
          CHECK (what IN ('opened', 'changed', 'mended', 'gone', 'joined', 'reopened', 'dismissed')),
        detail TEXT
      ) STRICT;
      INSERT INTO problem_event_anew SELECT id, problem, at, what, detail FROM problem_event;
      DROP TABLE problem_event;
      ALTER TABLE problem_event_anew RENAME TO problem_event;
      CREATE INDEX problem_event_by_problem ON problem_event (problem, id);
    `);
  },
};
