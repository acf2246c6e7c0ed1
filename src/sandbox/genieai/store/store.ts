import type { Clock } from '../../../support/clock.ts';
import type { ChangeLog } from './change-log.ts';
import { openJournal, readJournal, rewriteJournal } from './journal.ts';
import type { Journal } from './journal.ts';
import { createMemory, summaryOf } from './memory.ts';
import type { Memory } from './memory.ts';
import type { Collection, KeptAnswer, Step, Stored, Tombstone } from './stored.ts';
import type { TableView } from './table.ts';

const answersKeptFor = 48 * 3_600_000;
const idPrefix = { contacts: 'con', products: 'prd', sales: 'sal' } as const satisfies Record<Collection, string>;

/** What a record is made from; without an id it is a new one. */
export type Draft = Omit<Stored, 'id' | 'sequence' | 'updatedAt'> & { readonly id?: string };

/** Everything that this GenieAI holds. Reading is free; what is written counts from the next `commit` on. */
export interface Store {
  readonly contacts: TableView;
  readonly products: TableView;
  readonly sales: TableView;
  readonly tombstones: ReadonlyMap<string, Tombstone>;
  /** Keys that were erased and have not been sent again. */
  readonly erased: ReadonlySet<string>;
  readonly changes: Pick<ChangeLog, 'since'>;
  put(into: Collection, draft: Draft): Stored;
  /** Takes a contact away for good. `erased` is false where it lives on in another. */
  bury(contact: Stored, erased: boolean): void;
  /** The answer that a write with this key got in the last 48 hours. */
  answered(key: string): KeptAnswer | undefined;
  /** Makes everything since the last commit last, together with the answer that tells of it. */
  commit(answer?: KeptAnswer): void;
  close(): void;
}

async function openFile(file: string, memory: Memory): Promise<Journal> {
  for await (const steps of readJournal(file)) steps.forEach((step) => memory.apply(step));
  rewriteJournal(file, summaryOf(memory));
  return openJournal(file);
}

/** Opens what a file holds, or an empty store in memory alone. */
export async function openStore({ storage, now }: { storage: string; now: Clock }): Promise<Store> {
  const memory = createMemory();
  const { tables, answers } = memory;
  const journal = storage === 'memory' ? undefined : await openFile(storage, memory);
  let steps: Step[] = [];

  function take(step: Step): void {
    memory.apply(step);
    if (journal) steps.push(step);
  }

  function forgetOldAnswers(): void {
    for (const [key, { at }] of answers) {
      if (at > now() - answersKeptFor) return;
      answers.delete(key);
    }
  }

  return {
    ...tables,
    tombstones: memory.tombstones,
    erased: memory.erased,
    changes: memory.changes,
    put(into, draft) {
      const sequence = memory.nextSequence();
      const record = { ...draft, id: draft.id ?? `${idPrefix[into]}_${sequence}`, sequence, updatedAt: now() };
      take({ op: 'put', into, record });
      return record;
    },
    bury({ id, externalId }, erased) {
      take({ op: 'bury', erased, tombstone: { id, externalId, sequence: memory.nextSequence(), updatedAt: now() } });
    },
    answered(key) {
      forgetOldAnswers();
      return answers.get(key);
    },
    commit(answer) {
      if (answer) take({ op: 'answer', answer });
      if (journal && steps.length > 0) journal.append(steps);
      steps = [];
    },
    close() {
      if (!journal) return;
      journal.close();
      rewriteJournal(storage, summaryOf(memory));
    },
  };
}
