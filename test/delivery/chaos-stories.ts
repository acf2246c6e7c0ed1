import fc from 'fast-check';

/** What goes wrong with one request. */
export type Trouble =
  | 'none'
  | 'crash before'
  | 'crash after'
  | 'cut before'
  | 'cut after'
  | 'omit'
  | 'slow down'
  | 'key'
  | 'whole'
  | 'refuse connection';
const troubles: readonly Trouble[] = [
  'none',
  'none',
  'none',
  'crash before',
  'crash after',
  'cut before',
  'cut after',
  'omit',
  'slow down',
  'key',
  'whole',
  'refuse connection',
];

/** What happens at the till between two runs. */
type Deed =
  | { readonly do: 'move'; readonly from: number; readonly to: number }
  | { readonly do: 'join'; readonly from: number; readonly to: number }
  | { readonly do: 'edit' | 'spoil' | 'remove'; readonly who: number };

/** How many customers the till has. */
const people = 12;
const who = fc.nat(people - 1);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ do: fc.constant('move' as const), from: who, to: who }),
  fc.record({ do: fc.constant('join' as const), from: who, to: who }),
  fc.record({ do: fc.constantFrom('edit' as const, 'spoil' as const, 'remove' as const), who }),
);

/** A customer as that till has them. */
export interface TillCustomer {
  readonly key: string;
  email: string;
  lastName: string | null;
  isThere: boolean;
  into: string | null;
}

/** A till whose customers swap their e-mails, change their names, lose them, become one with others and two again, and go. */
export function createTill() {
  const customers: TillCustomer[] = Array.from({ length: people }, (_, index) => ({
    key: `C${index}`,
    email: `c${index}@example.com`,
    lastName: 'Ada',
    isThere: true,
    into: null,
  }));
  let edits = 0;

  /** Who stands for this customer, over any number of others. */
  function rootOf(customer: TillCustomer): TillCustomer {
    const into = customers.find(({ key }) => key === customer.into);
    return into ? rootOf(into) : customer;
  }

  return {
    customers,
    rootOf,
    happen(what: Deed): void {
      edits += 1;
      if (what.do === 'move' || what.do === 'join') {
        const [one, other] = [customers[what.from], customers[what.to]];
        if (!one || !other || one === other) return;
        // Whoever is joined leaves behind an e-mail that its destination may still have of it.
        [one.email, other.email] = [other.email, one.email];
        if (what.do === 'join' && one.into === null && rootOf(other) !== one) one.into = other.key;
        return;
      }
      const customer = customers[what.who];
      if (!customer) return;
      customer.isThere = what.do !== 'remove';
      customer.into = null;
      if (what.do !== 'remove') customer.lastName = what.do === 'spoil' ? null : `Ada ${edits}`;
    },
  };
}

/** Days of deeds and troubles, at a destination that takes so many at once. */
export const story = fc.record({
  days: fc.array(
    fc.record({
      deeds: fc.array(deed, { maxLength: 6 }),
      troubles: fc.array(fc.constantFrom(...troubles), { maxLength: 12 }),
    }),
    {
      minLength: 1,
      maxLength: 8,
    },
  ),
  concurrency: fc.integer({ min: 1, max: 3 }),
  records: fc.integer({ min: 1, max: 6 }),
});

/** One such story. */
export type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

/** What chance found once. */
export const found: readonly Story[] = [
  // A sale may have arrived, its customer went into another, and the sale's next version waited behind the refused one.
  {
    days: [
      { deeds: [], troubles: [] },
      { deeds: [{ do: 'join', from: 0, to: 3 }], troubles: ['crash before'] },
      { deeds: [{ do: 'join', from: 3, to: 1 }], troubles: ['crash before'] },
      { deeds: [], troubles: ['cut after'] },
      { deeds: [], troubles: ['cut before'] },
      { deeds: [{ do: 'spoil', who: 3 }], troubles: [] },
      { deeds: [], troubles: [] },
    ],
    concurrency: 1,
    records: 1,
  },
  // A merge had arrived before the one who is kept was sent without an e-mail; what the next one brought filled the gap.
  {
    days: [
      { deeds: [{ do: 'join', from: 0, to: 8 }], troubles: [] },
      { deeds: [{ do: 'join', from: 2, to: 0 }], troubles: ['none', 'crash after'] },
      {
        deeds: [
          { do: 'move', from: 8, to: 9 },
          { do: 'join', from: 1, to: 0 },
          { do: 'move', from: 3, to: 0 },
        ],
        troubles: [],
      },
    ],
    concurrency: 1,
    records: 1,
  },
  // The two were to be one, and are two again; nobody knows of either what arrived.
  {
    days: [
      { deeds: [], troubles: [] },
      {
        deeds: [
          { do: 'edit', who: 0 },
          { do: 'join', from: 6, to: 1 },
        ],
        troubles: ['none', 'none', 'crash before'],
      },
      { deeds: [{ do: 'edit', who: 6 }], troubles: ['crash after'] },
      { deeds: [{ do: 'move', from: 7, to: 6 }], troubles: ['omit'] },
      { deeds: [], troubles: [] },
    ],
    concurrency: 1,
    records: 1,
  },
  // A merge that had been sent once without an answer hands on an e-mail to one who was sent without, and nobody said whether that arrived.
  {
    days: [
      { deeds: [], troubles: [] },
      {
        deeds: [
          { do: 'move', from: 1, to: 2 },
          { do: 'join', from: 0, to: 6 },
        ],
        troubles: ['crash before'],
      },
      { deeds: [{ do: 'move', from: 0, to: 3 }], troubles: ['none', 'none', 'none', 'crash before'] },
      {
        deeds: [
          { do: 'move', from: 6, to: 1 },
          { do: 'join', from: 6, to: 0 },
        ],
        troubles: ['omit'],
      },
      { deeds: [], troubles: [] },
    ],
    concurrency: 1,
    records: 1,
  },
  // The same with a merge that goes for the first time.
  {
    days: [
      { deeds: [], troubles: [] },
      { deeds: [{ do: 'move', from: 2, to: 0 }], troubles: ['crash before'] },
      {
        deeds: [
          { do: 'move', from: 1, to: 2 },
          { do: 'join', from: 1, to: 0 },
        ],
        troubles: ['crash before'],
      },
      { deeds: [], troubles: ['omit'] },
      { deeds: [], troubles: [] },
    ],
    concurrency: 1,
    records: 1,
  },
  // A merge hands on an e-mail that the one who is kept was sent without.
  {
    days: [
      { deeds: [], troubles: ['crash before'] },
      { deeds: [{ do: 'join', from: 0, to: 7 }], troubles: ['crash after'] },
      { deeds: [{ do: 'move', from: 1, to: 7 }], troubles: [] },
      { deeds: [], troubles: [] },
    ],
    concurrency: 1,
    records: 2,
  },
  // What was sent with a field left empty arrived, and the same with it was refused afterwards.
  {
    days: [
      { deeds: [], troubles: [] },
      { deeds: [{ do: 'move', from: 7, to: 6 }], troubles: ['crash after'] },
      { deeds: [{ do: 'move', from: 7, to: 6 }], troubles: ['omit'] },
    ],
    concurrency: 1,
    records: 1,
  },
  // Two that may have swapped are both to go.
  {
    days: [
      { deeds: [], troubles: [] },
      {
        deeds: [
          { do: 'edit', who: 2 },
          { do: 'move', from: 1, to: 0 },
        ],
        troubles: ['whole', 'none', 'omit', 'crash after'],
      },
      {
        deeds: [
          { do: 'join', from: 0, to: 1 },
          { do: 'join', from: 1, to: 2 },
        ],
        troubles: ['omit'],
      },
      { deeds: [], troubles: [] },
    ],
    concurrency: 1,
    records: 2,
  },
  // The one into which another may have been merged went into a third.
  {
    days: [
      { deeds: [], troubles: [] },
      {
        deeds: [
          { do: 'join', from: 0, to: 11 },
          { do: 'remove', who: 1 },
        ],
        troubles: ['omit', 'key', 'none', 'none', 'crash after'],
      },
      { deeds: [{ do: 'join', from: 11, to: 2 }], troubles: ['none', 'omit'] },
    ],
    concurrency: 1,
    records: 2,
  },
];
