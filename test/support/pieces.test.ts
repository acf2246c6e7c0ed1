import { describe, expect, it } from 'vitest';
import { createPieces } from '../../src/support/pieces.ts';

/** Works off `total` in pieces on a machine that takes so many milliseconds for each; answers how large the pieces were. */
function piecesOf(total: number, millisecondsEach: (done: number) => number): number[] {
  let now = 0;
  const pieces = createPieces({ goal: 16, least: 100, most: 4000 }, () => now);
  const sizes: number[] = [];
  for (let done = 0; done < total;) {
    const size = Math.min(pieces.size(), total - done);
    pieces.piece(size, () => (now += size * millisecondsEach(done)));
    sizes.push(size);
    done += size;
  }
  return sizes;
}

describe('pieces of work', () => {
  it('begin small and grow to what is done in the time', () => {
    const sizes = piecesOf(50_000, () => 0.02);
    expect(sizes[0]).toBe(100);
    expect(sizes.at(-2)).toBeGreaterThan(750);
    expect(sizes.at(-2)).toBeLessThanOrEqual(800);
  });

  it('shrink where the work becomes dearer, and never below the least', () => {
    const sizes = piecesOf(50_000, (done) => (done < 25_000 ? 0.02 : 0.5));
    expect(Math.max(...sizes)).toBeGreaterThan(750);
    expect(sizes.at(-2)).toBe(100);
  });

  it('are never larger than the most, however quick the machine is', () => {
    expect(Math.max(...piecesOf(200_000, () => 0))).toBe(4000);
  });

  it('learn nothing from a last one that was cut short, and little from one that had to wait', () => {
    let now = 0;
    const pieces = createPieces({ goal: 16, least: 100, most: 4000 }, () => now);
    for (let i = 0; i < 50; i++) pieces.piece(pieces.size(), () => (now += 16));
    for (let i = 0; i < 50; i++) pieces.piece(pieces.size(), () => (now += pieces.size() * 0.02));
    const before = pieces.size();
    pieces.piece(1, () => (now += 100));
    expect(pieces.size()).toBe(before);
    pieces.piece(before, () => (now += 1000));
    expect(pieces.size()).toBeGreaterThan(before / 2);
  });

  it('hand back what the work answers', () => {
    expect(createPieces({ goal: 16, least: 1, most: 2 }).piece(1, () => 'done')).toBe('done');
  });
});
