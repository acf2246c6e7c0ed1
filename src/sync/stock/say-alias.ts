import { readArticles } from './read-articles.ts';
import type { Alias } from './aliases.ts';
import type { StockParts } from './stock-parts.ts';
import { TillbridgeError } from '../../support/errors.ts';

/** Says which article of the till a variant is; both by number or key. It counts from the next run on. Throws a `TillbridgeError` ('settings') where one of them is not known. */
export function sayAlias(parts: StockParts | undefined, said: { article: string; variant: string }): Alias {
  if (!parts) throw noWebsite();
  const [wanted, name] = [said.article.trim(), said.variant.trim()];
  const fits = [...readArticles(parts).values()].filter(({ key, sku }) => key === wanted || alike(sku, wanted));
  const article = fits.find(({ key }) => key === wanted) ?? fits[0];
  if (!article) {
    throw new TillbridgeError('settings', `looking for the article ${wanted}: the till has none of that number`, {
      hint: 'Name it by its article number or its key, as the till was last read: tillbridge find <number>',
    });
  }
  const variants = parts.articles.all().filter(({ sku, variant }) => alike(sku, name) || alike(variant, name));
  if (variants.length === 0) {
    throw new TillbridgeError('settings', `looking for "${name}" on the website: it has no article of that number`, {
      hint: 'See "tillbridge stock" for the numbers there, as the website was last read.',
    });
  }
  const alias = { variant: name, article: article.key };
  parts.aliases.say(alias);
  return alias;
}

/** Takes back which article a variant is. False where nothing was said. */
export function unsayAlias(parts: StockParts | undefined, variant: string): boolean {
  return parts?.aliases.unsay(variant.trim()) ?? false;
}

/** There is no website of which to speak. */
export function noWebsite(): TillbridgeError {
  return new TillbridgeError('settings', 'looking for the website: the settings name none', {
    hint: 'Add a destination of kind "squarespace" to settings.json.',
  });
}

function alike(one: string | null | undefined, other: string): boolean {
  return one?.trim().toLowerCase() === other.toLowerCase();
}
