import type { Engine } from './engine.ts';

/** Finds the sales of everybody who is one person, by the key of the person: each sale once, under the key by which it is sent. */
export function createSalesOf({ view, joining }: Pick<Engine, 'view' | 'joining'>): (key: string) => readonly string[] {
  return (key) => {
    const sales = [key, ...(joining?.overlay.hiddenBehind('customer', key) ?? [])].flatMap((each) =>
      view.children('sale', each).map((sale) => joining?.overlay.shownAs('sale', sale.key) ?? sale.key),
    );
    return joining ? [...new Set(sales)] : sales;
  };
}
