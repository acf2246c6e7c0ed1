import type { Migration } from './migrate.ts';
import { migration as rows } from './migrations/0001-rows-are-staged-by-source-and-key.ts';
import { migration as runs } from './migrations/0002-runs-are-kept.ts';
import { migration as problems } from './migrations/0003-problems-and-claims.ts';
import { migration as delivery } from './migrations/0004-outbox-and-ledger.ts';
import { migration as streams } from './migrations/0005-streams-of-pages-are-read-on-from-where-they-were.ts';
import { migration as persons } from './migrations/0006-customers-are-joined-into-persons.ts';
import { migration as joined } from './migrations/0007-customers-and-orders-are-joined.ts';
import { migration as heldFacts } from './migrations/0008-entries-know-what-the-destination-held.ts';
import { migration as webStock } from './migrations/0009-the-stock-of-the-website-is-reckoned.ts';
import { migration as problemLists } from './migrations/0010-problems-are-found-and-sorted-quickly.ts';
import { migration as runFigures } from './migrations/0011-runs-are-kept-with-their-figures.ts';
import { migration as problemEnds } from './migrations/0012-problems-say-how-they-closed.ts';
import { migration as claimants } from './migrations/0013-claims-are-found-in-two-places.ts';
import { migration as depending } from './migrations/0014-entries-that-depend-on-others-are-counted-apart.ts';
import { migration as dropped } from './migrations/0015-problems-are-dropped-with-their-destination.ts';

/** Every step of our own database's schema, in order. */
export const migrations: readonly Migration[] = [
  rows,
  runs,
  problems,
  delivery,
  streams,
  persons,
  joined,
  heldFacts,
  webStock,
  problemLists,
  runFigures,
  problemEnds,
  claimants,
  depending,
  dropped,
];
