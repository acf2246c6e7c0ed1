import type { Trail, TrailStep } from '../../../src/sync/trail-contract.ts';
import type { Texts, Words } from '../../words/words.ts';
import { membersOnce } from './members-once.ts';

/** One station of the way, as the screen shows it. */
export interface Station {
  readonly title: string;
  readonly state: TrailStep['state'];
  readonly at: string | null;
  readonly says: readonly string[];
}

/** The way up to where destinations part. */
export function sharedStations(trail: Trail, words: Words): readonly Station[] {
  const { find } = words.texts;
  const joined = joinedSays(trail, words);
  const stations = trail.steps
    .filter(({ destination }) => destination === null)
    .map((step) => ({
      ...stationOf(step, words),
      title: step.step === 'till' ? find.seen[trail.source] : titleOf(step, find),
    }));
  if (joined.length === 0) return stations;
  return [...stations, { title: find.steps.joined, state: 'done', at: trail.keyedOrder?.since ?? null, says: joined }];
}

/** The rest of the way, for each destination that takes it, in the engine's order. */
export function stationsByDestination(
  { steps }: Trail,
  words: Words,
): readonly { readonly destination: string; readonly stations: readonly Station[] }[] {
  const far = Map.groupBy(
    steps.filter(({ destination }) => destination !== null),
    ({ destination }) => String(destination),
  );
  return [...far].map(([destination, those]) => ({
    destination,
    stations: those.map((step) => stationOf(step, words)),
  }));
}

function stationOf(step: TrailStep, { say, texts: { find } }: Words): Station {
  return { title: titleOf(step, find), state: step.state, at: step.at, says: [say(step.says)] };
}

function titleOf({ step }: TrailStep, find: Texts['find']): string {
  return step === 'till' ? find.seen.till : find.steps[step];
}

function joinedSays({ person, keyedOrder }: Trail, { texts: { find }, number, say }: Words): readonly string[] {
  if (keyedOrder) return [find.oneSale(keyedOrder.number, keyedOrder.sale), capital(say(keyedOrder.because))];
  const members = membersOnce(person?.members ?? []);
  if (!person || members.length < 2) return [];
  return [find.joinedOf(number(members.length)), ...person.because.map(say)];
}

/** The engine's ground for it, which is half a sentence, by itself. */
function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
