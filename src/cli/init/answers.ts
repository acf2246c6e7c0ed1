import { TillbridgeError } from '../../support/errors.ts';
import type { Ask } from '../ask.ts';

/** What `init` was told on the command line. */
export interface InitOptions {
  readonly till?: 'firebird' | 'sqlite';
  readonly host?: string;
  readonly port?: string;
  readonly database?: string;
  readonly user?: string;
  readonly encoding?: string;
  readonly file?: string;
  readonly profile?: string;
  readonly destination?: string;
  /** The kind of the shop's website, or `none`. */
  readonly website?: string;
  readonly websiteUrl?: string;
  readonly shopName?: string;
  readonly country?: string;
  readonly timeZone?: string;
  readonly currency?: string;
  readonly force?: boolean;
  readonly sample?: boolean;
  /** What the chosen destination asks for, by the name of its setting. */
  readonly [own: string]: string | boolean | undefined;
}

/** Gives each answer once: from the command line, else from the person, else a default; and remembers what is missing. */
export interface Answers {
  /** `flag` is how the command line gives it; `byDefault` is what an empty answer means. `safe` defaults are taken without asking where nobody can be asked. */
  of(flag: string, given: string | undefined, question: Question): Promise<string>;
  /** Throws a `TillbridgeError` that names everything that could not be asked for, all at once. */
  complete(): void;
}

/** One question to the person. */
export interface Question {
  readonly asks: string;
  readonly byDefault?: string;
  /** The default is as good as certain: it stands where nobody can be asked. */
  readonly safe?: true;
  readonly fits?: (answer: string) => string | undefined;
}

/** Makes the answers of one `init`; without anybody to ask, only what was given and safe defaults. */
export function createAnswers(ask: Ask | undefined): Answers {
  const missing: string[] = [];
  return {
    async of(flag, given, { asks, byDefault, safe, fits }) {
      if (given !== undefined) return given;
      if (ask) {
        return ask.text(asks, {
          ...(byDefault === undefined ? {} : { byDefault }),
          ...(fits === undefined ? {} : { fits }),
        });
      }
      if (safe && byDefault !== undefined) return byDefault;
      missing.push(flag);
      return '';
    },
    complete() {
      if (missing.length === 0) return;
      throw new TillbridgeError(
        'settings',
        `setting up: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing`,
        {
          hint: 'Give them as options, or run `tillbridge init` in a terminal, where it asks.',
        },
      );
    },
  };
}
