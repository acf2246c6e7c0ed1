import type { Migration } from '../migrate.ts';

/**
 * `problem`: one thing for staff to mend, the same one as long as record, field and rule are the same. `rule_field` is the
 *   field without the line's number. `stake` is in minor units of `currency`; null where nobody has reckoned it.
 * `problem_event`: what became of it, and when.
 * `claim_scope`: a field that must be unique among one kind of record at one destination.
 * `claim`: which value of it each record claims. Values come in no order, so an index of them is written all over; of
 *   their short digests it is a third as large, and a first load that much quicker. `contest`: the values that several records claim, and who may have each.
 */
export const migration: Migration = {
  version: 3,
  name: 'staff see problems, and values that must be unique are claimed',
  up(database) {
    database.exec(`
      CREATE TABLE problem (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        destination TEXT NOT NULL,
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        field TEXT NOT NULL,
        code TEXT NOT NULL,
        rule_field TEXT NOT NULL,
        severity TEXT NOT NULL,
        depends_on TEXT NOT NULL,
        name TEXT NOT NULL,
        origin TEXT NOT NULL,
        value TEXT,
        says TEXT NOT NULL,
        advice TEXT NOT NULL,
        suggestion TEXT,
        certain INTEGER NOT NULL DEFAULT 0,
        state TEXT NOT NULL CHECK (state IN ('open', 'dismissed', 'closed')),
        dismissed_because TEXT,
        first_seen_at TEXT NOT NULL,
        last_seen_at TEXT NOT NULL,
        closed_at TEXT,
        stake INTEGER,
        currency TEXT,
        UNIQUE (destination, kind, key, field, code)
      ) STRICT;
      CREATE INDEX problem_by_state ON problem (state, destination, kind, key);
      CREATE INDEX problem_by_record ON problem (kind, key);
      CREATE INDEX problem_depending ON problem (destination, kind, depends_on) WHERE state <> 'closed';

      CREATE TABLE problem_event (
        id INTEGER PRIMARY KEY,
        problem INTEGER NOT NULL REFERENCES problem (id) ON DELETE CASCADE,
        at TEXT NOT NULL,
        what TEXT NOT NULL CHECK (what IN ('opened', 'changed', 'mended', 'reopened', 'dismissed')),
        detail TEXT
      ) STRICT;
      CREATE INDEX problem_event_by_problem ON problem_event (problem, id);

      CREATE TABLE claim_scope (
        id INTEGER PRIMARY KEY,
        destination TEXT NOT NULL,
        kind TEXT NOT NULL,
        field TEXT NOT NULL,
        UNIQUE (destination, kind, field)
      ) STRICT;

      CREATE TABLE claim (
        scope INTEGER NOT NULL,
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        digest INTEGER NOT NULL,
        PRIMARY KEY (scope, key)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX claim_by_digest ON claim (scope, digest);

      CREATE TABLE contest (
        scope INTEGER NOT NULL,
        value TEXT NOT NULL,
        holder TEXT NOT NULL,
        PRIMARY KEY (scope, value)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
