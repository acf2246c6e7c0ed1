import type { Migration } from '../migrate.ts';

/**
 * `problem.closed_as` and `problem_event.what` may be `dropped`: nothing is sent to the problem's destination any more. What
 * such a check allows cannot be changed: the column and the table are made anew.
 */
export const migration: Migration = {
  version: 15,
  name: 'problems are dropped with their destination',
  up(database) {
    database.exec(`
      ALTER TABLE problem RENAME COLUMN closed_as TO closed_as_before;
      ALTER TABLE problem ADD COLUMN closed_as TEXT CHECK (closed_as IN ('mended', 'gone', 'joined', 'dropped'));
      UPDATE problem SET closed_as = closed_as_before WHERE closed_as_before IS NOT NULL;
      ALTER TABLE problem DROP COLUMN closed_as_before;

      CREATE TABLE problem_event_anew (
        id INTEGER PRIMARY KEY,
        problem INTEGER NOT NULL REFERENCES problem (id) ON DELETE CASCADE,
        at TEXT NOT NULL,
        what TEXT NOT NULL
          CHECK (what IN ('opened', 'changed', 'mended', 'gone', 'joined', 'dropped', 'reopened', 'dismissed')),
        detail TEXT
      ) STRICT;
      INSERT INTO problem_event_anew SELECT id, problem, at, what, detail FROM problem_event;
      DROP TABLE problem_event;
      ALTER TABLE problem_event_anew RENAME TO problem_event;
      CREATE INDEX problem_event_by_problem ON problem_event (problem, id);
    `);
  },
};
