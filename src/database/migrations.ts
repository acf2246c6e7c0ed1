import type { Migration } from './migrate.ts';
import { migration as rows } from './migrations/0001-rows-are-staged-by-source-and-key.ts';

/** Every step of our own database's schema, in order. */
export const migrations: readonly Migration[] = [rows];
