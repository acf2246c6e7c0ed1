import type { Clock } from '../../../support/clock.ts';
import type { Habits } from '../habits.ts';
import { readCursor } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import type { Exchange } from './exchange.ts';
import { invalid, missing } from './refusal.ts';

/** What a page of a list begins with: what was asked for with the first page, and after what it goes on. */
export type Asked = Omit<Cursor, 'after'> & { readonly after?: Cursor['after'] };

/** A list that can be asked for. */
export interface Askable {
  readonly of: string;
  /** Its parameters; any others are ignored. */
  readonly parameters: readonly string[];
  /** Whether even those that are otherwise ignored must not stand beside a cursor. */
  readonly cursorAlone?: true;
}

/** Reads the query of a list. Throws 400 where a cursor stands beside other parameters. */
export function askedFor(exchange: Exchange, { of, parameters, cursorAlone }: Askable, now: Clock): Asked {
  const { cursor, ...others } = exchange.req.query();
  const asked = Object.fromEntries(Object.entries(others).filter(([name]) => parameters.includes(name)));
  if (cursor === undefined) return { of, asked, at: now() };
  if (Object.keys(cursorAlone ? others : asked).length > 0) {
    throw invalid('Cursor cannot be set while other parameters are present.');
  }
  return readCursor(cursor, of);
}

const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

function momentIn(asked: Readonly<Record<string, string>>, name: string): number | undefined {
  const text = asked[name];
  if (text === undefined) return undefined;
  const at = isoTime.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) throw invalid(`'${name}' must be an ISO 8601 date and time.`);
  return at;
}

/** Whether something that was changed then is in the window that was asked for. */
export type Window = (modifiedOn: number) => boolean;

/**
 * The window of `modifiedAfter` and `modifiedBefore`. Whatever is changed after the first page was asked for is out of
 * it. Throws 400 where one stands without the other, or they are the wrong way round.
 */
export function windowOf({ asked, at }: Asked, { bounds }: Pick<Habits, 'bounds'>): Window {
  const after = momentIn(asked, 'modifiedAfter');
  const before = momentIn(asked, 'modifiedBefore');
  if ((after === undefined) !== (before === undefined)) {
    throw missing("'modifiedBefore' and 'modifiedAfter' must both be specified.");
  }
  if (after === undefined || before === undefined) return (modifiedOn) => modifiedOn <= at;
  if (before <= after) throw invalid("'modifiedBefore' must be after 'modifiedAfter'.");
  if (bounds === 'inclusive') return (modifiedOn) => modifiedOn >= after && modifiedOn <= Math.min(before, at);
  return (modifiedOn) => modifiedOn > after && modifiedOn < before && modifiedOn <= at;
}

/** One of the members that a parameter may have, or undefined where it is not given. Throws 400 for any other. */
export function memberIn({ asked }: Asked, name: string, members: readonly string[]): string | undefined {
  const given = asked[name];
  if (given !== undefined && !members.includes(given)) throw invalid(`'${name}' must be one of ${members.join(', ')}.`);
  return given;
}
