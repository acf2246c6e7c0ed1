import { hash } from 'node:crypto';
import type { KeptAnswer } from '../store/stored.ts';
import type { Store } from '../store/store.ts';
import { Refusal } from './refusal.ts';

const keyForm = /^[A-Za-z0-9_-]{1,64}$/;

/** Which writes are under way, and what those before them were answered. */
export interface Idempotency {
  /**
   * Answers what the same request was answered before. Otherwise the key is taken until `release`. Throws a refusal for a
   * key that is missing, malformed, under way, or belongs to another request.
   */
  claim(key: string, print: string): KeptAnswer | undefined;
  release(key: string): void;
}

/** What tells one request from another. */
export function printOf({ method, path, body }: { method: string; path: string; body: Buffer }): string {
  return `${method} ${path} ${hash('sha256', body, 'base64url')}`;
}

/** Over the answers that a store keeps. */
export function createIdempotency(store: Pick<Store, 'answered'>): Idempotency {
  const underWay = new Map<string, string>();

  function mismatch(): Refusal {
    return new Refusal(409, 'This Idempotency-Key belongs to another request.', { code: 'idempotency_mismatch' });
  }

  return {
    claim(key, print) {
      if (!keyForm.test(key)) {
        throw new Refusal(400, 'Writes need an Idempotency-Key of 1 to 64 of A-Z a-z 0-9 _ -.');
      }
      const running = underWay.get(key);
      if (running !== undefined && running !== print) throw mismatch();
      if (running !== undefined) throw new Refusal(409, 'This request is still under way.', { code: 'in_progress' });
      const kept = store.answered(key);
      if (kept && kept.print !== print) throw mismatch();
      if (!kept) underWay.set(key, print);
      return kept;
    },
    release: (key) => void underWay.delete(key),
  };
}
