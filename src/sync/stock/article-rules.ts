import type { WebsiteSettings } from '../../settings/settings.ts';

/** What the rules of the settings look at: numbers and names of an article on both sides. */
export interface RuledArticle {
  /** Its numbers: the till's key and article number, the website's article number. */
  readonly numbers: readonly (string | null | undefined)[];
  readonly category: string | null | undefined;
  readonly names: readonly (string | null | undefined)[];
}

/** What the settings say of single articles. */
export interface ArticleRules {
  /** The rule by which the article's stock is not the till's to say, in words: `category Sets`; undefined where there is none. */
  excludedBy(article: RuledArticle): string | undefined;
  /** How many pieces of it are kept back for the shop. */
  kept(article: RuledArticle): number;
}

type Rule = WebsiteSettings['exclude'][number];

/** The rules of the settings, ready to be asked for each article. */
export function createArticleRules({ buffer, buffers, exclude }: WebsiteSettings): ArticleRules {
  const exclusions = exclude.map((rule) => ({ fits: compiled(rule), words: wordsOf(rule) }));
  const exceptions = buffers.map(({ pieces, ...rule }) => ({ fits: compiled(rule), pieces }));
  return {
    excludedBy: (article) => exclusions.find(({ fits }) => fits(article))?.words,
    kept: (article) => exceptions.find(({ fits }) => fits(article))?.pieces ?? buffer,
  };
}

/** Whether an article fits everything that a rule says; a rule that says nothing fits none. */
function compiled(rule: Rule): (article: RuledArticle) => boolean {
  const [number, category, name] = [rule.article, rule.category, rule.name].map((pattern) => patternOf(pattern));
  if (!number && !category && !name) return () => false;
  const any = (pattern: RegExp | undefined, texts: RuledArticle['names']): boolean =>
    pattern === undefined || texts.some((text) => text != null && pattern.test(text.trim()));
  return (article) => any(number, article.numbers) && any(category, [article.category]) && any(name, article.names);
}

/** `*` stands for anything; large and small letters are alike. */
function patternOf(pattern: string | undefined): RegExp | undefined {
  if (pattern === undefined) return undefined;
  const parts = pattern
    .trim()
    .split('*')
    .map((part) => part.replace(/[\\^$.+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'isu');
}

function wordsOf({ article, category, name }: Rule): string {
  const said = { article, category, name };
  return Object.entries(said)
    .flatMap(([what, pattern]) => (pattern === undefined ? [] : [`${what} ${pattern}`]))
    .join(', ');
}
