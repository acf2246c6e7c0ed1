/** Read access to things of one kind. */
export interface CollectionView<T> {
  readonly size: number;
  get(id: string): T | undefined;
  /** In the order in which they came to be. */
  all(): readonly T[];
}

/** Things of one kind. */
export interface Collection<T> extends CollectionView<T> {
  put(item: T): void;
  remove(id: string): void;
}

/** An empty collection. */
export function createCollection<T extends { readonly id: string }>(): Collection<T> {
  const items = new Map<string, T>();
  let listed: readonly T[] | undefined;
  return {
    get size() {
      return items.size;
    },
    get: (id) => items.get(id),
    all: () => (listed ??= [...items.values()]),
    put(item) {
      items.set(item.id, item);
      listed = undefined;
    },
    remove(id) {
      if (items.delete(id)) listed = undefined;
    },
  };
}
