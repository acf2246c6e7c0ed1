import type { Random } from './random.ts';

/** A telephone number as somebody typed it, and as it is dialled. */
export interface TypedPhone {
  readonly typed: string;
  /** E.164. */
  readonly dialled: string;
}

interface Range {
  /** With its leading zero. */
  readonly area: string;
  readonly local: string;
}

/** Kept by Ofcom for use in drama, each followed by three more digits: nobody is called by mistake. */
const landlines = [
  { area: '01632', local: '960' },
  { area: '01632', local: '960' },
  { area: '0113', local: '4960' },
  { area: '0117', local: '4960' },
  { area: '0131', local: '4960' },
  { area: '0161', local: '4960' },
  { area: '020', local: '79460' },
] as const satisfies readonly Range[];

const mobiles = { area: '07700', local: '900' } as const satisfies Range;

/** The ways in which British shops write a number down. `area` is without its zero. */
const styles = [
  (area, local) => `0${area} ${local}`,
  (area, local) => `0${area} ${local}`,
  (area, local) => `0${area} ${local.slice(0, -3)} ${local.slice(-3)}`,
  (area, local) => `0${area}${local}`,
  (area, local) => `(0${area}) ${local}`,
  (area, local) => `0${area}-${local}`,
  (area, local) => `0${area}/${local}`,
  (area, local) => `0${area}.${local.slice(0, -3)}.${local.slice(-3)}`,
  (area, local) => `+44 ${area} ${local}`,
  (area, local) => `+44 (0)${area} ${local}`,
  (area, local) => `0044 ${area} ${local}`,
  (area, local) => `+44${area}${local}`,
] as const satisfies readonly ((area: string, local: string) => string)[];

/** A number of the shop's own area or of a large town. */
export function landline(random: Random): TypedPhone {
  return typed(random.pick(landlines), random);
}

/** A mobile number. */
export function mobile(random: Random): TypedPhone {
  return typed(mobiles, random);
}

function typed(range: Range, random: Random): TypedPhone {
  const area = range.area.slice(1);
  const local = range.local + random.digits(3);
  return { typed: random.pick(styles)(area, local), dialled: `+44${area}${local}` };
}
