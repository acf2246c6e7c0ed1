import { hash } from 'node:crypto';

/** One row on its way into staging: its key, its parent's key where it has one, and its cells as JSON. */
export interface Arrival {
  readonly key: string;
  readonly parent: string | null;
  readonly content: string;
}

/** A run of rows in the order in which the till gave them. */
export interface Chunk {
  readonly digest: Uint8Array;
  readonly arrivals: readonly Arrival[];
}

/** On average one key in so many ends a chunk. Small: one edited row makes so many neighbours be compared one by one. */
const meanLength = 64;
const longest = 4 * meanLength;

/**
 * Cuts a stream of rows into chunks, each with the SHA-256 of all its rows. Where a chunk ends depends on the keys
 * alone, so that a row that comes or goes touches the chunk it stands in and no other: met again with the same
 * digest, a chunk proves that every one of its rows stands as it did, at the price of one look-up for all of them.
 */
export function createChunker(take: (chunk: Chunk) => void): { push(arrival: Arrival): void; end(): void } {
  let arrivals: Arrival[] = [];
  let text = '';

  function cut(): void {
    if (arrivals.length === 0) return;
    take({ digest: hash('sha256', text, 'buffer'), arrivals });
    arrivals = [];
    text = '';
  }

  return {
    push(arrival) {
      arrivals.push(arrival);
      text += arrival.content;
      if (endsChunk(arrival.key) || arrivals.length === longest) cut();
    },
    end: cut,
  };
}

/** FNV-1a over the key's UTF-16 units; any even spread would do. */
function endsChunk(key: string): boolean {
  let spread = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) spread = Math.imul(spread ^ key.charCodeAt(i), 0x01000193);
  return ((spread ^ (spread >>> 15)) >>> 0) % meanLength === 0;
}
