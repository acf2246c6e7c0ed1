import type { Instant, TillKey } from '../model/ids.ts';
import { recordKinds, type RecordKind } from '../model/record.ts';
import type { Trail, TrailStep } from './agent-contract.ts';
import type { Destination } from './destinations.ts';
import type { Engine } from './engine.ts';
import { titleOf } from './title-of.ts';

/** So many answers a person can look through. */
const answersShown = 20;

/** Everything kept here that fits a text, each with its way from the till to every destination. */
export function findTrails(engine: Engine, text: string): readonly Trail[] {
  const wanted = text.trim();
  if (wanted === '') return [];
  return recordKinds
    .flatMap((kind) => engine.staging.search(kind, wanted, answersShown).map((key) => ({ kind, key: key as TillKey })))
    .slice(0, answersShown)
    .map((found) => trailOf(engine, found));
}

interface Found {
  readonly kind: RecordKind;
  readonly key: TillKey;
}

function trailOf(engine: Engine, { kind, key }: Found): Trail {
  const reading = engine.records.one(kind, key);
  const readAt = engine.staging.lastPull()?.finishedAt ?? null;
  const seen: TrailStep[] = [
    { step: 'till', destination: null, state: 'done', at: readAt, says: 'It stands in the till.' },
    { step: 'staged', destination: null, state: 'done', at: readAt, says: 'It was read as it stands there now.' },
  ];
  return {
    kind,
    key,
    title: reading ? titleOf(kind, reading) : key,
    steps: [...seen, ...engine.destinations.flatMap((destination) => stepsAt(engine, destination, { kind, key }))],
  };
}

function stepsAt(engine: Engine, destination: Destination, found: Found): TrailStep[] {
  const { id, label, connector } = destination;
  const step = (name: TrailStep['step'], state: TrailStep['state'], at: Instant | null, says: string): TrailStep => ({
    step: name,
    destination: id,
    state,
    at,
    says,
  });
  if (!connector.capabilities.kinds.includes(found.kind)) {
    return [step('checked', 'done', null, `${label} does not take this kind of record.`)];
  }
  const checked = checkedStep(engine, destination, found);
  const subject = { destination: id, ...found };
  const [waiting] = engine.outbox.list(subject);
  const accepted = engine.ledger.get(subject);
  const sent = waiting
    ? step(
        'sent',
        waiting.seenAs === 'parked' ? 'problem' : 'not-yet',
        waiting.createdAt,
        waiting.reason ?? `It waits for the next run to ${label}.`,
      )
    : step('sent', accepted ? 'done' : 'not-yet', accepted?.sentAt ?? null, accepted ? `Sent to ${label}.` : `Not sent to ${label}.`);
  const held = accepted && accepted.archivedAt === null;
  const there = held
    ? step('accepted', 'done', accepted.sentAt, `${label} has it${accepted.remoteId ? ` as ${accepted.remoteId}` : ''}.`)
    : step('accepted', 'not-yet', null, accepted ? `${label} has put it away.` : `${label} does not have it yet.`);
  return [checked, sent, there];
}

function checkedStep(engine: Engine, { id, label }: Destination, { kind, key }: Found): TrailStep {
  const problems = engine.problems.of({ destination: id, kind, key });
  const [worst] = problems.filter(({ severity }) => severity === 'block').concat(problems);
  const base = { step: 'checked', destination: id } as const;
  if (!worst) return { ...base, state: 'done', at: null, says: `It is as ${label} wants it.` };
  const withheld = problems.some(({ severity }) => severity === 'block');
  const says = `${worst.says} ${worst.advice}`;
  return { ...base, state: withheld ? 'problem' : 'done', at: worst.firstSeenAt, says };
}

