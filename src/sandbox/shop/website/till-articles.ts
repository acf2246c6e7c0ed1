import type { ProductDraft } from '../product.ts';
import type { ProductField } from '../schema.ts';
import type { SampleShop } from '../shop.ts';

/** An article of the till with nothing wrong. */
export interface TillArticle {
  readonly key: string;
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  /** Pence. */
  readonly price: number;
  /** Empty where it has none. */
  readonly barcode: string;
  readonly stock: number;
  /** The keys of all articles that have its name, faulty ones among them. */
  readonly namesakes: readonly string[];
}

function cleanValue({ values, cleanings }: ProductDraft, field: ProductField): string {
  return cleanings.get(field)?.after ?? String(values[field] ?? '').trim();
}

/** Every article with which nothing is wrong, in the order of the till. */
export function soundArticles(shop: SampleShop): TillArticle[] {
  const faulty = new Set<string>();
  for (const { kind, key } of shop.faults()) if (kind === 'product') faulty.add(key);
  const byName = new Map<string, string[]>();
  const articles: TillArticle[] = [];
  for (const draft of shop.products()) {
    const key = String(draft.values.key);
    const name = cleanValue(draft, 'name');
    const namesakes = byName.get(name) ?? [];
    byName.set(name, namesakes);
    namesakes.push(key);
    if (faulty.has(key)) continue;
    articles.push({
      key,
      sku: cleanValue(draft, 'sku'),
      name,
      category: cleanValue(draft, 'category'),
      price: Math.round(Number(cleanValue(draft, 'price')) * 100),
      barcode: cleanValue(draft, 'barcode'),
      stock: Number(cleanValue(draft, 'stock')),
      namesakes,
    });
  }
  return articles;
}
