import { createChangeLog } from './change-log.ts';
import { collections } from './stored.ts';
import type { Collection, KeptAnswer, Step, Tombstone } from './stored.ts';
import { createTable } from './table.ts';
import type { Table } from './table.ts';

/** E-mail addresses are compared without case. */
export function foldedEmail(email: unknown): string | undefined {
  return typeof email === 'string' ? email.toLowerCase() : undefined;
}

function textsOf(...values: readonly unknown[]): string[] {
  return values.filter((value) => typeof value === 'string');
}

function createTables(): Record<Collection, Table> {
  return {
    contacts: createTable({
      email: ({ fields }) => textsOf(foldedEmail(fields['email'])),
      phone: ({ fields }) => textsOf(fields['phone'], fields['mobile']),
    }),
    products: createTable({ sku: ({ fields }) => textsOf(fields['sku']) }),
    sales: createTable({ contact: ({ fields }) => textsOf(fields['contactExternalId']) }),
  };
}

/** All that the sandbox holds, in memory; it changes by `apply` alone, so that a journal of steps leads back to it. */
export function createMemory() {
  const tables = createTables();
  const tombstones = new Map<string, Tombstone>();
  const erased = new Set<string>();
  const answers = new Map<string, KeptAnswer>();
  const changes = createChangeLog();
  let sequence = 0;

  function apply(step: Step): void {
    switch (step.op) {
      case 'put':
        sequence = Math.max(sequence, step.record.sequence);
        tables[step.into].put(step.record);
        if (step.into !== 'contacts') return;
        changes.note(step.record.id, step.record.sequence);
        if (step.record.externalId !== null) erased.delete(step.record.externalId);
        return;
      case 'bury':
        sequence = Math.max(sequence, step.tombstone.sequence);
        tables.contacts.remove(step.tombstone.id);
        tombstones.set(step.tombstone.id, step.tombstone);
        changes.note(step.tombstone.id, step.tombstone.sequence);
        if (step.erased && step.tombstone.externalId !== null) erased.add(step.tombstone.externalId);
        return;
      case 'answer':
        answers.delete(step.answer.key);
        answers.set(step.answer.key, step.answer);
    }
  }

  return { tables, tombstones, erased, answers, changes, apply, nextSequence: () => sequence + 1 };
}

/** What `createMemory` makes. */
export type Memory = ReturnType<typeof createMemory>;

/** Everything held, as the fewest steps that lead to it, in order of change. */
export function* summaryOf({ tables, tombstones, erased, answers }: Memory): Generator<readonly Step[]> {
  const changes: { sequence: number; step: Step }[] = [];
  for (const into of collections) {
    for (const record of tables[into].all())
      changes.push({ sequence: record.sequence, step: { op: 'put', into, record } });
  }
  for (const tombstone of tombstones.values()) {
    const isErased = tombstone.externalId !== null && erased.has(tombstone.externalId);
    changes.push({ sequence: tombstone.sequence, step: { op: 'bury', tombstone, erased: isErased } });
  }
  yield* changes.toSorted((one, other) => one.sequence - other.sequence).map(({ step }) => [step]);
  for (const answer of answers.values()) yield [{ op: 'answer', answer }];
}
