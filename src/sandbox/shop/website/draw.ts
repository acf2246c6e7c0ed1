import type { Random } from '../random.ts';

/** Hands out each thing of a list once, in an order left to chance. */
export interface Draw<Thing> {
  /** The next thing that fits and is not gone yet; undefined where none is left. */
  (fits?: (thing: Thing) => boolean): Thing | undefined;
}

const anything = () => true;

/** Shuffles things to be drawn from. Drawing many times with the same condition costs one way through the list. */
export function createDraw<Thing>(things: readonly Thing[], random: Random): Draw<Thing> {
  const shuffled = [...things];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const place = random.below(last + 1);
    const [one, other] = [shuffled[last], shuffled[place]];
    if (one === undefined || other === undefined) break;
    shuffled[last] = other;
    shuffled[place] = one;
  }
  const gone = new Set<Thing>();
  const reached = new Map<(thing: Thing) => boolean, number>();

  return (fits = anything) => {
    for (let place = reached.get(fits) ?? 0; place < shuffled.length; place++) {
      const thing = shuffled[place];
      if (thing === undefined || gone.has(thing) || !fits(thing)) continue;
      gone.add(thing);
      reached.set(fits, place + 1);
      return thing;
    }
    reached.set(fits, shuffled.length);
    return undefined;
  };
}
