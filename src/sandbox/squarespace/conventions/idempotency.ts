import { hash } from 'node:crypto';
import type { Clock } from '../../../support/clock.ts';
import { conflict, invalid, missing } from './refusal.ts';

const keyForm = /^[A-Za-z0-9_-]{1,64}$/;
const answersKeptFor = 48 * 3_600_000;

/** What a request was answered, and what told it from others. */
export interface KeptAnswer {
  readonly print: string;
  readonly status: number;
  readonly body: string | null;
  readonly at: number;
}

/** Which requests with a key are under way, and what those before them were answered. */
export interface Idempotency {
  /**
   * Answers what the same request was answered in the last 48 hours. Otherwise the key is taken until it is kept or
   * released. Throws where it is missing, malformed, under way, or belongs to another request.
   */
  claim(key: string | undefined, print: string): KeptAnswer | undefined;
  /** Only successes are kept: what failed may be tried again. */
  keep(key: string, answer: Omit<KeptAnswer, 'at'>): void;
  release(key: string): void;
}

/** What tells one request from another. */
export function printOf({ method, path, body }: { method: string; path: string; body: Buffer }): string {
  return `${method} ${path} ${hash('sha256', body, 'base64url')}`;
}

/** A store of answers that holds none yet. */
export function createIdempotency(now: Clock): Idempotency {
  const underWay = new Set<string>();
  const answers = new Map<string, KeptAnswer>();

  function forgetOldAnswers(): void {
    for (const [key, { at }] of answers) {
      if (at > now() - answersKeptFor) return;
      answers.delete(key);
    }
  }

  return {
    claim(key, print) {
      if (key === undefined) throw missing('The Idempotency-Key header is required.');
      if (!keyForm.test(key)) throw invalid('The Idempotency-Key may have 1 to 64 letters, digits, - and _.');
      if (underWay.has(key)) {
        throw conflict('CONCURRENT_MODIFICATION', 'A request with this Idempotency-Key is still running.');
      }
      forgetOldAnswers();
      const kept = answers.get(key);
      if (kept && kept.print !== print) throw invalid('This Idempotency-Key was used with another request body.');
      if (!kept) underWay.add(key);
      return kept;
    },
    keep: (key, answer) => void answers.set(key, { ...answer, at: now() }),
    release: (key) => void underWay.delete(key),
  };
}
