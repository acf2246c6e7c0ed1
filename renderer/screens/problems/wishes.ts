import type { ApiClient } from '../../../src/api/client.ts';

/** What the api is asked for, besides where in the list. */
export type ProblemQuestion = Omit<Parameters<ApiClient['problems']['page']>[0], 'offset' | 'limit'>;

/** What somebody wants to see: it stands in the address, so that a link leads to the same list. */
export interface Wishes extends ProblemQuestion {
  readonly view: 'list' | 'causes';
  readonly state: NonNullable<ProblemQuestion['state']>;
  readonly sort: NonNullable<ProblemQuestion['sort']>;
}

const kinds = ['customer', 'product', 'sale', 'stock', 'price'] as const;
const severities = ['block', 'drop-field', 'warn'] as const;
const states = ['open', 'dismissed', 'closed'] as const;
const sorts = ['money', 'age', 'name'] as const;

/** The ages that one may ask for, in days. */
export const ages = [1, 7, 30, 90] as const;

function oneOf<T extends string>(allowed: readonly T[], given: string | null): T | undefined {
  return allowed.find((each) => each === given);
}

/** Reads the wishes out of an address's search part. What it does not understand is no wish. */
export function wishesOf(search: string): Wishes {
  const given = new URLSearchParams(search);
  const text = (name: string) => given.get(name)?.slice(0, 500) || undefined;
  const age = ages.find((each) => String(each) === given.get('older'));
  const kind = oneOf(kinds, given.get('kind'));
  const severity = oneOf(severities, given.get('cost'));
  const wanted = {
    search: text('find'),
    rule: text('rule'),
    field: given.get('field')?.slice(0, 500),
    assignee: text('who'),
    destination: text('to'),
    kind,
    severity,
    olderThanDays: age,
  };
  return {
    view: oneOf(['list', 'causes'] as const, given.get('view')) ?? 'list',
    state: oneOf(states, given.get('state')) ?? 'open',
    sort: oneOf(sorts, given.get('sort')) ?? 'money',
    ...(Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) as Partial<Wishes>),
  };
}

/** The search part of an address for wishes, `?` and all; '' where nothing is out of the usual. */
export function searchOf(wishes: Wishes): string {
  const said: Readonly<Record<string, string | undefined>> = {
    view: wishes.view === 'list' ? undefined : wishes.view,
    find: wishes.search,
    kind: wishes.kind,
    rule: wishes.rule,
    field: wishes.rule === undefined ? undefined : wishes.field,
    cost: wishes.severity,
    to: wishes.destination,
    older: wishes.olderThanDays === undefined ? undefined : String(wishes.olderThanDays),
    who: wishes.assignee,
    state: wishes.state === 'open' ? undefined : wishes.state,
    sort: wishes.sort === 'money' ? undefined : wishes.sort,
  };
  const entries = Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== undefined);
  // An empty field is the record as a whole: it stays. An empty search is none.
  const kept = entries.filter(([name, value]) => value !== '' || name === 'field');
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`;
}

/** What the api is to be asked for. */
export function questionOf({ view: _view, ...question }: Wishes): ProblemQuestion {
  const { search, ...rest } = question;
  return search === undefined || search.trim() === '' ? rest : { ...rest, search: search.trim() };
}

/** How many of the filters are set, the search box not among them. */
export function filtersSet(wishes: Wishes): number {
  const { kind, rule, severity, destination, olderThanDays, assignee, state } = wishes;
  const set = [kind, rule, severity, destination, olderThanDays, assignee].filter((each) => each !== undefined);
  return set.length + (state === 'open' ? 0 : 1);
}
