/** The newest change of one contact. */
export interface Change {
  readonly id: string;
  readonly sequence: number;
}

/** Which contact changed when, so that what changed since a moment can be told in pages. */
export interface ChangeLog {
  /** Notes that this contact's newest change has this sequence, the highest so far. */
  note(id: string, sequence: number): void;
  /** The first so many contacts whose newest change comes after the sequence, in order of change, each once. */
  since(sequence: number, count: number): readonly Change[];
}

/** An empty log. Entries that a newer one replaced are skipped, and thrown out once they are the greater part. */
export function createChangeLog(): ChangeLog {
  const newest = new Map<string, number>();
  let entries: Change[] = [];

  function firstAfter(sequence: number): number {
    let low = 0;
    let high = entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((entries[middle]?.sequence ?? 0) <= sequence) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    note(id, sequence) {
      newest.set(id, sequence);
      entries.push({ id, sequence });
      if (entries.length > 1000 && entries.length > 2 * newest.size) {
        entries = entries.filter((entry) => newest.get(entry.id) === entry.sequence);
      }
    },
    since(sequence, count) {
      const found: Change[] = [];
      for (let place = firstAfter(sequence); place < entries.length && found.length < count; place++) {
        const entry = entries[place];
        if (entry && newest.get(entry.id) === entry.sequence) found.push(entry);
      }
      return found;
    },
  };
}
