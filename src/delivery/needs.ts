import { isDeepStrictEqual } from 'node:util';
import type { Operation } from '../connectors/contract.ts';
import type { Facts } from '../model/facts.ts';
import type { Instant } from '../model/ids.ts';
import type { RecordKind } from '../model/record.ts';
import { isReadKind } from '../model/record.ts';

/** What is asked for a record. */
export interface Wanted {
  readonly kind: RecordKind;
  readonly operation: Operation;
  readonly hash: string;
  readonly watched: Facts | null;
}

/** What the ledger says of a record. */
export interface There {
  readonly hash: string;
  readonly watched: Facts | null;
  readonly archivedAt: Instant | null;
}

/**
 * Whether anything has to be sent, so that the destination has the record as it is wanted. What is reckoned (a stock, a
 * price) is wanted for its facts alone: these may have been seen there, and then nobody knows the rest of what was sent.
 */
export function isNeeded({ kind, operation, hash, watched }: Wanted, there: There | undefined): boolean {
  const isThere = there !== undefined && there.archivedAt === null;
  if (operation === 'archive' || operation === 'merge') return isThere;
  if (!isThere) return true;
  return isReadKind(kind) ? there.hash !== hash : !isDeepStrictEqual(there.watched, watched);
}
