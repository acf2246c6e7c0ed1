import type { ProfileTrial } from '../../../src/sync/host/host-contract.ts';

const told = {
  customer: [['title', 'firstName', 'lastName'], ['fullName'], ['company'], ['town']],
  product: [['name'], ['sku'], ['price']],
  sale: [],
  stock: [],
  price: [],
} as const satisfies Record<ProfileTrial['kind'], readonly (readonly string[])[]>;

/** One record of a kind as its people would name it: "Mrs Valerie Nuttall, Bakewell"; null where there is nothing to name it by. */
export function exampleOf({ kind, fields }: ProfileTrial): string | null {
  const valueOf = (name: string) => fields.find(({ field }) => field === name)?.values[0] ?? '';
  const parts = told[kind].map((names) =>
    names
      .map(valueOf)
      .filter((value) => value !== '')
      .join(' '),
  );
  return parts.filter((part) => part !== '').join(', ') || null;
}
