import { TillbridgeError } from '../../support/errors.ts';
import { characterSet, type CharacterSet } from './character-set.ts';
import { howItReads } from './how-it-reads.ts';

/** A text whose encoding had to be guessed, as it stands in the row that is being read. */
interface Sighting {
  readonly column: number;
  readonly bytes: string;
  readonly text: string;
}

/**
 * Watches whether a guessed encoding is right. A wrong guess shows in many texts: they hold bytes that mean nothing,
 * or signs inside words that nobody types there ("Ren‚"), or they are flawless UTF-8. A single such text in an otherwise
 * right database is that row's own problem, and must not stop the shop: it stays as it is, with U+FFFD in it, and
 * validation makes a problem of it.
 *
 * So the guess counts as wrong where more than a fifth of the texts with other than ASCII signs are odd, and they are
 * more than one, and more than one in 5,000 rows; one alone counts only in a till of up to 100 rows.
 */
export interface CharacterEvidence {
  see(sighting: Sighting): void;
  /** Whether something odd was seen since the last call; if so, `at` names the row. */
  takeOdd(): number | undefined;
  place(where: OddPlace): void;
  /** Throws where the guess is wrong for certain; `finished` when all rows have been read. */
  judge(rows: number, finished: boolean): void;
}

/** Where an odd text stands. */
export interface OddPlace {
  readonly origin: string;
  readonly key: string;
}

const oddShare = 0.2;
const surelyMany = 20;
const samplesKept = 50;
const validUtf8 = /^(?:\p{ASCII}|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})*$/u;
const signInsideWord = /\p{L}[‚„†‡ˆ‰‹›˜“”•]\p{Ll}|\p{L}[‚„†‡ˆ‰‹›˜]$/u;
/** Encodings that tills are known to use. */
export const candidates = ['UTF8', 'WIN1252', 'DOS850', 'DOS437', 'WIN1250', 'WIN1251'];

/** Starts to watch a guess for one kind of row. */
export function createCharacterEvidence(guess: CharacterSet, doing: string): CharacterEvidence {
  let foreign = 0;
  let odd = 0;
  let oddColumn: number | undefined;
  let first: OddPlace | undefined;
  const samples: string[] = [];

  function isWrong(rows: number, finished: boolean): boolean {
    if (odd === 0 || odd / foreign <= oddShare) return false;
    if (!finished) return odd >= surelyMany;
    return odd === 1 ? rows <= 100 : odd * 5000 > rows;
  }

  return {
    see({ column, bytes, text }) {
      foreign++;
      if (!isOdd(guess, bytes, text)) return;
      odd++;
      oddColumn ??= column;
      if (samples.length < samplesKept) samples.push(bytes);
    },
    takeOdd() {
      const column = oddColumn;
      oddColumn = undefined;
      return column;
    },
    place(where) {
      first ??= where;
    },
    judge(rows, finished) {
      if (!isWrong(rows, finished)) return;
      const likely = likelyEncodings(samples, guess.name).join(' or ');
      const where = first ? `; the first is ${first.origin} in the row ${first.key}` : '';
      throw new TillbridgeError(
        'settings',
        `${doing}: the till's text is not ${guess.name}: ${odd} of ${foreign} texts with special signs make no sense in it${where}`,
        {
          hint: `Choose the character set in which the till’s texts read well: ${likely} is likely (till.encoding in the settings).`,
        },
      );
    },
  };
}

/** Whether a text cannot have been meant as it reads in this set. */
export function isOdd(guess: CharacterSet, bytes: string, text: string): boolean {
  if (text.includes('\uFFFD')) return true;
  if (guess.name === 'UTF8') return false;
  return validUtf8.test(bytes) || signInsideWord.test(text);
}

/** The encodings in which these bytes read best, the best first. */
function likelyEncodings(samples: readonly string[], exceptFor: string): readonly string[] {
  const scored = candidates
    .filter((name) => name !== exceptFor)
    .map((name) => ({ name, score: scoreOf(characterSet(name), samples) }))
    .sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  return scored.filter(({ score }) => score === best).map(({ name }) => name);
}

const worth = { well: 2, open: 0, odd: -2 } as const;

/** How well texts read in a set: the higher the likelier. */
export function scoreOf(set: CharacterSet, samples: readonly string[]): number {
  let score = 0;
  for (const bytes of samples) {
    const text = set.decode(bytes);
    if (text.includes('\uFFFD') || signInsideWord.test(text)) score -= 3;
    else if (set.name === 'UTF8') score += 3;
    else if (validUtf8.test(bytes)) score -= 1;
    else score += worth[howItReads(text)];
  }
  return score;
}
