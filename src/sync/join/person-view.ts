import type { Evidence, MemberName } from '../../identity/person.ts';
import type { TillKey } from '../../model/ids.ts';
import type { StagedRow } from '../../staging/staging.ts';
import { fieldNoun } from '../../validation/problem-words.ts';
import type { Reading } from '../../validation/reading.ts';
import { compareFields } from '../compare-fields.ts';
import { createOrigins } from '../origins.ts';
import type { Engine } from '../engine.ts';
import { customerReader } from '../records.ts';
import { titleOf } from '../title-of.ts';
import type { Joining } from './joining.ts';
import { groundWords } from './notes.ts';
import type { KeyedOrderView, PersonField, PersonMember, PersonView } from './people-contract.ts';
import { sourcesOfPerson, type PersonSources } from './person-row.ts';

/** The person whom a row of the overlay holds, for people. */
export function personView(engine: Engine, joining: Joining, row: StagedRow): PersonView {
  const told = sourcesOfPerson(row.cells ?? []);
  const members = told.members.flatMap(
    ([source, , key]) => memberView(engine, joining, { source, key: key as TillKey }) ?? [],
  );
  const reading = engine.records.one('customer', row.key);
  const evidence = joining.identity.person(row.key as TillKey)?.evidence ?? [];
  return {
    key: row.key as TillKey,
    name: reading ? titleOf('customer', reading) : row.key,
    members,
    because: [...new Set(evidence.flatMap((each) => evidenceSentence(each, members)))],
    fields: reading ? fieldsOf(engine, { row, told, reading }) : [],
  };
}

/** A customer as people know them; undefined for one who is not there. */
export function memberView(
  { settings }: Engine,
  { sources }: Joining,
  { source: id, key }: MemberName,
): PersonMember | undefined {
  const source = sources.find((each) => each.id === id);
  for (const kind of source?.customers ?? []) {
    const row = source?.staging.row(kind, key);
    if (!source || !row?.cells) continue;
    const reading = customerReader(source.staging, kind, settings)(row);
    const { channel } = source;
    const label = kind === 'buyer' ? `${source.label} orders` : source.label;
    const title = titleOf('customer', reading);
    return { label, channel, key, name: title === key ? '' : title, email: reading.record.email ?? null };
  }
  return undefined;
}

/** What a customer is called where two are told apart: the till's by number, the website's by the address that it has. */
export function memberWords({ channel, key, email, name }: PersonMember): string {
  return channel === 'pos' ? `${name} (${key})` : `${email ?? (name || key)} on the website`;
}

/** Nothing where both go by the same words: a contact of the website and their orders are the same to people. */
function evidenceSentence({ one, other, by, value }: Evidence, members: readonly PersonMember[]): string[] {
  const called = ({ key }: MemberName): string => {
    const member = members.find((each) => each.key === key);
    return member ? memberWords(member) : key;
  };
  const [first, second] = [called(one), called(other)];
  return first === second ? [] : [`${first} and ${second}: ${groundWords[by]}${value === '' ? '' : `, ${value}`}`];
}

/** What is sent of a person, with where it stands. */
function fieldsOf(
  engine: Engine,
  { row, told, reading }: { row: StagedRow; told: PersonSources; reading: Reading<'customer'> },
): readonly PersonField[] {
  const origins = createOrigins(engine, 'customer')(row);
  const inOrder = compareFields('customer');
  const entries = Object.entries(reading.record).toSorted(([one], [other]) => inOrder(one, other));
  return entries.flatMap(([field, value]) => {
    if (value === null || value === undefined || field === 'key' || field === 'sources') return [];
    const place = told.fields[field] ?? told.fields['fullName'] ?? -1;
    const member = told.members[place]?.[2] ?? null;
    const origin = origins[field] ?? origins['fullName'] ?? '';
    return [{ field, noun: fieldNoun(field), value: shown(value), origin, member: member as TillKey | null }];
  });
}

/** The same of a customer who is nobody else: everything comes from the one source that has them. */
export function loneFields(engine: Engine, key: TillKey): readonly PersonField[] {
  const row = engine.view.row('customer', key);
  const reading = row?.cells ? engine.records.one('customer', key) : undefined;
  if (!row || !reading) return [];
  const fields = fieldsOf(engine, { row, told: { members: [], fields: {} }, reading });
  return fields.map((field) => ({ ...field, member: field.origin === '' ? null : key }));
}

function shown(value: string | boolean | readonly string[]): string {
  if (typeof value === 'string') return value;
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value.join(', ');
}

/** The pair to which a sale belongs, for people; undefined where it belongs to none. */
export function keyedOrderView({ pairs, sources }: Joining, key: string): KeyedOrderView | undefined {
  const pair = pairs.ofOrder(key) ?? pairs.ofSale(key);
  if (!pair) return undefined;
  const website = sources.find(({ channel }) => channel === 'web')?.staging;
  const row = website?.row('sale', pair.order);
  const number = row?.cells?.[website?.feed('sale').fields.indexOf('orderNumber') ?? -1] ?? pair.order;
  const ground =
    pair.ground === 'reference' ? 'the sale at the till names the order' : 'the same customer, total and day';
  return { order: pair.order, number, sale: pair.sale, because: `${ground}: ${pair.value}`, since: pair.since };
}
