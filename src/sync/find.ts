import type { LedgerEntry } from '../delivery/ledger.ts';
import type { TillKey } from '../model/ids.ts';
import { readKinds, type ReadKind } from '../model/record.ts';
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
  const found = readKinds.flatMap((kind) =>
    engine.staging.search(kind, wanted, answersShown).map((key) => ({ kind, key: key as TillKey })),
  );
  // Who types a whole key means that record, and not the dozen others in which it stands somewhere.
  const exact = found.filter(({ key }) => key.toLowerCase() === wanted.toLowerCase());
  return (exact.length > 0 ? exact : found.slice(0, answersShown)).map((each) => trailOf(engine, each));
}

interface Found {
  readonly kind: ReadKind;
  readonly key: TillKey;
}

function trailOf(engine: Engine, { kind, key }: Found): Trail {
  const reading = engine.records.one(kind, key);
  const { origins } = engine.staging.feed(kind);
  const readAt = engine.staging.lastPull()?.finishedAt ?? null;
  const seen: TrailStep[] = [
    {
      step: 'till',
      destination: null,
      state: 'done',
      at: readAt,
      says: 'It stood in the till when that was last read.',
    },
    { step: 'staged', destination: null, state: 'done', at: readAt, says: 'It was read as it stood there.' },
  ];
  return {
    kind,
    key,
    title: reading ? titleOf(kind, reading) : key,
    cleanings: (reading?.cleanings ?? []).map((each) => ({ ...each, origin: origins[each.field] ?? '' })),
    steps: [...seen, ...engine.destinations.flatMap((destination) => stepsAt(engine, destination, { kind, key }))],
  };
}

function stepsAt(engine: Engine, destination: Destination, found: Found): TrailStep[] {
  const { id, label, connector } = destination;
  if (!connector.capabilities.kinds.includes(found.kind)) {
    const says = `${label} does not take this kind of record.`;
    return [{ step: 'checked', destination: id, state: 'done', at: null, says }];
  }
  const accepted = engine.ledger.get({ destination: id, ...found });
  return [
    checkedStep(engine, destination, found),
    sentStep(engine, destination, { found, accepted }),
    acceptedStep(destination, accepted),
  ];
}

function sentStep(
  { outbox }: Engine,
  { id, label }: Destination,
  { found, accepted }: { found: Found; accepted: LedgerEntry | undefined },
): TrailStep {
  const base = { step: 'sent', destination: id } as const;
  const [waiting] = outbox.list({ destination: id, ...found });
  if (waiting) {
    const says = waiting.reason ?? `It waits for the next run to ${label}.`;
    return { ...base, state: waiting.seenAs === 'parked' ? 'problem' : 'not-yet', at: waiting.createdAt, says };
  }
  if (!accepted) return { ...base, state: 'not-yet', at: null, says: `Not sent to ${label}.` };
  return { ...base, state: 'done', at: accepted.sentAt, says: `Sent to ${label}.` };
}

function acceptedStep({ id, label }: Destination, accepted: LedgerEntry | undefined): TrailStep {
  const base = { step: 'accepted', destination: id } as const;
  if (!accepted) return { ...base, state: 'not-yet', at: null, says: `${label} does not have it yet.` };
  if (accepted.archivedAt) return { ...base, state: 'not-yet', at: null, says: `${label} has put it away.` };
  const name = accepted.remoteId ? ` as ${accepted.remoteId}` : '';
  return { ...base, state: 'done', at: accepted.sentAt, says: `${label} has it${name}.` };
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
