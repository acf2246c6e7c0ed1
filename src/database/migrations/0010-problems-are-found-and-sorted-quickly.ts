import { searchText } from '../../support/fold-text.ts';
import type { Migration } from '../migrate.ts';

/**
 * `problem.assignee`: who sees to it; null where nobody does.
 * `problem.search`: what a search looks through, folded: name, key, value and the till's field, a line each.
 * `problem_list`: everything that a list is filtered and sorted by, in the usual order, so that a page or a search reads no
 *   other problem than those it shows. A full-text index would make each new problem three times as dear to write, and a
 *   search no quicker.
 * `problem_cause`: the open ones by cause, and by record within it.
 */
export const migration: Migration = {
  version: 10,
  name: 'problems are found and sorted quickly, and somebody sees to them',
  up(database) {
    database.function('search_text', { deterministic: true, varargs: true }, (...parts) =>
      searchText(...parts.map((part) => (typeof part === 'string' ? part : null))),
    );
    database.exec(`
      ALTER TABLE problem ADD COLUMN assignee TEXT;
      ALTER TABLE problem ADD COLUMN search TEXT NOT NULL DEFAULT '';
      UPDATE problem SET search = search_text(name, key, value, origin);
      CREATE INDEX problem_list ON problem
        (state, coalesce(stake, 0) DESC, first_seen_at, id, kind, severity, code, rule_field, destination, assignee, search);
      CREATE INDEX problem_cause ON problem
        (destination, kind, rule_field, code, key, stake, severity, suggestion IS NULL) WHERE state = 'open';
      CREATE INDEX problem_assigned ON problem (assignee) WHERE assignee IS NOT NULL;
    `);
  },
};
