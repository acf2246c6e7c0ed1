import { staff } from './articles.ts';
import { dayAfter, noTime } from './calendar.ts';
import { plant, spoil } from './draft.ts';
import type { Recipe } from './plan.ts';
import type { Random } from './random.ts';
import { lineOf, sumOf, type LineDraft, type SaleDraft } from './sale.ts';

/** What a recipe for a sale may look at besides the row. */
export interface AroundSale {
  readonly random: Random;
  readonly asOf: string;
  /** An account number that no customer has. */
  readonly unknownAccount: () => string;
}

/** One way of spoiling a sale, whose customer is sound or unknown. */
export type SaleRecipe = Recipe<SaleDraft, AroundSale>;

const dropped = { severity: 'drop-field' } as const;
const blocking = { severity: 'block' } as const;
const words = 'Made to the customer\'s own drawing, "as discussed"; ';

const headFaults: readonly SaleRecipe[] = [
  {
    name: 'customer who is not there',
    weight: 30,
    plant: (draft, { unknownAccount }) =>
      spoil(draft, { field: 'customerKey', value: unknownAccount() }, { code: 'unknown_contact', ...blocking }),
  },
  {
    name: 'no time of sale',
    weight: 3,
    plant: (draft, { random }) =>
      spoil(draft, { field: 'soldAt', value: random.pick([null, noTime]) }, { code: 'required', ...blocking }),
  },
  {
    name: 'clock of the till gone back or ahead',
    weight: 6,
    plant: (draft, { asOf, random }) => {
      const moment = random.pick(['1980-01-01 12:01:00', '1989-12-30 12:00:00', `${dayAfter(asOf, 900)} 12:00:00`]);
      spoil(draft, { field: 'soldAt', value: moment }, { code: 'bad_date', ...blocking });
    },
  },
  {
    name: 'total that is not the sum',
    weight: 12,
    plant: (draft, { random }) => {
      draft.total += random.pick([-1, 1, -500, 1000]);
      plant(draft, { field: 'total', code: 'total_mismatch', ...blocking });
    },
  },
  {
    name: 'staff with too long a name',
    weight: 1,
    plant: (draft) => {
      draft.values.staffId = staff.length;
      plant(draft, { field: 'staff', code: 'too_long', ...dropped });
    },
  },
  {
    name: 'promotion too long',
    weight: 2,
    plant: (draft) =>
      spoil(draft, { field: 'promoCode', value: `${words.slice(0, 50)}!` }, { code: 'too_long', ...dropped }),
  },
  {
    name: 'reference too long',
    weight: 2,
    plant: (draft) =>
      spoil(draft, { field: 'reference', value: `${words.repeat(2).slice(0, 60)}!` }, { code: 'too_long', ...dropped }),
  },
  {
    name: 'payment by something too long',
    weight: 2,
    plant: (draft) => {
      for (const payment of draft.payments.slice(0, 1)) payment.method = 'Gold taken in part exchange, 22ct';
      plant(draft, { field: 'payments[0].method', code: 'too_long', ...dropped });
    },
  },
  {
    name: 'no lines',
    weight: 4,
    plant: (draft) => {
      writeLines(draft, []);
      plant(draft, { field: 'lines', code: 'required', ...blocking });
    },
  },
  {
    name: 'more lines than anybody buys',
    weight: 1,
    plant: (draft, { random }) => {
      const length = random.between(201, 210);
      writeLines(
        draft,
        Array.from({ length }, () => lineOf({ sku: null, description: 'Bead; glass', unitPrice: 95 })),
      );
      plant(draft, { field: 'lines', code: 'too_long', ...blocking });
    },
  },
];

function writeLines(draft: SaleDraft, lines: LineDraft[]): void {
  draft.lines = lines;
  draft.total = sumOf(lines);
  draft.payments = [{ method: 'Card', amount: draft.total }];
}

/** A recipe for a fault in one line, any of them; the sale's total stays the sum of what its lines say. */
function inLine(
  { weight, field, code }: { weight: number; field: keyof LineDraft; code: string },
  write: (line: LineDraft, random: Random) => void,
): SaleRecipe {
  return {
    name: `${field} of a line: ${code}`,
    weight,
    plant: (draft, { random }) => {
      const place = random.below(draft.lines.length);
      const line = draft.lines[place];
      if (!line) return;
      write(line, random);
      draft.total = sumOf(draft.lines);
      plant(draft, { field: `lines[${place}].${field}`, code, ...blocking });
    },
  };
}

const lineFaults: readonly SaleRecipe[] = [
  inLine({ weight: 6, field: 'description', code: 'required' }, (line, random) => {
    line.description = random.pick([null, '', ' ']);
  }),
  inLine({ weight: 1, field: 'description', code: 'too_long' }, (line) => {
    line.description = `${words.repeat(4).slice(0, 200)}!`;
  }),
  inLine({ weight: 1, field: 'sku', code: 'too_long' }, (line) => {
    line.sku = 'HAR-'.padEnd(41, '0123456789');
  }),
  inLine({ weight: 6, field: 'quantity', code: 'not_allowed' }, (line) => {
    Object.assign(line, lineOf({ ...line, quantity: 0, discount: 0 }));
  }),
  inLine({ weight: 4, field: 'discount', code: 'not_allowed' }, (line, random) => {
    Object.assign(line, lineOf({ ...line, discount: -random.between(1, 500) }));
  }),
  inLine({ weight: 8, field: 'lineTotal', code: 'line_total_mismatch' }, (line, random) => {
    line.lineTotal += random.pick([-1, 1, 99, -1000]);
  }),
];

/** Every way in which a sale is spoilt. */
export const saleRecipes: readonly SaleRecipe[] = [...headFaults, ...lineFaults];
