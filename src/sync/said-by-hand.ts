import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { WritableDatabase } from '../database/open.ts';
import type { Identity, Saying } from '../identity/person.ts';
import { instant, tillKey } from '../model/ids.ts';
import { explainIssues } from '../support/explain-issues.ts';
import { TillbridgeError } from '../support/errors.ts';
import { writeFileWholeNow } from '../support/write-file.ts';
import type { Aliases } from './stock/aliases.ts';

const member = z.strictObject({ source: z.string(), key: tillKey });

const said = z.strictObject({
  people: z.array(
    z.strictObject({ one: member, other: member, are: z.enum(['one', 'two']), because: z.string(), at: instant }),
  ),
  articles: z.array(z.strictObject({ variant: z.string(), article: tillKey })),
});
type Said = z.infer<typeof said>;

/** Where the sayings of this home are kept; absent where the home has nothing of which they could speak. */
export interface SaidParts {
  readonly home: string;
  readonly database: WritableDatabase;
  readonly identity: Pick<Identity, 'say' | 'unsay' | 'sayings'> | undefined;
  readonly aliases: Aliases | undefined;
}

/** What people of the shop said, beside the database: it is the one thing there that no source could tell again. */
export interface SaidByHand {
  /** Does what somebody said, and keeps it; both or neither. */
  keeping<T>(say: () => T): T;
}

/**
 * Opens `said.json` in the home folder, and brings the database to what it says: a database that was lost, or restored
 * from an older copy, knows again who must never be joined. Throws a `TillbridgeError` for a file that nobody can read.
 */
export function openSaidByHand(parts: SaidParts): SaidByHand {
  const { database } = parts;
  const file = join(parts.home, 'said.json');
  const kept = read(file);
  // Whoever only looks must not wait for whoever writes.
  if (kept && JSON.stringify(kept) !== JSON.stringify(now(parts))) {
    database.transaction(() => restore(parts, kept)).immediate();
  }
  return {
    keeping(say) {
      const both = database.transaction(() => {
        const answer = say();
        // Before the commit: should the power fail right here, the next start finds it in the file.
        writeFileWholeNow(file, `${JSON.stringify(now(parts), undefined, 2)}\n`);
        return answer;
      });
      return both.immediate();
    },
  };
}

function now({ identity, aliases }: SaidParts): Said {
  return { people: [...(identity?.sayings() ?? [])], articles: [...(aliases?.all() ?? [])] };
}

function read(file: string): Said | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const parsed = explainIssues(said, parse(text), 'said.json');
  if (parsed.ok) return parsed.value;
  throw new TillbridgeError('settings', `reading what was said by hand: ${parsed.lines.join('; ')}`, {
    hint: 'Restore said.json in the home folder from a backup, or move it away: then nothing was said by hand.',
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function restore({ identity, aliases }: SaidParts, { people, articles }: Said): void {
  if (identity) {
    const missing = (all: readonly Saying[], saying: Saying) => !all.some((each) => textOf(each) === textOf(saying));
    const known = identity.sayings();
    for (const saying of known.filter((each) => missing(people, each))) identity.unsay(saying.one, saying.other);
    for (const saying of people.filter((each) => missing(known, each))) identity.say(saying);
  }
  if (aliases) {
    const named = new Map(articles.map((alias) => [alias.variant, alias]));
    for (const { variant } of aliases.all()) if (!named.has(variant)) aliases.unsay(variant);
    for (const alias of named.values()) aliases.say(alias);
  }
}

function textOf({ one, other, are, because, at }: Saying): string {
  return JSON.stringify([one.source, one.key, other.source, other.key, are, because, at]);
}
