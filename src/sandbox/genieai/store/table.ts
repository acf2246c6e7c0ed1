import type { Stored } from './stored.ts';

/** The values under which a record can be found, by the name of the index. */
export type Indexes = Readonly<Record<string, (record: Stored) => readonly string[]>>;

/** Read access to the records of one collection. */
export interface TableView {
  readonly size: number;
  get(id: string): Stored | undefined;
  byExternalId(externalId: string): Stored | undefined;
  /** Every record with this value in the index, oldest first, archived ones included. */
  find(index: string, value: string): readonly Stored[];
  all(): IterableIterator<Stored>;
}

/** The records of one collection. */
export interface Table extends TableView {
  put(record: Stored): void;
  remove(id: string): void;
}

/** An empty table in memory. */
export function createTable(indexes: Indexes): Table {
  const records = new Map<string, Stored>();
  const idOf = new Map<string, string>();
  const index = Object.entries(indexes).map(([name, valuesOf]) => ({
    name,
    valuesOf,
    ids: new Map<string, string[]>(),
  }));

  function unlink(record: Stored): void {
    if (record.externalId !== null) idOf.delete(record.externalId);
    for (const { valuesOf, ids } of index) {
      for (const value of valuesOf(record)) {
        const others = ids.get(value)?.filter((id) => id !== record.id) ?? [];
        if (others.length > 0) ids.set(value, others);
        else ids.delete(value);
      }
    }
  }

  function link(record: Stored): void {
    if (record.externalId !== null) idOf.set(record.externalId, record.id);
    for (const { valuesOf, ids } of index) {
      for (const value of valuesOf(record)) {
        const known = ids.get(value);
        if (!known) ids.set(value, [record.id]);
        else if (!known.includes(record.id)) known.push(record.id);
      }
    }
  }

  function remove(id: string): void {
    const record = records.get(id);
    if (!record) return;
    unlink(record);
    records.delete(id);
  }

  return {
    get size() {
      return records.size;
    },
    get: (id) => records.get(id),
    byExternalId(externalId) {
      const id = idOf.get(externalId);
      return id === undefined ? undefined : records.get(id);
    },
    find(name, value) {
      const ids = index.find((each) => each.name === name)?.ids.get(value) ?? [];
      return ids.flatMap((id) => records.get(id) ?? []);
    },
    all: () => records.values(),
    put(record) {
      const before = records.get(record.id);
      if (before) unlink(before);
      records.set(record.id, record);
      link(record);
    },
    remove,
  };
}
