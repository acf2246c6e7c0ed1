import type { WritableDatabase } from '../database/open.ts';
import type { Ledger } from '../delivery/ledger.ts';
import type { Outbox } from '../delivery/outbox.ts';
import type { Instant, TillKey } from '../model/ids.ts';
import type { Product } from '../model/product.ts';
import { isReadKind, type ReadKind } from '../model/record.ts';
import type { View } from '../staging/view.ts';
import type { Problems } from '../validation/problems.ts';
import type { Destination } from './destinations.ts';

/** What putting away works with. */
export interface PutAwayParts {
  readonly database: WritableDatabase;
  readonly view: View;
  readonly ledger: Ledger;
  readonly outbox: Outbox;
  readonly problems: Pick<Problems, 'add'>;
}

/** An article that the till no longer has, for a destination which can put no article away: it stays there, and is not on sale. */
function asInactive(key: TillKey): Product {
  return { key, active: false };
}

/**
 * Offers to put away at a destination what it has and the till has not had since before `goneBefore`. Offering again what
 * waits or is done already changes nothing.
 */
export function putAway(
  parts: PutAwayParts,
  { destination, goneBefore, at }: { destination: Destination; goneBefore: Instant; at: Instant },
): void {
  const { view, ledger, outbox, problems } = parts;
  const { archives, kinds } = destination.connector.capabilities;
  const offer = parts.database.transaction((kind: ReadKind, keys: readonly string[]) => {
    for (const name of keys) {
      const key = name as TillKey;
      const subject = { destination: destination.id, kind, key };
      if (!ledger.has(subject)) continue;
      if (archives.includes(kind)) {
        outbox.offer({ ...subject, operation: 'archive', record: null, hash: 'archive', at });
      } else if (kind === 'product') {
        const record = asInactive(key);
        outbox.offer({ ...subject, operation: 'upsert', record, hash: 'inactive', watched: { active: false }, at });
      } else {
        tellStaff(kind, key);
      }
    }
  });

  /** Nobody but a person can take it away there. */
  function tellStaff(kind: ReadKind, key: TillKey): void {
    const { id, connector } = destination;
    const pack = connector.rules(kind);
    if (!pack) return;
    const finding = {
      field: '',
      code: 'vanished_but_kept',
      severity: 'warn',
      value: null,
      dependsOn: 'content',
    } as const;
    problems.add({ destination: id, kind, key, name: () => key, findings: [finding], at, pack, origins: {} });
  }

  for (const kind of kinds.filter(isReadKind)) offer.immediate(kind, view.vanishedBefore(kind, goneBefore));
}
