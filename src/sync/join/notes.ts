import type { Evidence, Ground } from '../../identity/person.ts';
import type { TillKey } from '../../model/ids.ts';
import type { ReadKind } from '../../model/record.ts';
import { joinedSource } from '../../staging/overlay.ts';
import type { StagedRow } from '../../staging/staging.ts';
import type { Finding } from '../../validation/verdict.ts';
import type { Joining } from './joining.ts';
import { sourcesOfPerson } from './person-row.ts';

/** Why two customers are one, for people. */
export const groundWords: Readonly<Record<Ground, string>> = {
  said: 'somebody said so',
  account: 'the same account of the website',
  email: 'the same e-mail address',
  phone: 'the same telephone number',
  address: 'the same name in the same house',
};

/** Evidence as a sentence: "10433 and 10871: the same e-mail address, ada@example.com". */
function evidenceWords({ one, other, by, value }: Evidence): string {
  return `${one.key} and ${other.key}: ${groundWords[by]}${value === '' ? '' : `, ${value}`}`;
}

/** Why staff should look at a sale, as rules name it. */
const nearCodes = { other_total: 'keyed_otherwise', ambiguous: 'maybe_web_order' } as const;

const warning = { field: '', severity: 'warn', dependsOn: 'content' } as const;

/** What staff should know of a record because of what it was made of; usually nothing. */
export function createNotes(
  { identity, pairs, sources }: Joining,
  kind: ReadKind,
): (row: StagedRow) => readonly Finding[] {
  switch (kind) {
    case 'customer':
      return (row) => (row.source === joinedSource && row.cells ? twoCustomers(row) : []);
    case 'sale':
      return ({ key }) => {
        const near = pairs.nearOf(key);
        return near ? [{ ...warning, code: nearCodes[near.why], value: near.value }] : [];
      };
    case 'product':
      return () => [];
  }

  function twoCustomers({ key, cells }: StagedRow): readonly Finding[] {
    const atTheTill = sourcesOfPerson(cells ?? []).members.filter(
      ([source]) => sources.find(({ id }) => id === source)?.channel === 'pos',
    );
    if (atTheTill.length < 2) return [];
    const keys = new Set<string>(atTheTill.map(([, , member]) => member));
    const evidence = identity.person(key as TillKey)?.evidence ?? [];
    const between = evidence.filter(({ one, other }) => keys.has(one.key) && keys.has(other.key));
    return [
      {
        ...warning,
        code: 'two_customers',
        value: [...keys].join(', '),
        detail: `${(between.length > 0 ? between : evidence).map(evidenceWords).join('; ')}.`,
      },
    ];
  }
}
