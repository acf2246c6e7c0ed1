import type { Migration } from '../migrate.ts';

/**
 * `run.rows_read`, `run.records_sent`, `run.*_seconds`: what a plot of months adds up, without reading every report. Null
 * for runs that broke off; runs from before are told as far as their reports say it, which is all but the seconds.
 */
export const migration: Migration = {
  version: 11,
  name: 'runs are kept with their figures',
  up(database) {
    database.exec(`
      ALTER TABLE run ADD COLUMN rows_read INTEGER;
      ALTER TABLE run ADD COLUMN records_sent INTEGER;
      ALTER TABLE run ADD COLUMN read_seconds REAL;
      ALTER TABLE run ADD COLUMN check_seconds REAL;
      ALTER TABLE run ADD COLUMN send_seconds REAL;
      UPDATE run SET
        rows_read = (SELECT coalesce(sum(atom), 0) FROM json_tree(report) WHERE key = 'rows'
          AND (path LIKE '$.read.%' OR path LIKE '$.shopFronts.%')),
        records_sent = (SELECT coalesce(sum(atom), 0) FROM json_tree(report) WHERE key IN ('created', 'updated', 'archived')
          AND path LIKE '$.delivered.%')
        WHERE report IS NOT NULL;
      CREATE INDEX run_by_time ON run (started_at);
    `);
  },
};
