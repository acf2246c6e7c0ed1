/** Sentences of the engine and what they are in another language. Both sides name their holes in braces: `This {field:fields} is missing.` */
export type Catalogue = Readonly<Record<string, string>>;

/** Words that may stand in a hole, by their table and their English; each with the forms that the other language asks for. */
export type WordTables = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

interface Hole {
  readonly name: string;
  readonly kind: string;
}

interface Matcher {
  readonly pattern: RegExp;
  readonly holes: readonly Hole[];
  readonly to: string;
  /** Whether it ends as a sentence does, or with one. */
  readonly closes: boolean;
  /** How many characters of it are no hole: who says more of a sentence knows it better. */
  readonly weight: number;
}

const hole = /\{(\w+)(?::(\w+))?\}/g;

/** The end of a sentence, and what follows where another begins; "Dr. Smith" is not two of them. */
const end = String.raw`(?<!\b(?:Mrs?|Ms|Dr|Prof|Rev|St|No|Co|Ltd|[A-Z]))[.?!]`;
const next = String.raw` (?=["„]?\p{Lu})`;
const border = new RegExp(`(?<=${end})${next}`, 'u');

/** What fits into a hole. One without a kind takes anything within one sentence, as far as a colon. */
const patterns: Readonly<Record<string, string>> = {
  text: `(?:(?!: |${end}${next}).)+?`,
  /** Sentences of the engine themselves. */
  saying: '.+?',
  number: String.raw`\d[\d.,’'\s]*?`,
  /** A time of the day. */
  clock: String.raw`\d\d?:\d\d`,
  /** A record's number at the till, which may have blanks. */
  record: String.raw`[^:;]*?\d[^:;]*?`,
  /** One word, number or name without blanks. */
  key: String.raw`[^\s:;]+`,
};

/** As many as a long list shows in a session; then it begins anew. */
const mostRemembered = 5000;

/**
 * Says the engine's sentences in another language, their numbers as its `figures` are written. What it does not know it gives as it is; where only a part of several
 * sentences is known, that part.
 */
export function createEngineWords(
  catalogue: Catalogue,
  tables: WordTables,
  figures = new Intl.NumberFormat('en-GB'),
): (text: string) => string {
  // Compiled once somebody speaks the language.
  let compiled: readonly Matcher[] | undefined;
  const remembered = new Map<string, string>();

  function whole(text: string, isClosed = false): string | undefined {
    const plain = Object.hasOwn(catalogue, text) ? catalogue[text] : undefined;
    if (plain !== undefined) return plain;
    compiled ??= compile(catalogue, tables);
    for (const { pattern, holes, to, closes } of compiled) {
      if (isClosed && !closes) continue;
      const found = pattern.exec(text);
      if (!found) continue;
      const values = new Map(holes.map(({ name, kind }, index) => [name, { kind, text: found[index + 1] ?? '' }]));
      return to.replaceAll(/\{(\w+)(?:\.(\w+))?\}/g, (_, name: string, form: string | undefined) => {
        const value = values.get(name);
        if (!value) return '';
        if (value.kind === 'saying') return say(value.text);
        if (value.kind === 'number') return regrouped(value.text, figures);
        return tables[value.kind]?.[value.text]?.[form ?? 'is'] ?? value.text;
      });
    }
    return undefined;
  }

  function known(text: string): string | undefined {
    if (!text.endsWith('.')) return whole(text);
    const found = whole(text, true);
    if (found !== undefined) return found;
    // Half a sentence, at the end of which somebody put a full stop: it belongs to no name in its last hole.
    const half = whole(text.slice(0, -1));
    if (half === undefined) return whole(text);
    return /[.?!]$/.test(half) ? half : `${half}.`;
  }

  function say(text: string): string {
    const before = remembered.get(text);
    if (before !== undefined) return before;
    const said = known(text) ?? inParts(text);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(text, said);
    return said;
  }

  function inParts(text: string): string {
    for (const [between, joint] of [[border, ' '] as const, ['; ', '; '] as const]) {
      const parts = text.split(between);
      if (parts.length > 1) return longestFirst(parts, joint).join(joint);
    }
    return text;
  }

  /** Two sentences may be one saying: as many as are known together are said together. */
  function longestFirst(parts: readonly string[], joint: string): string[] {
    if (parts.length === 0) return [];
    for (let count = parts.length; count > 1; count--) {
      const said = known(parts.slice(0, count).join(joint));
      if (said !== undefined) return [said, ...longestFirst(parts.slice(count), joint)];
    }
    const [first = '', ...rest] = parts;
    return [say(first), ...longestFirst(rest, joint)];
  }

  return say;
}

/** A number whose thousands stand apart, as another language sets them apart; any other, such as a port, as it is. */
function regrouped(text: string, figures: Intl.NumberFormat): string {
  return /^\d{1,3}(?:[.,’'\s]\d{3})+$/u.test(text) ? figures.format(Number(text.replaceAll(/\D/gu, ''))) : text;
}

/** The templates with holes, best first. */
function compile(catalogue: Catalogue, tables: WordTables): readonly Matcher[] {
  return Object.entries(catalogue)
    .filter(([from]) => from.includes('{'))
    .map(([from, to]) => matcherOf(from, to, tables))
    .toSorted((a, b) => b.weight - a.weight);
}

function matcherOf(from: string, to: string, tables: WordTables): Matcher {
  const holes: Hole[] = [];
  let source = '';
  let at = 0;
  for (const found of from.matchAll(hole)) {
    const [all, name = '', kind = 'text'] = found;
    holes.push({ name, kind });
    source += `${escaped(from.slice(at, found.index))}(${patterns[kind] ?? wordsOf(tables[kind] ?? {})})`;
    at = found.index + all.length;
  }
  source += escaped(from.slice(at));
  return {
    pattern: new RegExp(`^${source}$`, 'su'),
    holes,
    to,
    closes: /(?:\.|:saying\})$/.test(from),
    weight: from.replaceAll(hole, '').length,
  };
}

/** The longer come first: a sale line is no sale. */
function wordsOf(table: Readonly<Record<string, unknown>>): string {
  return `(?:${Object.keys(table)
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')})`;
}

function escaped(text: string): string {
  return text.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`);
}
