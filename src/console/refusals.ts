import type { Clock } from '../support/clock.ts';
import type { Log } from '../support/log.ts';

/** What the log is told of a request that was refused: nothing that it carried. */
export interface Refusal {
  readonly status: number;
  readonly method: string;
  /** The procedure of the api, or the door's own page; never an address with what somebody searched for. */
  readonly asked: string;
  readonly place: string;
}

/** Notes what the door refuses. */
export interface Refusals {
  note(refusal: Refusal): void;
}

/** So many lines a minute; whoever knocks without end shall not push everything else out of the log. */
const mostPerMinute = 30;

/** Writes refusals into the log, and counts what is too much of them. */
export function createRefusals(log: Pick<Log, 'warn'>, now: Clock): Refusals {
  let minute = Number.NEGATIVE_INFINITY;
  let noted = 0;
  let unsaid = 0;
  return {
    note({ status, method, asked, place }) {
      if (now() - minute >= 60_000) {
        if (unsaid > 0) log.warn('the console refused more requests than are noted', { requests: unsaid });
        minute = now();
        noted = 0;
        unsaid = 0;
      }
      if (noted >= mostPerMinute) {
        unsaid += 1;
        return;
      }
      noted += 1;
      log.warn('the console refused a request', { status, method, asked, place });
    },
  };
}

/** What of an address may stand in the log: procedures of the api and the door's own pages by name, all else as a page. */
export function askedOf(path: string): string {
  const own = ['/open', '/log-in', '/log-out'];
  if (own.includes(path)) return path;
  return /^\/api\/[A-Za-z/]{1,60}$/.test(path) ? path : path.startsWith('/api/') ? '/api/…' : 'a page';
}
