import type { Texts } from '../../words/words.ts';
import { asSchema } from './form/schema.ts';

/** The parts of this screen, in order. */
export type SectionName = keyof Texts['settings']['sections'];

/** Which groups of the settings each part shows, drawn from their schema; the till and the destinations draw themselves. */
export const groupsOf: Readonly<Record<SectionName, readonly string[]>> = {
  shop: ['shop'],
  till: ['till'],
  destinations: ['destinations'],
  people: ['people', 'cleaning'],
  website: ['website'],
  schedule: ['schedule'],
  guards: ['guards'],
  reports: ['reports'],
  notices: ['notices'],
  privacy: ['retention'],
  console: ['console'],
  more: [],
};

const names = Object.keys(groupsOf) as readonly SectionName[];

/** The groups that no part has been given yet. */
export function strayGroups(schema: unknown): readonly string[] {
  const placed = Object.values(groupsOf).flat();
  return Object.keys(asSchema(schema).properties ?? {}).filter((name) => !placed.includes(name));
}

/** The parts that these settings have. */
export function sectionsOf(schema: unknown): readonly SectionName[] {
  const has = Object.keys(asSchema(schema).properties ?? {});
  return names.filter((name) =>
    name === 'more' ? strayGroups(schema).length > 0 : groupsOf[name].some((group) => has.includes(group)),
  );
}
