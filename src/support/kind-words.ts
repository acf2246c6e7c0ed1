const names = {
  customer: ['customer', 'customers'],
  product: ['article', 'articles'],
  sale: ['sale', 'sales'],
  saleLine: ['sale line', 'sale lines'],
  payment: ['payment', 'payments'],
  buyer: ['buyer', 'buyers'],
  stock: ['stock figure', 'stock figures'],
  price: ['website price', 'website prices'],
} as const;

type Kind = keyof typeof names;

/** What a shop calls one of a kind: an article, not a product. */
export function oneOf(kind: Kind): string {
  return names[kind][0];
}

/** What a shop calls several of a kind. */
export function manyOf(kind: Kind): string {
  return names[kind][1];
}
