import type { PersonView } from '../../../src/sync/join/people-contract.ts';

/** One field of two customers. */
export interface ComparedField {
  readonly field: string;
  readonly noun: string;
  readonly one: string | null;
  readonly other: string | null;
  readonly isSame: boolean;
}

/** What two customers have, field by field: what is the same comes first, because it speaks for one person. */
export function compared(first: PersonView, second: PersonView): readonly ComparedField[] {
  const [left, right] = [first, second].map(({ fields }) => new Map(fields.map((each) => [each.field, each])));
  const names = new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])]);
  const all = [...names].map((field) => {
    const [one, other] = [left?.get(field), right?.get(field)];
    const isSame = one !== undefined && other !== undefined && alike(one.value) === alike(other.value);
    return {
      field,
      noun: (one ?? other)?.noun ?? field,
      one: one?.value ?? null,
      other: other?.value ?? null,
      isSame,
    };
  });
  return [...all.filter(({ isSame }) => isSame), ...all.filter(({ isSame }) => !isSame)];
}

function alike(value: string): string {
  return value.trim().toLowerCase();
}
