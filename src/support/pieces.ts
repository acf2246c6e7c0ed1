import { systemTicks, type Clock } from './clock.ts';

/** Long work in pieces, each as large as fits into the time for which others may be kept waiting. */
export interface Pieces {
  /** How much the next piece should hold. */
  size(): number;
  /** Does a piece that holds so much, and learns from how long that took. */
  piece<T>(size: number, work: () => T): T;
}

/** What pieces are cut by. */
export interface PieceLimits {
  /** Milliseconds that one should take. Much less, and what each costs besides its work is most of it. */
  readonly goal: number;
  readonly least: number;
  readonly most: number;
}

/** How much of what a piece has taught goes into the next: one that had to wait for the disk says little about the others. */
const learned = 0.25;

/** Pieces that begin small, and grow or shrink to what this machine does in the time. */
export function createPieces({ goal, least, most }: PieceLimits, ticks: Clock = systemTicks): Pieces {
  let size = least;
  return {
    size: () => Math.round(size),
    piece(done, work) {
      const begin = ticks();
      const result = work();
      const took = Math.max(ticks() - begin, 0.1);
      // A piece that was cut short, because there was no more, says nothing about a full one.
      if (done >= size / 2) size += learned * ((done * goal) / took - size);
      size = Math.min(Math.max(size, least), most);
      return result;
    },
  };
}
