import { z } from 'zod';
import type { Staff } from '../hands/staff.ts';
import { readSite } from '../site-content.ts';

const order = z.string().describe('Its id or number.');
const variant = z.string().describe('Its id or article number.');

/** What staff are to do, as another process asks for it. */
const staffRequest = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('pay'), order }),
  z.strictObject({ do: z.literal('fulfil'), order }),
  z.strictObject({ do: z.literal('refund'), order, amount: z.string().optional() }),
  z.strictObject({ do: z.literal('cancel'), order, restock: z.boolean().optional() }),
  z.strictObject({ do: z.literal('markPending'), order }),
  z.strictObject({ do: z.literal('changeEmail'), order, email: z.string() }),
  z.strictObject({ do: z.literal('setPaymentState'), order, state: z.string() }),
  z.strictObject({ do: z.literal('addNote'), order, text: z.string() }),
  z.strictObject({ do: z.literal('setStock'), variant, pieces: z.int().min(0).nullable() }),
  z.strictObject({
    do: z.literal('editProduct'),
    variant,
    name: z.string().optional(),
    visible: z.boolean().optional(),
  }),
  z.strictObject({
    do: z.literal('editVariant'),
    variant,
    sku: z.string().optional(),
    price: z.string().optional(),
    salePrice: z.string().nullable().optional(),
    gtin: z.string().nullable().optional(),
  }),
  z.strictObject({ do: z.literal('deleteProduct'), variant }),
  z.strictObject({ do: z.literal('deleteVariant'), variant }),
  z.strictObject({ do: z.literal('deleteContact'), contact: z.string() }),
  z.strictObject({ do: z.literal('addProduct'), product: z.unknown() }),
  z.strictObject({ do: z.literal('addContact'), contact: z.unknown() }),
  z.strictObject({ do: z.literal('addOrder'), order: z.unknown() }),
]);
type StaffRequest = z.output<typeof staffRequest>;

/** The same object without what is undefined. */
function stated<T extends object>(edit: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

function atTheOrderDesk(staff: Staff, request: StaffRequest): { readonly id: string } | undefined {
  switch (request.do) {
    case 'pay':
      return staff.pay(request.order);
    case 'fulfil':
      return staff.fulfil(request.order);
    case 'refund':
      return staff.refund(request.order, request.amount);
    case 'cancel':
      return staff.cancel(request.order, request.restock === undefined ? {} : { restock: request.restock });
    case 'markPending':
      return staff.markPending(request.order);
    case 'changeEmail':
      return staff.changeEmail(request.order, request.email);
    case 'setPaymentState':
      return staff.setPaymentState(request.order, request.state);
    case 'addNote':
      return staff.addNote(request.order, request.text);
    case 'addOrder':
      return staff.addOrder(readSite.order(request.order));
    default:
      return undefined;
  }
}

function inTheStockRoom(staff: Staff, request: StaffRequest): { readonly id: string } | undefined {
  switch (request.do) {
    case 'setStock':
      staff.setStock(request.variant, request.pieces);
      return undefined;
    case 'editProduct': {
      const { do: _, variant: name, ...edit } = request;
      return staff.editProduct(name, stated(edit));
    }
    case 'editVariant': {
      const { do: _, variant: name, ...edit } = request;
      return staff.editVariant(name, stated(edit));
    }
    case 'deleteProduct':
      staff.deleteProduct(request.variant);
      return undefined;
    case 'deleteVariant':
      staff.deleteVariant(request.variant);
      return undefined;
    case 'deleteContact':
      staff.deleteContact(request.contact);
      return undefined;
    case 'addProduct':
      return staff.addProduct(readSite.product(request.product));
    case 'addContact':
      return staff.addContact(readSite.contact(request.contact));
    default:
      return undefined;
  }
}

/** Lets staff do what another process asks for. Answers the id of what it was done to, where it has one. Throws for what nobody can do. */
export function letStaff(staff: Staff, body: unknown): { readonly id: string | null } {
  const request = staffRequest.parse(body);
  const done = atTheOrderDesk(staff, request) ?? inTheStockRoom(staff, request);
  return { id: done?.id ?? null };
}
