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
  return written(range, random.digits(3), random);
}

function written({ area, local }: Range, last: string, random: Random): TypedPhone {
  const code = area.slice(1);
  return { typed: random.pick(styles)(code, local + last), dialled: `+44${code}${local}${last}` };
}

/** Ranges for drama that no customer of the till has, so that a number from them can be one household's alone. */
const unlisted = [
  { area: '0114', local: '4960' },
  { area: '0115', local: '4960' },
  { area: '0116', local: '4960' },
  { area: '0118', local: '4960' },
  { area: '0121', local: '4960' },
  { area: '0141', local: '4960' },
  { area: '0151', local: '4960' },
  { area: '0191', local: '4980' },
  { area: '028', local: '96496' },
  { area: '029', local: '20180' },
  { area: '03069', local: '990' },
] as const satisfies readonly Range[];

const numbersARange = 1000;

/** The number of a household, told apart by its place; it begins anew after 11,000. Each time it may be typed in another way. */
export function householdPhone(place: number, random: Random): TypedPhone {
  const wrapped = place % (unlisted.length * numbersARange);
  const range = unlisted[wrapped % unlisted.length] ?? unlisted[0];
  return written(range, String(Math.floor(wrapped / unlisted.length)).padStart(3, '0'), random);
}
