import { z } from 'zod';
import type { SurvivingField } from '../../identity/survivorship.ts';
import { customerFields } from '../../model/customer.ts';
import type { Row } from '../../model/record.ts';

/** The cells of a person in the overlay: those of a customer, the channels, and where each value came from, as JSON. */
export const personFields = [...customerFields, 'sources', 'from'] as const;

const from = z.object({
  /** Source, kind of row and key of each member. */
  members: z.array(z.tuple([z.string(), z.enum(['customer', 'buyer']), z.string()])),
  /** Which of the members gave each field, by place; -1 where it was reckoned from all of them. Fields that no source has are not here. */
  fields: z.record(z.string(), z.int()),
});

/** Where a person's values came from. */
export type PersonSources = z.infer<typeof from>;

/** One value of a person: as it stands at the source, and which member gave it. */
export interface GivenCell {
  readonly cell: string | null;
  readonly member: number;
}

/** The cells of a person. */
export function personRow(parts: {
  readonly key: string;
  readonly channels: readonly string[];
  readonly members: PersonSources['members'];
  readonly cells: ReadonlyMap<SurvivingField, GivenCell>;
}): Row {
  const { key, channels, members, cells } = parts;
  // In one order, whoever gave them: records are told apart by their text.
  const fields: Record<string, number> = {};
  for (const field of customerFields) {
    const given = field === 'key' ? undefined : cells.get(field);
    if (given) fields[field] = given.member;
  }
  const told: PersonSources = { members, fields };
  return personFields.map((field) => {
    switch (field) {
      case 'key':
        return key;
      case 'sources':
        return channels.join(',');
      case 'from':
        return JSON.stringify(told);
      default:
        return cells.get(field)?.cell ?? null;
    }
  });
}

const placeOfFrom = personFields.indexOf('from');
const placeOfChannels = personFields.indexOf('sources');

/** Where the values of a person in the overlay came from. Throws where it is no such row. */
export function sourcesOfPerson(cells: Row): PersonSources {
  return from.parse(JSON.parse(cells[placeOfFrom] ?? ''));
}

/** The channels through which the shop knows the person. */
export function channelsOfPerson(cells: Row): ('pos' | 'web')[] {
  return (cells[placeOfChannels] ?? '').split(',').filter((channel) => channel === 'pos' || channel === 'web');
}
