import type { ReadKind, RowKind } from '../model/record.ts';
import { joinedSource } from '../staging/overlay.ts';
import type { StagedRow } from '../staging/staging.ts';
import type { View } from '../staging/view.ts';
import type { Joining, JoinedSource } from './join/joining.ts';
import { sourcesOfPerson } from './join/person-row.ts';
import { contentOf } from './join/pair-row.ts';

/** What the people of a source call each field of a record: `CUST.EMAIL`, "Website, Orders: Customer email". */
export type Origins = Readonly<Record<string, string>>;

/** Finds the origins of a row's fields, so that staff know where to mend them. */
export function createOrigins({ view, joining }: { view: View; joining: Joining | undefined }, kind: ReadKind) {
  const till = originsAt(view, kind);
  if (!joining) return (): Origins => till;
  const bySource = new Map(
    joining.sources.map((source) => [source.id, named(source, originsAt(view, kind, source.id))]),
  );
  return (row: StagedRow): Origins => {
    if (row.source !== joinedSource) return bySource.get(row.source) ?? till;
    if (row.cells === null) return {};
    if (kind === 'customer') return originsOfPerson(joining, row);
    return bySource.get(contentOf(row, joining.sources).source) ?? till;
  };
}

/** Those of a sale's lines and payments among them. */
function originsAt(view: View, kind: ReadKind, source?: string): Origins {
  const { origins } = view.feed(kind, source);
  if (kind !== 'sale') return origins;
  const under = (list: string, part: RowKind) =>
    Object.entries(view.feed(part, source).origins).map(([field, origin]) => [`${list}[].${field}`, origin] as const);
  return { ...origins, ...Object.fromEntries([...under('lines', 'saleLine'), ...under('payments', 'payment')]) };
}

/** Fields of the website say that they are; those of the till speak for themselves. */
function named({ channel, label }: JoinedSource, origins: Origins): Origins {
  if (channel === 'pos') return origins;
  return Object.fromEntries(Object.entries(origins).map(([field, origin]) => [field, `${label}, ${origin}`]));
}

/** Each field as the member who gave it calls it, with the member's number where the record goes under another. */
function originsOfPerson({ sources }: Joining, { key, cells }: StagedRow): Origins {
  const { members, fields } = sourcesOfPerson(cells ?? []);
  const given = members.map(([id, kind, member]) => {
    const source = sources.find((each) => each.id === id);
    const origins = source ? named(source, source.staging.feed(kind).origins) : {};
    return { origins, number: source?.channel === 'pos' && member !== key ? ` (${member})` : '' };
  });
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, place]) => {
      const { origins = {}, number = '' } = given[place] ?? {};
      const origin = origins[field];
      return origin === undefined ? [] : [[field, `${origin}${number}`] as const];
    }),
  );
}
