import type { Migration } from './migrate.ts';
import { migration as rows } from './migrations/0001-rows-are-staged-by-source-and-key.ts';
import { migration as runs } from './migrations/0002-runs-are-kept.ts';
import { migration as problems } from './migrations/0003-problems-and-claims.ts';
import { migration as delivery } from './migrations/0004-outbox-and-ledger.ts';

/** Every step of our own database's schema, in order. */
export const migrations: readonly Migration[] = [rows, runs, problems, delivery];
