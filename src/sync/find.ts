import type { LedgerEntry } from '../delivery/ledger.ts';
import type { TillKey } from '../model/ids.ts';
import type { ReadKind } from '../model/record.ts';
import { joinedSource } from '../staging/overlay.ts';
import type { StagedRow } from '../staging/staging.ts';
import type { Destination } from './destinations.ts';
import type { Engine } from './engine.ts';
import { keyedOrderView, personView } from './join/person-view.ts';
import { contentOf, createStandings } from './join/pair-row.ts';
import { channelsOfPerson } from './join/person-row.ts';
import { lookUp, type FindOptions, type Match } from './look-up.ts';
import { createOrigins } from './origins.ts';
import { titleOf } from './title-of.ts';
import type { Trail, TrailStep } from './trail-contract.ts';

/** Everything kept here that fits a text, each with its way from the till to every destination. */
export function findTrails(engine: Engine, text: string, options: FindOptions = {}): readonly Trail[] {
  return lookUp(engine, text.trim(), options).map((match) => trailOf(engine, match));
}

interface Found {
  readonly kind: ReadKind;
  readonly key: TillKey;
}

function trailOf(engine: Engine, { kind, key, exact }: Match): Trail {
  const row = engine.view.row(kind, key);
  const reading = row?.cells ? engine.records.reader(kind)(row) : undefined;
  const origins = row ? createOrigins(engine, kind)(row) : {};
  const source = sourceOf(engine, kind, row);
  return {
    kind,
    key,
    title: reading ? titleOf(kind, reading) : key,
    exact,
    source,
    ...joinedOf(engine, kind, row),
    cleanings: (reading?.cleanings ?? []).map((each) => ({ ...each, origin: origins[each.field] ?? '' })),
    steps: [
      ...readSteps(engine, source),
      ...engine.destinations.flatMap((each) => stepsAt(engine, each, { kind, key })),
    ],
  };
}

/** What several sources tell of it, where they do. */
function joinedOf(engine: Engine, kind: ReadKind, row: StagedRow | undefined): Pick<Trail, 'person' | 'keyedOrder'> {
  const { joining } = engine;
  if (!joining || row?.source !== joinedSource) return {};
  if (kind === 'customer') return { person: personView(engine, joining, row) };
  const keyedOrder = keyedOrderView(joining, row.key);
  return keyedOrder ? { keyedOrder } : {};
}

function sourceOf({ joining }: Engine, kind: ReadKind, row: StagedRow | undefined): Trail['source'] {
  if (!joining || !row?.cells) return 'till';
  const channelOf = (id: string) => joining.sources.find((source) => source.id === id)?.channel;
  if (row.source !== joinedSource) return channelOf(row.source) === 'web' ? 'website' : 'till';
  if (kind === 'customer') {
    const channels = channelsOfPerson(row.cells);
    return channels.length > 1 ? 'both' : channels[0] === 'web' ? 'website' : 'till';
  }
  const isPair = (joining.pairs.ofOrder(row.key) ?? joining.pairs.ofSale(row.key)) !== undefined;
  return isPair ? 'both' : channelOf(contentOf(row, joining.sources).source) === 'web' ? 'website' : 'till';
}

const stoodThere: Readonly<Record<Trail['source'], string>> = {
  till: 'It stood in the till when that was last read.',
  website: 'It stood on the website when that was last read.',
  both: 'It stood in the till and on the website when they were last read.',
};

function readSteps(engine: Engine, source: Trail['source']): readonly TrailStep[] {
  const at = engine.staging.lastPull()?.finishedAt ?? null;
  return [
    { step: 'till', destination: null, state: 'done', at, says: stoodThere[source] },
    { step: 'staged', destination: null, state: 'done', at, says: 'It was read as it stood there.' },
  ];
}

function stepsAt(engine: Engine, destination: Destination, found: Found): TrailStep[] {
  const { id, label, connector } = destination;
  // What a website gets is reckoned from several records; where it stands is another question.
  if (connector.shopFront) return [];
  if (!connector.capabilities.kinds.includes(found.kind)) {
    const says = `${label} does not take this kind of record.`;
    return [{ step: 'checked', destination: id, state: 'done', at: null, says }];
  }
  const excluded = whyExcluded(engine, found);
  if (excluded !== undefined) return [{ step: 'checked', destination: id, state: 'done', at: null, says: excluded }];
  const accepted = engine.ledger.get({ destination: id, ...found });
  return [
    checkedStep(engine, destination, found),
    sentStep(engine, destination, { found, accepted }),
    acceptedStep(destination, accepted),
  ];
}

const noSales: Readonly<Record<string, string>> = {
  open: 'It is an order that is not paid yet: it is sent once it is.',
  void: 'It is an order that was cancelled or never paid: it is no sale.',
  test: 'It is an order made to try the website: it is no sale.',
};

/** Why something is sent nowhere although nothing is wrong with it. */
function whyExcluded({ joining, view }: Engine, { kind, key }: Found): string | undefined {
  const row = kind === 'sale' ? view.row(kind, key) : undefined;
  return joining && row ? noSales[createStandings(joining)(row)] : undefined;
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
