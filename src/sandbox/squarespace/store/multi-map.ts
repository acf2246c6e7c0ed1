/** Several values under one key. */
export interface MultiMap<V> {
  get(key: string): readonly V[];
  add(key: string, value: V): void;
  remove(key: string, value: V): void;
}

/** An empty map; under a key, values stand in the order in which they were added. */
export function createMultiMap<V>(): MultiMap<V> {
  const values = new Map<string, V[]>();
  return {
    get: (key) => values.get(key) ?? [],
    add(key, value) {
      const known = values.get(key);
      if (!known) values.set(key, [value]);
      else if (!known.includes(value)) known.push(value);
    },
    remove(key, value) {
      const others = (values.get(key) ?? []).filter((each) => each !== value);
      if (others.length > 0) values.set(key, others);
      else values.delete(key);
    },
  };
}
