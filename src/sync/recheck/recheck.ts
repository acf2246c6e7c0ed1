import { instantOf } from '../../model/ids.ts';
import { TillbridgeError } from '../../support/errors.ts';
import type { Problem } from '../../validation/problem.ts';
import type { RecheckAnswer } from '../agent-contract.ts';
import type { Engine } from '../engine.ts';
import { joinOrders } from '../join/join-orders.ts';
import { joinPersons } from '../join/join-sources.ts';
import { createSaleLayer } from '../join/lay-sale.ts';
import { alone } from '../run.ts';
import { readAgain, sharersOf } from './read-again.ts';
import { recheckArticle } from './recheck-article.ts';
import { recheckWay, type RecheckWay } from './recheck-way.ts';

/**
 * Reads what is behind a problem again from the till, judges it, and says what came of it; sends nothing. Throws a
 * `TillbridgeError` where there is no such problem, the till does not answer, nothing of it can be read by itself, or
 * (`busy`, for articles and orders) a run is under way.
 */
export async function recheck(engine: Engine, problemId: number, signal: AbortSignal): Promise<RecheckAnswer> {
  const before = problemOf(engine, problemId);
  const way = recheckWay(engine, before);
  const isThere = await lookAgain(engine, before, { way, signal });
  return answerOf(before, problemOf(engine, problemId), isThere);
}

function problemOf({ problems }: Engine, id: number): Problem {
  const found = problems.get(id);
  if (found) return found;
  throw new TillbridgeError('settings', `looking for problem ${id}: there is none with this number`, {
    hint: 'See "tillbridge problems" for those that are open.',
  });
}

async function lookAgain(
  engine: Engine,
  problem: Problem,
  { way, signal }: { readonly way: RecheckWay; readonly signal: AbortSignal },
): Promise<boolean> {
  switch (way.by) {
    case 'nothing':
      throw new TillbridgeError(
        'settings',
        `reading problem ${problem.id} again: nothing of it can be read by itself`,
        {
          hint: way.because,
        },
      );
    case 'article':
      return besideNoRun(engine, () => recheckArticle(engine, problem, signal));
    case 'order':
      return besideNoRun(engine, () => recheckRecord(engine, problem, { way, signal }));
    case 'record':
      return recheckRecord(engine, problem, { way, signal });
  }
}

/** What a run reckons from all that it reads is not reckoned beside it. */
async function besideNoRun<T>(engine: Engine, work: () => Promise<T>): Promise<T> {
  try {
    return await alone(engine, work);
  } catch (error) {
    if (!(error instanceof TillbridgeError) || error.reason !== 'busy') throw error;
    throw new TillbridgeError('busy', 'reading it again: a run is under way', {
      hint: 'Wait for its end: it looks at this, too.',
      cause: error,
    });
  }
}

type ByRecord = Extract<RecheckWay, { readonly by: 'record' | 'order' }>;

async function recheckRecord(
  engine: Engine,
  problem: Problem,
  { way, signal }: { readonly way: ByRecord; readonly signal: AbortSignal },
): Promise<boolean> {
  const { kind, keys } = way;
  const till = await engine.till();
  // Whoever shares its number is judged with it: one of them mended, none is wrong.
  const judged = new Set([problem.key, ...keys.flatMap((key) => sharersOf(engine, { kind, key }))]);
  const isThere = await till.pull(async (snapshot) => {
    const found: boolean[] = [];
    for (const key of keys) found.push(await readAgain(engine, snapshot, { kind, key }));
    return found.includes(true);
  }, signal);
  await joinAgain(engine, way, signal);
  for (const destination of engine.destinations) engine.checker.checkKeys(destination, kind, [...judged]);
  return isThere;
}

/** Brings what was made of the rows in step with them. */
async function joinAgain(engine: Engine, { by, kind, keys }: ByRecord, signal: AbortSignal): Promise<void> {
  const { joining, database, clock } = engine;
  if (!joining) return;
  if (kind === 'customer') await joinPersons(engine, joining, { signal });
  if (by === 'order') await joinOrders(engine, joining, signal);
  const layer = createSaleLayer(joining, instantOf(clock()));
  if (kind === 'sale') database.transaction(() => keys.forEach((key) => layer.layAgain(key))).immediate();
}

/** What the website itself refused: only it can say whether it takes what stands there now. */
const refusedThere: ReadonlySet<string> = new Set(['stock_too_high', 'price_refused']);

function answerOf(before: Problem, problem: Problem, isThere: boolean): RecheckAnswer {
  if (!isThere) return { result: 'gone', says: 'The till no longer has this record.', problem };
  if (problem.closedAs === 'joined')
    return { result: 'mended', says: 'It is one with another record now, and is sent as that.', problem };
  if (problem.state === 'closed') return { result: 'mended', says: mendedWords(problem), problem };
  if (problem.value !== before.value) {
    return { result: 'changed', says: 'The till says something else now, and that is not right yet either.', problem };
  }
  return { result: 'still-wrong', says: 'The till still says the same.', problem };
}

function mendedWords({ code }: Problem): string {
  return refusedThere.has(code)
    ? 'The till says something else now. The next run shows whether the website takes it.'
    : 'Mended. It goes with the next run.';
}
